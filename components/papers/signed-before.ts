import type { EvidenceView } from '@/lib/workflow/papers';
import type { ReportHead } from '@/lib/workflow/view';

/**
 * What a scan was signed for, where the report has been submitted again since: it approves nothing of what is there
 * now. null: it was signed for this.
 */
export function signedBefore(
  { submission }: Pick<EvidenceView, 'submission'>,
  { submission: now, correction }: Pick<ReportHead, 'submission' | 'correction'>,
): string | null {
  if (submission >= now) return null;
  if (correction !== null && submission <= correction.submission) return `签批的是第 ${correction.of} 版，不是这次更正`;
  return `签批的是第 ${submission - (correction?.submission ?? 0)} 次提交，以后又重新提交过`;
}
