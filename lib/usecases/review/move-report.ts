import type { Command } from '@/lib/workflow/decide';
import type { Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import { decideOnReport } from './decide-on-report';

/** Submits, recalls, returns or approves a report, opens it for a correction or rewords the reason of one. */
export async function moveReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  command: Exclude<Command, { do: 'publish' | 'abandon' | 'withdraw' }>,
  version: number,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  return decideOnReport(actor, agencyKey, year, command, version, now, async (_tx, report) => report);
}
