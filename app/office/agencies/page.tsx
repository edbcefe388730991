import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdministrationMasthead, AdministrationNav, LookFor } from '@/components/accounts/administration-head';
import { AgencyTree } from '@/components/accounts/agency-tree';
import { NewAgency } from '@/components/accounts/new-agency';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { listAdministered } from '@/lib/usecases/list-administered';
import { isRefusal } from '@/lib/workflow/refusal';
import { changeReviewStepsAction, createAgencyAction, renameAgencyAction, suggestKeyAction } from './actions';

export const metadata: Metadata = { title: '机关' };

export default async function AgenciesPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await currentActor();
  if (actor === null) redirect(signInPage('/office/agencies'));
  const { q } = await searchParams;
  const view = await listAdministered(actor, typeof q === 'string' ? q.slice(0, 60) : '');
  if (isRefusal(view)) redirect('/office/accounts');
  const { agencies, choices, query, more } = view;
  return (
    <>
      <AdministrationMasthead person={actor.name} />
      <main className="board administration" id="main">
        <AdministrationNav here="/office/agencies" />
        <div className="work-head">
          <div>
            <h1>机关</h1>
            <p>
              {query === '' ? '' : `查找“${query}”：`}
              {agencies.length} 个机关
            </p>
          </div>
          <div className="tools">
            <LookFor action="/office/agencies" label="查找机关" query={query} />
            <NewAgency choices={choices} create={createAgencyAction} suggestKey={suggestKeyAction} />
          </div>
        </div>
        {agencies.length === 0 ? (
          <p className="none-yet">
            没有找到“{query}”。<a href="/office/agencies">看全部机关</a>
          </p>
        ) : (
          <AgencyTree agencies={agencies} commands={{ rename: renameAgencyAction, changeSteps: changeReviewStepsAction }} />
        )}
        {more ? <p className="none-yet">只显示了前 {agencies.length} 个机关，其余的请用上面的查找。</p> : null}
      </main>
    </>
  );
}
