import { database } from '@/lib/store/database/database';
import { findReport, loadDraft } from '@/lib/store/reports/reports';
import { abandonCorrection } from '@/lib/usecases/publishing/abandon-correction';
import { checkedReport } from '@/lib/usecases/checked-report';
import { moveReport } from '@/lib/usecases/review/move-report';
import { publishReport } from '@/lib/usecases/publishing/publish-report';
import { remark } from '@/lib/usecases/review/remark';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { startReport } from '@/lib/usecases/writing/start-report';
import { withdrawReport } from '@/lib/usecases/publishing/withdraw-report';
import { fingerprint } from '@/lib/checks/finding';
import type { Edit, Path } from '@/lib/report/draft';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import type { SampleComment, SampleReason, SampleReport, SampleWrite } from './district';
import type { SampleEvent } from './timeline';

interface Step {
  readonly at: Date;
  run(): Promise<unknown>;
}

/** What the product refuses is a mistake in the sample data, never something to step over. */
function accepted<Result extends object>(report: SampleReport, step: string, result: Result | Refusal): Result {
  if (isRefusal(result))
    throw new Error(`sample data: ${report.agency.key} ${report.year}, ${step}: ${result.message}`);
  return result as Result;
}

/**
 * Writes one report by the commands that its people would have given, in the order of time and on the day they gave
 * them, so that the sample data keeps every rule of the product.
 */
export async function fillReport(report: SampleReport, actorOf: (userName: string) => Actor): Promise<void> {
  const { key } = report.agency;
  const { year } = report;
  let version = 0;
  const lastEdit = new Map<Path, string>();
  /** The opening paragraph that a new report has of itself, to be written over. */
  let opening: { path: Path; edit: string } | null = null;

  const move = async (event: SampleEvent): Promise<void> => {
    const actor = actorOf(event.by);
    const answer = await moved(event, actor);
    version = accepted(report, event.type, answer).version;
  };
  const moved = (event: SampleEvent, actor: Actor) => {
    switch (event.type) {
      case 'started':
        return start(actor, event.at);
      case 'submitted':
        return moveReport(actor, key, year, { do: 'submit' }, version, event.at);
      case 'recalled':
        return moveReport(actor, key, year, { do: 'recall' }, version, event.at);
      case 'returned':
        return moveReport(actor, key, year, { do: 'return', reason: event.reason }, version, event.at);
      case 'approved':
        return moveReport(actor, key, year, { do: 'approve' }, version, event.at);
      case 'published':
        return publishReport(actor, key, year, version, event.at);
      case 'reopened':
        return moveReport(actor, key, year, { do: 'correct', reason: event.reason }, version, event.at);
      case 'restated':
        return moveReport(actor, key, year, { do: 'restate', reason: event.reason }, version, event.at);
      case 'abandoned':
        return abandonCorrection(actor, key, year, version, event.at);
      case 'withdrawn':
        return withdrawReport(actor, key, year, event.reason, version, event.at);
    }
  };
  const start = async (actor: Actor, at: Date) => {
    const answer = await startReport(actor, key, year, at);
    const stored = await findReport(database(), key, year);
    const draft = stored === null ? null : await loadDraft(database(), stored);
    const paragraph = draft?.paragraphs[0];
    const edit = paragraph === undefined ? undefined : draft?.seen[paragraph.id];
    opening = paragraph === undefined || edit === undefined ? null : { path: paragraph.id, edit };
    return answer;
  };

  const editOf = (write: SampleWrite): Edit => {
    const { id, value } = write;
    const isOpening = value !== null && typeof value !== 'string' && value.place === 'preamble';
    const path = isOpening && opening !== null ? opening.path : write.path;
    const base = lastEdit.get(path) ?? (path === opening?.path ? opening.edit : null);
    lastEdit.set(path, id);
    return { id, path, base, value };
  };
  const writeDown = async (writes: readonly SampleWrite[]): Promise<void> => {
    const [first] = writes;
    if (first === undefined) return;
    const answer = await saveEdits(actorOf(first.by), key, year, { since: 0, edits: writes.map(editOf) }, first.at);
    const conflict = accepted(report, 'edits', answer).results.find((result) => result.outcome === 'conflict');
    if (conflict !== undefined) throw new Error(`sample data: ${key} ${year}, edit ${conflict.id} met another value`);
  };

  const explain = async (reason: SampleReason): Promise<void> => {
    const stored = await findReport(database(), key, year);
    const findings = stored === null ? [] : (await checkedReport(database(), stored)).result.findings;
    const finding = findings.find((one) => one.rule === reason.rule && one.cells.includes(reason.cell));
    if (finding === undefined)
      throw new Error(`sample data: ${key} ${year}, ${reason.rule} does not stand on ${reason.cell}`);
    const said = { do: 'explain', fingerprint: fingerprint(finding), rule: reason.rule, text: reason.text } as const;
    accepted(report, 'reason', await remark(actorOf(reason.by), key, year, said, reason.at));
  };

  const comment = async ({ path, quote, text, by, at }: SampleComment): Promise<void> => {
    accepted(report, 'comment', await remark(actorOf(by), key, year, { do: 'comment', path, quote, text }, at));
  };
  const idOf = async ({ path, at }: SampleComment): Promise<string> =>
    (
      await database().comment.findFirstOrThrow({
        where: { path, at, report: { year, agency: { key } } },
        select: { id: true },
      })
    ).id;

  const steps: Step[] = [
    ...report.events.map((event): Step => ({ at: event.at, run: () => move(event) })),
    ...sittings(report.writes).map(
      (writes): Step => ({ at: writes[0]?.at ?? new Date(0), run: () => writeDown(writes) }),
    ),
    ...report.reasons.map((reason): Step => ({ at: reason.at, run: () => explain(reason) })),
    ...report.comments.flatMap((one): Step[] => {
      const { reply, settledAt } = one;
      const steps: Step[] = [{ at: one.at, run: () => comment(one) }];
      if (reply !== null) {
        steps.push({
          at: reply.at,
          run: async () =>
            accepted(
              report,
              'reply',
              await remark(
                actorOf(reply.by),
                key,
                year,
                { do: 'reply', comment: await idOf(one), text: reply.text },
                reply.at,
              ),
            ),
        });
      }
      if (settledAt !== null) {
        steps.push({
          at: settledAt,
          run: async () =>
            accepted(
              report,
              'settle',
              await remark(
                actorOf(one.by),
                key,
                year,
                { do: 'settle', comment: await idOf(one), settled: true },
                settledAt,
              ),
            ),
        });
      }
      return steps;
    }),
  ];
  for (const step of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) await step.run();
}

/** Writes that were made at one moment. */
function sittings(writes: readonly SampleWrite[]): SampleWrite[][] {
  const byTime = new Map<number, SampleWrite[]>();
  for (const write of writes) byTime.set(write.at.getTime(), [...(byTime.get(write.at.getTime()) ?? []), write]);
  return [...byTime.values()];
}
