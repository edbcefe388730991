import { differences, isSame } from '@/lib/report/differences';
import type { Report } from '@/lib/report/report';
import { lastVersion } from '@/lib/store/marks';
import { openComments, reasonsOf } from '@/lib/store/remarks';
import { lockReport, recordEvent, standingOf, writersOf, type StoredReport } from '@/lib/store/reports';
import { transaction, type Transaction } from '@/lib/store/transaction';
import { decide, type Command } from '@/lib/workflow/decide';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { evolve, type ReportEvent } from '@/lib/workflow/state';
import { checkedReport } from './checked-report';
import { noSuchReport, staleVersion } from './sentences';

/**
 * Submits, recalls, returns or approves a report, opens it for a correction or rewords the reason of one: authorise, load,
 * decide, save, in one transaction.
 * `version` is the event number the actor saw; another one refuses with `stale-version`.
 */
export async function moveReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  command: Exclude<Command, { do: 'publish' | 'abandon' | 'withdraw' }>,
  version: number,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const event = await decided(tx, report, command, actor, version, now);
    if (isRefusal(event)) return event;
    const after = evolve(standingOf(report, []), event);
    return { version: await recordEvent(tx, report, event, after), state: after.state };
  });
}

/** The decision on a locked report, on what the server itself finds in it. */
export async function decided(
  tx: Transaction,
  report: StoredReport,
  command: Command,
  actor: Actor | null,
  version: number,
  now: Date,
): Promise<ReportEvent | Refusal> {
  const standing = standingOf(report, await writersOf(tx, report.id));
  const refusal = may(actor, command.do, standing);
  if (version !== report.version && (refusal === null || refusal.refused === 'wrong-state')) return staleVersion();
  if (refusal !== null) return refusal;
  const { result, resolved } = await checkedReport(tx, report);
  const subject = {
    ...standing,
    findings: result.findings,
    reasons: await reasonsOf(tx, report.id),
    openComments: await openComments(tx, report.id),
    changed: command.do !== 'submit' || (await differs(tx, report, resolved.report)),
  };
  return decide(subject, command, actor, now);
}

/** Whether a correction says anything else than the version it corrects. */
async function differs(tx: Transaction, report: StoredReport, now: Report): Promise<boolean> {
  if (report.correction === null) return true;
  const published = await lastVersion(tx, report.agency.key, report.year);
  return published === null || !isSame(differences(published.report, now));
}
