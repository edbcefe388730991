import { randomUUID } from 'node:crypto';
import { sameValue, valueAt, type Edit } from '@/lib/report/draft';
import { appendEdits, standpointsSince } from '@/lib/store/edits';
import { draftAt, historyOf, lockReport, recordEvent, standingOf, type StoredReport } from '@/lib/store/reports';
import { transaction, type Transaction } from '@/lib/store/transaction';
import type { Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { evolve } from '@/lib/workflow/state';
import { decided } from './move-report';
import { noSuchReport } from './sentences';

/**
 * Ends a correction without a new version: by edits of its own every value becomes what was published, so that what was
 * tried stays in the history, and the report is published or withdrawn again, as it was.
 */
export async function abandonCorrection(actor: Actor | null, agencyKey: string, year: number, version: number, now: Date): Promise<CommandAnswer | Refusal> {
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const event = await decided(tx, report, { do: 'abandon' }, actor, version, now);
    if (isRefusal(event)) return event;
    const seq = await appendEdits(tx, report, await back(tx, report), event.actor, now);
    const after = evolve(standingOf(report, []), event);
    return { version: await recordEvent(tx, { ...report, seq }, event, after), state: after.state };
  });
}

/** Edits that lead from what stands to what was published. */
async function back(tx: Transaction, report: StoredReport): Promise<Edit[]> {
  const published = (await historyOf(tx, report.id)).findLast((event) => event.type === 'published');
  if (published === undefined) return [];
  const before = await draftAt(tx, report, published.seq);
  return (await standpointsSince(tx, report.id, published.seq)).flatMap((standing): Edit[] => {
    const value = valueAt(before, standing.path);
    return sameValue(value, standing.value) ? [] : [{ id: randomUUID(), path: standing.path, base: standing.edit, value }];
  });
}
