import type { Target } from '@/components/editor/jump';
import type { SessionState } from '@/components/editor/session/session-state';
import type { Finding } from '@/lib/checks/finding';

/**
 * Where to go for a finding: the cell most likely wrong, or the sentence; null where it concerns nothing that is there.
 */
export function pathOfFinding(finding: Finding, state: Pick<SessionState, 'resolved'>): Target | null {
  const cell = finding.fix?.cell ?? finding.culprits?.[0] ?? finding.cells[0];
  const { where } = finding;
  if (where === undefined) return cell === undefined ? null : { path: cell };
  if (where.section === 'title' || where.section === 'signature') return null;
  const { start, end } = where;
  const spans = state.resolved.spans[where.section];
  const section = where.section === 'preamble' ? 'overview' : where.section;
  const span = start === undefined ? spans[0] : spans.find((one) => one.start <= start && start <= one.end);
  if (span === undefined) return { path: null, section };
  if (start === undefined) return { path: span.paragraph };
  return { path: span.paragraph, start: start - span.start, end: Math.min(end ?? span.end, span.end) - span.start };
}
