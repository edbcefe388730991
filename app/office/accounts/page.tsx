import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdministrationPage, AdministrationRefused } from '@/components/accounts/administration-page';
import { FoundAgencies } from '@/components/accounts/found-agencies';
import { LookFor } from '@/components/accounts/look-for';
import { NewAccount } from '@/components/accounts/new-account';
import { People } from '@/components/accounts/people';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { listAdministered } from '@/lib/usecases/administration/list-administered';
import { isRefusal } from '@/lib/workflow/refusal';
import {
  changeRolesAction,
  createAccountAction,
  disableAccountAction,
  enableAccountAction,
  resetPasswordAction,
} from './actions';

export const metadata: Metadata = { title: '账号' };

const here = '/office/accounts';

const commands = {
  changeRoles: changeRolesAction,
  resetPassword: resetPasswordAction,
  disable: disableAccountAction,
  enable: enableAccountAction,
};

export default async function AccountsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await currentActor();
  if (actor === null) redirect(signInPage(here));
  const { q } = await searchParams;
  const view = await listAdministered(actor, typeof q === 'string' ? q.slice(0, 60) : '');
  if (isRefusal(view)) return <AdministrationRefused person={actor.name} message={view.message} />;
  const { agencies, choices, query, more } = view;
  const people = agencies.reduce((sum, agency) => sum + agency.people.length, 0);
  return (
    <AdministrationPage
      person={actor.name}
      here={here}
      says={`${query === '' ? '' : `查找“${query}”：`}${agencies.length} 个机关，${people} 个账号`}
      tools={
        <>
          <LookFor action={here} label="查找姓名、用户名或机关" query={query} />
          <NewAccount choices={choices} agency={choices[0]?.key ?? ''} create={createAccountAction} />
        </>
      }
    >
      <FoundAgencies here={here} all="看全部账号" query={query} count={agencies.length} more={more}>
        <People
          agencies={agencies}
          commands={commands}
          addTo={(agency) => (
            <NewAccount choices={choices} agency={agency.key} create={createAccountAction} at={agency.shortName} />
          )}
        />
      </FoundAgencies>
    </AdministrationPage>
  );
}
