import { sameValue, type Draft, type Path, type Value } from '@/lib/report/draft';
import { database } from '@/lib/store/database';
import { standpointsSince } from '@/lib/store/edits';
import { draftAt, findReport, historyOf, standingOf, writersOf, type StoredEvent } from '@/lib/store/reports';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import type { ChangeView, ReviewView } from '@/lib/workflow/view';
import { editorView } from './open-report';
import { expired, noSuchReport } from './sentences';

/** The report as a reviewer sees it, with what changed since it was last submitted before. */
export async function reviewReport(actor: Actor | null, agencyKey: string, year: number, now: Date): Promise<ReviewView | Refusal> {
  if (actor === null) return expired();
  const db = database();
  const report = await findReport(db, agencyKey, year);
  if (report === null) return noSuchReport();
  const standing = standingOf(report, await writersOf(db, report.id));
  const refusal = may(actor, 'read', standing);
  if (refusal !== null) return refusal;
  const view = await editorView(db, report, standing, actor, now);
  const seen = lastSeen(await historyOf(db, report.id), report.submission, report.state === 'returned');
  if (seen === null) return { ...view, before: null, changes: [] };
  const before = await draftAt(db, report, seen.seq);
  const since = await standpointsSince(db, report.id, seen.seq);
  const changes = since.flatMap((set): ChangeView[] => {
    const was = valueAt(before, set.path);
    return sameValue(was, set.value) ? [] : [{ path: set.path, before: was, after: set.value, by: set.by, at: set.at }];
  });
  return { ...view, before, changes };
}

/** The submission that the reviewer saw before: the last one once it was returned, else the one before the current. */
function lastSeen(history: readonly StoredEvent[], submission: number, returned: boolean): StoredEvent | null {
  const wanted = returned ? submission : submission - 1;
  return history.findLast((event) => event.type === 'submitted' && event.submission === wanted) ?? null;
}

function valueAt(draft: Draft, path: Path): Value {
  const paragraph = draft.paragraphs.find((candidate) => candidate.id === path);
  if (paragraph !== undefined) return { place: paragraph.place, order: paragraph.order, runs: paragraph.runs };
  return draft.cells[path] ?? null;
}
