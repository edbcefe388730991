import type { Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer, CommandRequest } from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { carryOut } from '@/lib/usecases/review/carry-out';
import { openReport } from '@/lib/usecases/writing/open-report';
import type { Remark } from '@/lib/usecases/review/remark';

type WithoutVersion<Command> = Command extends unknown ? Omit<Command, 'version'> : never;

/** A command that moves a report on. */
export type Step = WithoutVersion<Exclude<CommandRequest, Remark>>;

/** Moves a report on from where it stands now; what came of it. */
export async function step(
  actor: Actor,
  agencyKey: string,
  year: number,
  command: Step,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  const { version } = granted(await openReport(actor, agencyKey, year, now)).head;
  return carryOut(actor, agencyKey, year, { ...command, version }, now);
}

/** The value of a use case that must not have been refused. */
export function granted<Result extends object>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(`${result.refused}: ${result.message}`);
  return result;
}
