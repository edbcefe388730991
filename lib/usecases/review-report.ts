import { sameValue, valueOfParagraph, type Draft, type Path, type Value } from '@/lib/report/draft';
import { database } from '@/lib/store/database';
import { standpointsSince } from '@/lib/store/edits';
import { draftAt, historyOf, type StoredEvent } from '@/lib/store/reports';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import type { ChangeView, ReviewView } from '@/lib/workflow/view';
import { editorView, readable } from './open-report';

/** The report as a reviewer sees it, with what changed since it was last submitted before. */
export async function reviewReport(actor: Actor | null, agencyKey: string, year: number, now: Date): Promise<ReviewView | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const { report } = opened;
  const db = database();
  const view = await editorView(opened, now);
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
  if (paragraph !== undefined) return valueOfParagraph(paragraph);
  return draft.cells[path] ?? null;
}
