import type { Metadata } from 'next';
import { OpenedFile } from '@/components/batch/opened-file';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { currentActor } from '@/lib/accounts/actor';
import { openBatchFile } from '@/lib/usecases/batches/open-batch-file';
import { openCheck } from '@/lib/usecases/checking/open-check';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway } from '@/app/office/turn-away';

export const metadata: Metadata = { title: '批量核对' };

export default async function BatchFilePage({ params }: { params: Promise<{ batch: string; file: string }> }) {
  const { batch, file } = await params;
  const actor = await currentActor();
  const opened = await openBatchFile(actor, batch, file);
  if (isRefusal(opened)) turnAway(opened, `/office/batches/${batch}/${file}`);
  const check = await openCheck(actor);
  const author =
    isRefusal(check) || check.person === null ? null : { person: check.person.id, agencies: check.agencies };
  return (
    <>
      <Masthead agency="批量核对" person={<Person name={actor?.name ?? ''} role="" />} />
      <OpenedFile opened={opened} author={author} />
    </>
  );
}
