import type { Metadata } from 'next';
import { DeskPage } from '@/components/office/desk';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { currentActor } from '@/lib/accounts/actor';
import { listReports } from '@/lib/usecases/writing/list-reports';
import { showPdfWork } from '@/lib/usecases/publishing/show-pdf-work';
import { roleNames, roles } from '@/lib/workflow/permissions';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway } from './turn-away';

export const metadata: Metadata = { title: '我的报告' };

export default async function OfficePage() {
  const actor = await currentActor();
  const desk = await listReports(actor, new Date());
  if (isRefusal(desk)) turnAway(desk, '/office');
  const own = desk.agencies.filter((item) => item.roles.length > 0);
  const held = roles.filter((role) => own.some((item) => item.roles.includes(role)));
  return (
    <>
      <Masthead
        agency={own.length === 1 ? own[0]?.agency.name : undefined}
        person={<Person name={desk.actor.name} role={held.map((role) => roleNames[role]).join('、')} />}
      />
      <DeskPage desk={desk} pdf={await showPdfWork(actor)} />
    </>
  );
}
