import { fingerprint, type Finding } from '@/lib/checks/finding';
import type { Reason } from '@/lib/workflow/state';
import type { ReviewView } from '@/lib/workflow/view';

/** What the decision bar says about a report. */
export interface Tally {
  readonly errors: number;
  /** Columns of table three that do not balance. */
  readonly unbalanced: number;
  readonly explained: number;
  readonly unexplained: number;
  readonly openComments: number;
}

export interface Explained {
  readonly finding: Finding;
  readonly reason: Reason | null;
}

/** Warnings with the reasons that answer them as they stand. */
export function explainedOf(findings: readonly Finding[], reasons: readonly Reason[]): Explained[] {
  const byPrint = new Map(reasons.map((reason) => [reason.fingerprint, reason]));
  return findings
    .filter((finding) => finding.severity === 'warning')
    .map((finding) => ({ finding, reason: byPrint.get(fingerprint(finding)) ?? null }));
}

export function tallyOf(view: Pick<ReviewView, 'comments' | 'reasons'>, findings: readonly Finding[]): Tally {
  const explained = explainedOf(findings, view.reasons);
  const unbalanced = new Set(
    findings
      .filter((finding) => finding.rule === 'T3-03')
      .flatMap((finding) => finding.cells.map((cell) => cell.split('.').at(-1))),
  );
  return {
    errors: findings.filter((finding) => finding.severity === 'error').length,
    unbalanced: unbalanced.size,
    explained: explained.filter((item) => item.reason !== null).length,
    unexplained: explained.filter((item) => item.reason === null).length,
    openComments: view.comments.filter((comment) => comment.settled === null).length,
  };
}

const ownWork = '您写过这份报告，不能审核自己写的内容，请由其他审核人办理';

/** Why the report cannot be approved now; null when it can. The server decides again (lib/workflow/decide.ts). */
export function whyNotApprove(view: Pick<ReviewView, 'viewer'>, tally: Tally): string | null {
  if (!view.viewer.may.approve) return ownWork;
  if (tally.errors > 0) return `还有 ${tally.errors} 处错误，请退回修改`;
  if (tally.openComments > 0) return `还有 ${tally.openComments} 条批注待处理，解决后可批准`;
  return null;
}

/** Why the report cannot be returned now; null when it can. */
export function whyNotReturn(view: Pick<ReviewView, 'viewer'>): string | null {
  return view.viewer.may.return ? null : ownWork;
}
