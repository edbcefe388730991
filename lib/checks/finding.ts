import type { SectionId } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';

/** `error` blocks submission, `warning` asks for a reason, `notice` informs. */
export type Severity = 'error' | 'warning' | 'notice';

export const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '待说明', notice: '提示' };

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** Where a sentence stands in the report's text; offsets are UTF-16, left out for a heading or an absence. */
export interface Where {
  readonly section: 'title' | 'preamble' | SectionId | 'signature';
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
}

/** A change of one cell that settles a finding by one click. `null` clears a stated total. */
export interface Fix {
  readonly cell: CellId;
  readonly value: string | null;
  /** Words of the button: 改为 8. */
  readonly label: string;
}

export interface Finding {
  /** Permanent id of the catalogue: T3-03. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line that names place and difference: 自然人一列不平，差 1 件. */
  readonly title: string;
  /** The rule's sentence, then place, both values, difference and one suggestion. */
  readonly message: string;
  readonly cells: readonly CellId[];
  readonly where?: Where;
  readonly stated?: string;
  readonly expected?: string;
  /** Terms of the sum that does not hold, for the panel: 新收 8 + 上年结转 0 → 8. */
  readonly terms?: readonly { readonly label: string; readonly value: string }[];
  readonly difference?: string;
  /** The cells most likely wrong (T3-04). */
  readonly culprits?: readonly CellId[];
  readonly suggestion?: string;
  readonly fix?: Fix;
}

/** Errors, then warnings, then notices; those of one severity stay in the order of the report. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** A rule that could not be checked, and why. */
export interface NotChecked {
  readonly rule: string;
  readonly cells: readonly CellId[];
  readonly why: string;
}

export interface CheckResult {
  /** In the order of the report, errors first within a place. */
  readonly findings: readonly Finding[];
  readonly checked: { readonly ran: number; readonly notChecked: readonly NotChecked[] };
}

/**
 * What a reason is bound to: rule, place and values. It lapses when any of them changes, because the new finding
 * then has another fingerprint (house.md, reasons).
 */
export function fingerprint(finding: Finding): string {
  const place = finding.where === undefined ? '' : `${finding.where.section}:${finding.where.quote ?? ''}`;
  return [finding.rule, finding.cells.join(','), place, finding.stated ?? '', finding.expected ?? ''].join('|');
}
