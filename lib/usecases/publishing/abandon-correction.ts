import { randomUUID } from 'node:crypto';
import { sameValue, valueAt, type Edit } from '@/lib/report/draft';
import { appendEdits, standpointsSince } from '@/lib/store/reports/edits';
import { draftAt, historyOf, type StoredReport } from '@/lib/store/reports/reports';
import type { Transaction } from '@/lib/store/database/transaction';
import type { Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import { decideOnReport } from '@/lib/usecases/review/decide-on-report';

/**
 * Ends a correction without a new version: by edits of its own every value becomes what was published, so that what was
 * tried stays in the history, and the report is published or withdrawn again, as it was.
 */
export async function abandonCorrection(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  version: number,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  return decideOnReport(actor, agencyKey, year, { do: 'abandon' }, version, now, async (tx, report, event) => {
    const seq = await appendEdits(tx, report, await back(tx, report), event.actor, now);
    return { ...report, seq };
  });
}

/** Edits that lead from what stands to what was published. */
async function back(tx: Transaction, report: StoredReport): Promise<Edit[]> {
  const published = (await historyOf(tx, report.id)).findLast((event) => event.type === 'published');
  if (published === undefined) return [];
  const before = await draftAt(tx, report, published.seq);
  return (await standpointsSince(tx, report.id, published.seq)).flatMap((standing): Edit[] => {
    const value = valueAt(before, standing.path);
    return sameValue(value, standing.value)
      ? []
      : [{ id: randomUUID(), path: standing.path, base: standing.edit, value }];
  });
}
