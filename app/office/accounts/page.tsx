import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdministrationMasthead, AdministrationNav, LookFor } from '@/components/accounts/administration-head';
import { NewAccount } from '@/components/accounts/new-account';
import { People } from '@/components/accounts/people';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { listAdministered } from '@/lib/usecases/list-administered';
import { isRefusal } from '@/lib/workflow/refusal';
import { changeRolesAction, createAccountAction, disableAccountAction, enableAccountAction, resetPasswordAction } from './actions';

export const metadata: Metadata = { title: '账号' };

const commands = {
  changeRoles: changeRolesAction,
  resetPassword: resetPasswordAction,
  disable: disableAccountAction,
  enable: enableAccountAction,
};

export default async function AccountsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await currentActor();
  if (actor === null) redirect(signInPage('/office/accounts'));
  const { q } = await searchParams;
  const view = await listAdministered(actor, typeof q === 'string' ? q.slice(0, 60) : '');
  if (isRefusal(view)) return <Refused person={actor.name} message={view.message} />;
  const { agencies, choices, query, more } = view;
  const people = agencies.reduce((sum, agency) => sum + agency.people.length, 0);
  return (
    <>
      <AdministrationMasthead person={actor.name} />
      <main className="board administration" id="main">
        <AdministrationNav here="/office/accounts" />
        <div className="work-head">
          <div>
            <h1>账号</h1>
            <p>
              {query === '' ? '' : `查找“${query}”：`}
              {agencies.length} 个机关，{people} 个账号
            </p>
          </div>
          <div className="tools">
            <LookFor action="/office/accounts" label="查找姓名、用户名或机关" query={query} />
            <NewAccount choices={choices} agency={choices[0]?.key ?? ''} create={createAccountAction} />
          </div>
        </div>
        {agencies.length === 0 ? (
          <p className="none-yet">
            没有找到“{query}”。<a href="/office/accounts">看全部账号</a>
          </p>
        ) : null}
        {agencies.length === 0 ? null : (
          <People
            agencies={agencies}
            commands={commands}
            addTo={(agency) => <NewAccount choices={choices} agency={agency.key} create={createAccountAction} at={agency.shortName} />}
          />
        )}
        {more ? <p className="none-yet">只显示了前 {agencies.length} 个机关，其余的请用上面的查找。</p> : null}
      </main>
    </>
  );
}

function Refused({ person, message }: { person: string; message: string }) {
  return (
    <>
      <AdministrationMasthead person={person} />
      <main className="board administration" id="main">
        <h1>不能打开这一页</h1>
        <p className="none-yet">
          {message}。<a href="/office">回到工作台</a>
        </p>
      </main>
    </>
  );
}
