import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CheckDesk } from '@/components/check/desk';
import { CheckMasthead } from '@/components/check/masthead';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { openCheck } from '@/lib/usecases/checking/open-check';
import { isRefusal } from '@/lib/workflow/refusal';

export const metadata: Metadata = { title: '核对一份报告' };

export default async function CheckPage() {
  const view = await openCheck(await currentActor());
  if (isRefusal(view)) redirect(signInPage('/check'));
  const { person, agencies } = view;
  return (
    <>
      <CheckMasthead person={person?.name ?? null} />
      <CheckDesk author={person === null ? null : { person: person.id, agencies }} />
    </>
  );
}
