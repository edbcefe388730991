import { sameValue, valueAt } from '@/lib/report/draft';
import { database } from '@/lib/store/database/database';
import { standpointsSince } from '@/lib/store/reports/edits';
import { draftAt, historyOf, type StoredEvent } from '@/lib/store/reports/reports';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import type { ChangeView, ReportHead, ReviewView } from '@/lib/workflow/view';
import { editorView, readable } from '@/lib/usecases/writing/open-report';

/** The report as a reviewer sees it, with what changed since it was last submitted before. */
export async function reviewReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<ReviewView | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const { report } = opened;
  const db = database();
  const view = await editorView(opened, now);
  const seen = lastSeen(view.head, await historyOf(db, report.id));
  if (seen === null) return { ...view, before: null, changes: [] };
  const before = await draftAt(db, report, seen.seq);
  const since = await standpointsSince(db, report.id, seen.seq);
  const changes = since.flatMap((set): ChangeView[] => {
    const was = valueAt(before, set.path);
    return sameValue(was, set.value) ? [] : [{ path: set.path, before: was, after: set.value, by: set.by, at: set.at }];
  });
  return { ...view, before, changes };
}

/**
 * What the reviewer saw before: the last submission once it was returned, else the one before the current; in a
 * correction that was submitted once at most, what is published.
 */
function lastSeen(head: ReportHead, history: readonly StoredEvent[]): StoredEvent | null {
  const wanted = head.state === 'returned' ? head.submission : head.submission - 1;
  if (head.correction !== null && wanted <= head.correction.submission)
    return history.findLast((event) => event.type === 'published') ?? null;
  return history.findLast((event) => event.type === 'submitted' && event.submission === wanted) ?? null;
}
