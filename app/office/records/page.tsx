import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdministrationPage } from '@/components/accounts/administration-page';
import { Records } from '@/components/accounts/records';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { listAdminRecords } from '@/lib/usecases/administration/list-admin-records';
import { isRefusal } from '@/lib/workflow/refusal';

export const metadata: Metadata = { title: '办理记录' };

const here = '/office/records';

export default async function RecordsPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await currentActor();
  if (actor === null) redirect(signInPage(here));
  const { after } = await searchParams;
  const view = await listAdminRecords(actor, typeof after === 'string' ? after : null);
  if (isRefusal(view)) redirect('/office/accounts');
  return (
    <AdministrationPage person={actor.name} here={here} says="机关和账号的每一项变动，由谁在何时办理；只增不改。">
      {view.records.length === 0 ? <p className="none-yet">还没有记录。</p> : <Records records={view.records} />}
      {view.next === null ? null : (
        <p className="more-records">
          <a className="button" href={`${here}?after=${view.next}`}>
            更早的记录
          </a>
        </p>
      )}
    </AdministrationPage>
  );
}
