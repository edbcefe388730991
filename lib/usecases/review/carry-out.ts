import type { Refusal } from '@/lib/workflow/refusal';
import { commandRequestSchema, type CommandAnswer } from '@/lib/workflow/protocol';
import type { Actor } from '@/lib/workflow/permissions';
import { abandonCorrection } from '@/lib/usecases/publishing/abandon-correction';
import { moveReport } from './move-report';
import { publishReport } from '@/lib/usecases/publishing/publish-report';
import { remark } from './remark';
import { badInput, expired } from '@/lib/usecases/sentences';
import { withdrawReport } from '@/lib/usecases/publishing/withdraw-report';

/** Carries out one command on a report as it came over HTTP; each command's own use case authorises and decides. */
export async function carryOut(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  input: unknown,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  if (actor === null) return expired();
  const parsed = commandRequestSchema.safeParse(input);
  if (!parsed.success) return badInput(parsed.error.issues[0]?.message ?? '格式不对');
  const command = parsed.data;
  switch (command.do) {
    case 'publish':
      return publishReport(actor, agencyKey, year, command.version, now);
    case 'submit':
    case 'recall':
    case 'approve':
      return moveReport(actor, agencyKey, year, { do: command.do }, command.version, now);
    case 'return':
    case 'correct':
    case 'restate':
      return moveReport(actor, agencyKey, year, { do: command.do, reason: command.reason }, command.version, now);
    case 'abandon':
      return abandonCorrection(actor, agencyKey, year, command.version, now);
    case 'withdraw':
      return withdrawReport(actor, agencyKey, year, command.reason, command.version, now);
    default:
      return remark(actor, agencyKey, year, command, now);
  }
}
