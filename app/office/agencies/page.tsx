import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdministrationPage } from '@/components/accounts/administration-page';
import { AgencyTree } from '@/components/accounts/agency-tree';
import { FoundAgencies } from '@/components/accounts/found-agencies';
import { LookFor } from '@/components/accounts/look-for';
import { NewAgency } from '@/components/accounts/new-agency';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { listAdministered } from '@/lib/usecases/administration/list-administered';
import { isRefusal } from '@/lib/workflow/refusal';
import { changeReviewStepsAction, createAgencyAction, renameAgencyAction, suggestKeyAction } from './actions';

export const metadata: Metadata = { title: '机关' };

const here = '/office/agencies';

export default async function AgenciesPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await currentActor();
  if (actor === null) redirect(signInPage(here));
  const { q } = await searchParams;
  const view = await listAdministered(actor, typeof q === 'string' ? q.slice(0, 60) : '');
  if (isRefusal(view)) redirect('/office/accounts');
  const { agencies, choices, query, more } = view;
  return (
    <AdministrationPage
      person={actor.name}
      here={here}
      says={`${query === '' ? '' : `查找“${query}”：`}${agencies.length} 个机关`}
      tools={
        <>
          <LookFor action={here} label="查找机关" query={query} />
          <NewAgency choices={choices} create={createAgencyAction} suggestKey={suggestKeyAction} />
        </>
      }
    >
      <FoundAgencies here={here} all="看全部机关" query={query} count={agencies.length} more={more}>
        <AgencyTree
          agencies={agencies}
          commands={{ rename: renameAgencyAction, changeSteps: changeReviewStepsAction }}
        />
      </FoundAgencies>
    </AdministrationPage>
  );
}
