import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AdministrationMasthead, AdministrationNav } from '@/components/accounts/administration-head';
import { Records } from '@/components/accounts/records';
import { currentActor } from '@/lib/accounts/actor';
import { signInPage } from '@/lib/accounts/next-page';
import { listAdminRecords } from '@/lib/usecases/list-admin-records';
import { isRefusal } from '@/lib/workflow/refusal';

export const metadata: Metadata = { title: '办理记录' };

export default async function RecordsPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await currentActor();
  if (actor === null) redirect(signInPage('/office/records'));
  const { after } = await searchParams;
  const view = await listAdminRecords(actor, typeof after === 'string' ? after : null);
  if (isRefusal(view)) redirect('/office/accounts');
  return (
    <>
      <AdministrationMasthead person={actor.name} />
      <main className="board administration" id="main">
        <AdministrationNav here="/office/records" />
        <div className="work-head">
          <div>
            <h1>办理记录</h1>
            <p>机关和账号的每一项变动，由谁在何时办理；只增不改。</p>
          </div>
        </div>
        {view.records.length === 0 ? <p className="none-yet">还没有记录。</p> : <Records records={view.records} />}
        {view.next === null ? null : (
          <p className="more-records">
            <a className="button" href={`/office/records?after=${view.next}`}>
              更早的记录
            </a>
          </p>
        )}
      </main>
    </>
  );
}
