import { fingerprint, type Finding } from '@/lib/checks/finding';
import { may, type Actor } from './permissions';
import { reasonAsked } from './reason-asked';
import { refuse, type Refusal } from './refusal';
import type { EventType, Reason, ReportEvent, Subject } from './state';

/** The commands that move a report along its way. */
export type Command =
  | { readonly do: 'submit' }
  | { readonly do: 'recall' }
  | { readonly do: 'return'; readonly reason: string }
  | { readonly do: 'approve' }
  | { readonly do: 'publish' }
  | { readonly do: 'correct'; readonly reason: string }
  | { readonly do: 'restate'; readonly reason: string }
  | { readonly do: 'abandon' }
  | { readonly do: 'withdraw'; readonly reason: string };

/** Warnings that no reason answers as they stand now. */
function unexplained(findings: readonly Finding[], reasons: readonly Pick<Reason, 'fingerprint'>[]): Finding[] {
  const answered = new Set(reasons.map((reason) => reason.fingerprint));
  return findings.filter((finding) => finding.severity === 'warning' && !answered.has(fingerprint(finding)));
}

const became: Readonly<Record<Command['do'], EventType>> = {
  submit: 'submitted',
  recall: 'recalled',
  return: 'returned',
  approve: 'approved',
  publish: 'published',
  correct: 'reopened',
  restate: 'restated',
  abandon: 'abandoned',
  withdraw: 'withdrawn',
};

/**
 * What a command comes to: the event that takes place, or why it does not. Pure; the clock and the actor are given.
 * Refuses with `has-errors`, `unexplained-warnings`, `reason-missing`, `open-comments`, `nothing-changed` and whatever
 * `may` refuses.
 */
export function decide(report: Subject, command: Command, actor: Actor | null, now: Date): ReportEvent | Refusal {
  const refusal = may(actor, command.do, report) ?? obstacle(report, command);
  if (refusal !== null) return refusal;
  if (actor === null) return refuse('not-signed-in', '请先登录');
  const inReview = report.state === 'submitted' && command.do !== 'withdraw';
  return {
    type: became[command.do],
    actor: { id: actor.id, name: actor.name },
    at: now,
    reason: 'reason' in command ? command.reason.trim() : '',
    step: inReview ? (report.steps[report.step]?.name ?? null) : null,
    submission: command.do === 'submit' ? report.submission + 1 : report.submission,
  };
}

function obstacle(report: Subject, command: Command): Refusal | null {
  if (command.do === 'submit') {
    // What was withdrawn may be published again as it was; what stands may not.
    if (report.correction?.from === 'published' && !report.changed) {
      return refuse(
        'nothing-changed',
        `报告与第 ${report.correction.of} 版没有差别，改正后才能提交；不用更正的，请放弃更正`,
      );
    }
    const errors = report.findings.filter((finding) => finding.severity === 'error');
    if (errors.length > 0)
      return refuse('has-errors', `还有 ${errors.length} 处错误，改正后才能提交：${errors[0]?.title ?? ''}`);
    const open = unexplained(report.findings, report.reasons);
    if (open.length > 0) {
      return refuse(
        'unexplained-warnings',
        `还有 ${open.length} 处待说明，改正或写明原因后才能提交：${open[0]?.title ?? ''}`,
      );
    }
  }
  if ('reason' in command && command.reason.trim() === '') return refuse('reason-missing', reasonAsked[command.do]);
  if (command.do === 'approve' && report.openComments > 0) {
    return refuse('open-comments', `还有 ${report.openComments} 条批注待处理，标为已解决后才能批准`);
  }
  return null;
}
