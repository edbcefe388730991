import { topicStates } from '@/components/prose/writing';
import { fingerprint, type Finding } from '@/lib/checks/finding';
import { sectionIds, type Format, type SectionId } from '@/lib/statute/format';
import { isParagraphPath, type Draft, type Path } from '@/lib/report/draft';
import type { Reason } from '@/lib/workflow/state';
import type { SessionState } from '@/components/editor/session/session-state';

const numerals = ['一', '二', '三', '四', '五', '六'];

export const numeralOfSection = (id: SectionId): string => numerals[sectionIds.indexOf(id)] ?? '';

/** The section's heading without its number. */
export function shortTitle(format: Format, id: SectionId): string {
  return titleOfSection(format, id).replace(/^[一二三四五六]、/, '');
}

export function titleOfSection(format: Format, id: SectionId): string {
  return format.sections.find((section) => section.id === id)?.title ?? '';
}

/** Which of the six pages shows a cell or a paragraph; the opening paragraph stands on the first. */
export function sectionOfPath(format: Format, draft: Draft, path: Path): SectionId {
  if (isParagraphPath(path)) {
    const place = draft.paragraphs.find((paragraph) => paragraph.id === path)?.place ?? 'overview';
    return place === 'preamble' ? 'overview' : place;
  }
  const table = format.cell(path)?.table;
  return format.sections.find((section) => section.table === table)?.id ?? 'overview';
}

/** Which of the six pages a finding belongs to. */
export function sectionOfFinding(format: Format, draft: Draft, finding: Finding): SectionId {
  const [cell] = finding.cells;
  const section = finding.where?.section;
  if (section !== undefined && section !== 'title' && section !== 'signature')
    return section === 'preamble' ? 'overview' : section;
  return cell === undefined ? 'overview' : sectionOfPath(format, draft, cell);
}

export const needsReason = (finding: Finding, reasons: readonly Reason[]): boolean =>
  finding.severity === 'warning' &&
  !reasons.some((reason) => reason.fingerprint === fingerprint(finding) && reason.text.trim() !== '');

/** What keeps the report from being submitted, worst first. */
export function obstacles(state: SessionState): { errors: Finding[]; open: Finding[] } {
  return {
    errors: state.result.findings.filter((finding) => finding.severity === 'error'),
    open: state.result.findings.filter((finding) => needsReason(finding, state.reasons)),
  };
}

export interface SectionStanding {
  readonly is: 'done' | 'error' | 'warning' | 'half' | 'empty';
  readonly words: string;
}

/** Rules that say that something is not there yet; an author who has not come so far has made no mistake. */
const absence = new Set(['CELL-07', 'CELL-02', 'SEC-01', 'SEC-04', 'SEC-05', 'SEC-12']);

const known = new WeakMap<SessionState, Map<SectionId, SectionStanding>>();

/** How far one of the six sections has come; worked out once for a state. */
export function standingOf(format: Format, id: SectionId, state: SessionState): SectionStanding {
  const standings = known.get(state) ?? new Map<SectionId, SectionStanding>();
  known.set(state, standings);
  const standing = standings.get(id) ?? workOut(format, id, state);
  standings.set(id, standing);
  return standing;
}

function workOut(format: Format, id: SectionId, state: SessionState): SectionStanding {
  const findings = state.result.findings.filter((finding) => sectionOfFinding(format, state.draft, finding) === id);
  const table = format.sections.find((section) => section.id === id)?.table ?? null;
  const data = table === null ? [] : format.cells.filter((cell) => cell.table === table && !cell.isTotal);
  const filled = data.filter((cell) => (state.draft.cells[cell.id] ?? null) !== null).length;
  const refused = data.filter((cell) => state.refused[cell.id] !== undefined).length;
  const begun = table === null ? (state.resolved.report.sections[id] ?? '').trim() !== '' : filled + refused > 0;
  if (!begun) return { is: 'empty', words: '未开始' };
  const errors =
    findings.filter((finding) => finding.severity === 'error' && !absence.has(finding.rule)).length + refused;
  if (errors > 0) return { is: 'error', words: `${errors}\u00a0处错误` };
  if (filled < data.length) return { is: 'half', words: `${data.length - filled}\u00a0格未填` };
  const open = findings.filter((finding) => needsReason(finding, state.reasons)).length;
  if (open > 0) return { is: 'warning', words: `${open}\u00a0处待说明` };
  const absent = findings.some(
    (finding) => absence.has(finding.rule) && (table === null || finding.severity === 'error'),
  );
  const topics =
    id === 'overview' ? Object.values(topicStates(format.topics, state.resolved.report.sections.overview ?? '')) : [];
  if (absent || topics.some((topic) => topic !== 'written')) return { is: 'half', words: '未写完' };
  return { is: 'done', words: '已填完' };
}
