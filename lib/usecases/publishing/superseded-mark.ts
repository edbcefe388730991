import { markedPage } from '@/lib/render/page/marked-page';
import { differences } from '@/lib/report/differences';
import type { Report } from '@/lib/report/report';
import { database } from '@/lib/store/database/database';
import { lastVersion, type MarkToStore } from '@/lib/store/publications/marks';
import type { StoredReport } from '@/lib/store/reports/reports';
import type { Actor } from '@/lib/workflow/permissions';

/**
 * The mark for the version that stands until version `successor` is published as `snapshot`; null when there is none.
 */
export async function supersededMark(
  report: StoredReport,
  snapshot: Report,
  successor: number,
  actor: Actor,
  now: Date,
): Promise<{ publication: string; mark: MarkToStore } | null> {
  const before = await lastVersion(database(), report.agency.key, report.year);
  if (before === null) return null;
  const reason = report.correction?.reason ?? '';
  const page = markedPage(new TextDecoder().decode(before.page), {
    successor,
    number: before.number,
    at: now.toISOString(),
    reason,
    current: `/reports/${report.agency.key}/${report.year}`,
    format: snapshot.format,
    differences: differences(before.report, snapshot),
    withdrawn: before.withdrawn === null ? null : { ...before.withdrawn, at: before.withdrawn.at.toISOString() },
  });
  const mark = {
    kind: 'superseded',
    at: now,
    by: actor.name,
    reason,
    successor,
    page: new TextEncoder().encode(page),
    notice: null,
  } as const;
  return { publication: before.id, mark };
}
