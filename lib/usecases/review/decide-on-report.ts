import { differences, isSame } from '@/lib/report/differences';
import type { Report } from '@/lib/report/report';
import { lastVersion } from '@/lib/store/publications/marks';
import { openComments, reasonsOf } from '@/lib/store/reports/remarks';
import { lockReport, recordEvent, standingOf, writersOf, type StoredReport } from '@/lib/store/reports/reports';
import { transaction, type Transaction } from '@/lib/store/database/transaction';
import { decide, type Command } from '@/lib/workflow/decide';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { evolve, type ReportEvent, type Standing } from '@/lib/workflow/state';
import { checkedReport } from '@/lib/usecases/checked-report';
import { noSuchReport, staleVersion } from '@/lib/usecases/sentences';

/** What an event brings with it besides itself; gives the report under which the event is recorded. */
type Effect = (tx: Transaction, report: StoredReport, event: ReportEvent) => Promise<StoredReport>;

/**
 * Authorises, loads, decides and saves, in one transaction. `version` is the event number the actor saw; another one
 * refuses with `stale-version`.
 */
export async function decideOnReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  command: Command,
  version: number,
  now: Date,
  effect: Effect,
): Promise<CommandAnswer | Refusal> {
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const event = await decided(tx, report, command, actor, version, now);
    if (isRefusal(event)) return event;
    const changed = await effect(tx, report, event);
    const after = evolve(standingOf(report, []), event);
    return { version: await recordEvent(tx, changed, event, after), state: after.state };
  });
}

/**
 * Why the actor may not do this to a report that stands so; `seen` is whether that is how the actor saw it. Null when
 * nothing is in the way.
 */
export function objection(actor: Actor | null, what: Command['do'], standing: Standing, seen: boolean): Refusal | null {
  const refusal = may(actor, what, standing);
  return !seen && (refusal === null || refusal.refused === 'wrong-state') ? staleVersion() : refusal;
}

/** The decision on a locked report, on what the server itself finds in it. */
async function decided(
  tx: Transaction,
  report: StoredReport,
  command: Command,
  actor: Actor | null,
  version: number,
  now: Date,
): Promise<ReportEvent | Refusal> {
  const standing = standingOf(report, await writersOf(tx, report.id));
  const refusal = objection(actor, command.do, standing, version === report.version);
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
