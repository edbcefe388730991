import type { Fault } from '@/lib/proof/fault';
import { statesAfter } from '@/lib/workflow/history';
import { eventNames, eventTypes, type EventType } from '@/lib/workflow/state';
import type { Transaction } from '@/lib/store/database/transaction';

const BATCH = 200;

const columns = {
  ...{ id: true, agencyId: true, year: true, agencyName: true, state: true, version: true },
  events: { orderBy: { number: 'asc' }, select: { number: true, type: true, seq: true } },
} as const;

type AuditedReport = Awaited<ReturnType<typeof reportsAfter>>[number];

function reportsAfter(db: Transaction, last: string | null) {
  return db.report.findMany({
    orderBy: { id: 'asc' },
    take: BATCH,
    ...(last === null ? {} : { cursor: { id: last }, skip: 1 }),
    select: columns,
  });
}

function ofReport({ id, agencyName, year }: AuditedReport, says: string): Fault {
  return {
    code: 'unlike-history',
    table: 'Report',
    subject: id,
    message: `Report ${id}（${agencyName} ${year} 年度）${says}。`,
  };
}

/** Where a report does not follow from its history, in words; null where it does. */
function unlikeHistory({ events, state, version }: AuditedReport, publications: number): string | null {
  const gap = events.findIndex(({ number }, index) => number !== index + 1);
  if (gap >= 0 || events.length !== version)
    return `的历史不连续：应有 ${version} 条，第 ${(gap >= 0 ? gap : events.length) + 1} 条不对`;
  const known = events.flatMap(({ type }) => eventTypes.find((one): one is EventType => one === type) ?? []);
  if (known.length !== events.length) return '的历史里有本系统没有的事项';
  const states = statesAfter(known);
  if (typeof states === 'number')
    return `的历史第 ${states + 1} 条“${eventNames[known[states] ?? 'started']}”在此之前的情形下不可能发生`;
  if (!states.some((one) => one === state)) return `的状态“${state}”与它的历史不符`;
  const late = events.findIndex(
    ({ type, seq }, index) =>
      (type === 'approved' || type === 'published') &&
      events.slice(0, index).findLast((one) => one.type === 'submitted')?.seq !== seq,
  );
  if (late >= 0) return `的历史第 ${late + 1} 条之前，提交以后又有改动`;
  const published = known.filter((type) => type === 'published').length;
  return published === publications ? null : `按历史公布过 ${published} 次，库中有 ${publications} 版`;
}

/** How many versions of each of these reports are published, by agency and year. */
async function publicationsOf(db: Transaction, reports: readonly AuditedReport[]): Promise<Map<string, number>> {
  const groups = await db.publication.groupBy({
    by: ['agencyId', 'year'],
    where: { agencyId: { in: reports.map(({ agencyId }) => agencyId) } },
    _count: true,
  });
  return new Map(groups.map(({ agencyId, year, _count }) => [`${agencyId}/${year}`, _count]));
}

/** Values of drafts that are not what the last edit of their path set. */
async function unlikeEdits(db: Transaction, reports: readonly AuditedReport[]): Promise<Fault[]> {
  const ids = reports.map(({ id }) => id);
  const rows = await db.$queryRaw<{ id: string; path: string }[]>`
    SELECT coalesce(v."reportId", e."reportId")::text AS "id", coalesce(v."path", e."path") AS "path"
    FROM (SELECT DISTINCT ON ("reportId", "path") "reportId", "path", "id", "value" FROM "Edit"
          WHERE "reportId" = ANY(${ids}::uuid[]) ORDER BY "reportId", "path", "seq" DESC) e
    FULL JOIN (SELECT "reportId", "path", "editId", "value" FROM "DraftValue" WHERE "reportId" = ANY(${ids}::uuid[])) v
      ON v."reportId" = e."reportId" AND v."path" = e."path"
    WHERE v."editId" IS DISTINCT FROM e."id" OR v."value" IS DISTINCT FROM e."value" ORDER BY 1, 2`;
  return rows.map(({ id, path }) => ({
    code: 'unlike-edits',
    table: 'DraftValue',
    subject: `${id}/${path}`,
    message: `DraftValue ${id}/${path} 不是最后一次填写的内容：是绕过本系统改动的。`,
  }));
}

/** Every report against its history: its state and its publications, and its values against their edits. */
export async function auditReports(db: Transaction): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (let last: string | null = null; ; ) {
    const reports = await reportsAfter(db, last);
    const publications = await publicationsOf(db, reports);
    for (const report of reports) {
      const says = unlikeHistory(report, publications.get(`${report.agencyId}/${report.year}`) ?? 0);
      if (says !== null) faults.push(ofReport(report, says));
    }
    faults.push(...(await unlikeEdits(db, reports)));
    if (reports.length < BATCH) return faults;
    last = reports.at(-1)?.id ?? null;
  }
}
