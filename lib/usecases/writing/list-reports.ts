import { formatFor } from '@/lib/statute/formats';
import { agenciesOf, viewOfAgency } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import { reportsOf } from '@/lib/store/reports/report-list';
import { eventsFrom, stateOf } from '@/lib/store/reports/reports';
import { correctionAfter, publicationAfter, turningPoints } from '@/lib/workflow/correction';
import type { DeskAgency, DeskView } from '@/lib/workflow/desk-view';
import { rolesAt, type Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { dayInShanghai, deadlinesOf } from '@/lib/usecases/deadlines';

/** What lies on the actor's desk: the own agencies first, then those below. */
export async function listReports(actor: Actor | null, now: Date): Promise<DeskView | Refusal> {
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const db = database();
  const roundYear = Number(dayInShanghai(now).slice(0, 4)) - 1;
  const governed = actor.roles.filter((held) => held.role === 'administrator').map((held) => held.agencyPath);
  const agencies = await agenciesOf(
    db,
    actor.roles.map((held) => held.agencyId),
    governed,
  );
  const rows = await reportsOf(
    db,
    agencies.map((agency) => agency.id),
    ['returned', ...turningPoints],
  );
  const views = agencies.map((agency): DeskAgency => {
    const roles = rolesAt(actor, agency.id);
    const own = rows.filter((row) => row.agencyId === agency.id);
    const years = new Set(own.map((row) => row.year));
    const startable = [roundYear + 1, roundYear].filter((year) => !years.has(year) && formatFor(year) !== undefined);
    return {
      agency: viewOfAgency(agency),
      roles,
      reports: own.map((row) => ({
        year: row.year,
        state: stateOf(row.state),
        step: row.step,
        submission: row.submission,
        publication: publicationAfter(eventsFrom(row.events)),
        correction: correctionAfter(eventsFrom(row.events)),
        updatedAt: row.updatedAt.toISOString(),
        deadlines: deadlinesOf(agency.kind, row.year, now),
        openComments: row._count.comments,
        returnedReason:
          row.state === 'returned' ? (row.events.findLast((event) => event.type === 'returned')?.reason ?? '') : '',
      })),
      canStart: roles.includes('author') && !agency.disabled ? startable : [],
    };
  });
  const isOwn = (view: DeskAgency): boolean => view.roles.length > 0;
  return {
    actor: { name: actor.name },
    roundYear,
    agencies: [...views.filter(isOwn), ...views.filter((view) => !isOwn(view))],
  };
}
