import type { CheckContext } from '@/lib/checks/context';
import type { CheckResult, Finding } from '@/lib/checks/finding';
import type { Draft } from '@/lib/report/draft';
import { resolve, type Resolved } from '@/lib/report/resolve';
import type { Report } from '@/lib/report/report';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { RefusedText } from './keep';
import type { Conflict } from './queue';

export type Check = (report: Report, context: CheckContext) => CheckResult;

/** Everything that follows from a draft; made anew with every keystroke. */
export interface Derived {
  readonly resolved: Resolved;
  readonly result: CheckResult;
}

export function derive(format: Format, draft: Draft, check: Check, context: CheckContext): Derived {
  const resolved = resolve(format, draft);
  return { resolved, result: check(resolved.report, context) };
}

/** What one cell shows. The object stays the same while nothing in it changes, so that only changed cells paint. */
export interface CellView {
  /** The draft's value: what was typed, or a total that was stated. */
  readonly value: string | null;
  /** For a total what the parts come to; null for a data cell. */
  readonly computed: string | null;
  /** `suspect`: most likely wrong; `part`: takes part in a sum that does not hold. */
  readonly mark: 'suspect' | 'part' | null;
  /** Titles of the findings on this cell, read out with it. */
  readonly why: string | null;
  readonly refused: RefusedText | null;
  readonly conflict: Conflict | null;
}

/** Blank cells have their own look, so their rules put no mark on them. */
const marksBlank = (finding: Finding): boolean => finding.rule === 'CELL-07' || finding.rule === 'CELL-02';

function marksOf(format: Format, findings: readonly Finding[]): Map<CellId, { mark: 'suspect' | 'part'; why: string }> {
  const marks = new Map<CellId, { mark: 'suspect' | 'part'; why: string }>();
  for (const finding of findings) {
    if (finding.severity !== 'error' || marksBlank(finding)) continue;
    const typed = finding.cells.filter((id) => format.cell(id)?.isTotal === false);
    const named = finding.fix === undefined ? finding.culprits : [finding.fix.cell];
    const suspects = new Set(named ?? (typed.length === 1 ? typed : []));
    for (const id of new Set([...finding.cells, ...suspects])) {
      const known = marks.get(id);
      const mark = suspects.has(id) || known?.mark === 'suspect' ? 'suspect' : 'part';
      marks.set(id, { mark, why: known === undefined ? finding.title : `${known.why}；${finding.title}` });
    }
  }
  return marks;
}

const same = (a: CellView, b: CellView): boolean =>
  a.value === b.value &&
  a.computed === b.computed &&
  a.mark === b.mark &&
  a.why === b.why &&
  a.refused === b.refused &&
  a.conflict === b.conflict;

export type CellViews = Readonly<Record<CellId, CellView>>;

export function cellViews(
  format: Format,
  draft: Draft,
  derived: Derived,
  refused: Readonly<Record<CellId, RefusedText>>,
  conflicts: readonly Conflict[],
  before: CellViews,
): CellViews {
  const marks = marksOf(format, derived.result.findings);
  const open = new Map(conflicts.map((one) => [one.path, one]));
  const views: Record<CellId, CellView> = {};
  for (const cell of format.cells) {
    const value = draft.cells[cell.id] ?? null;
    const mark = marks.get(cell.id);
    const view: CellView = {
      value,
      computed: cell.isTotal ? (derived.resolved.totals[cell.id] ?? null) : null,
      mark: mark?.mark ?? null,
      why: mark?.why ?? null,
      refused: refused[cell.id] ?? null,
      conflict: open.get(cell.id) ?? null,
    };
    const old = before[cell.id];
    views[cell.id] = old !== undefined && same(old, view) ? old : view;
  }
  return views;
}
