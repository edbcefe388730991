import type { BatchRow } from '@/lib/workflow/batch';

/** How a file came out. `unchecked` is one of a batch that was cancelled before it was checked. */
export type Standing = 'errors' | 'doubts' | 'clean' | 'unread' | 'unchecked';

export function standingOf({ counts, error }: Pick<BatchRow, 'counts' | 'error'>): Standing {
  if (error !== null) return 'unread';
  if (counts === null) return 'unchecked';
  if (counts.error > 0) return 'errors';
  return counts.warning + counts.notice > 0 ? 'doubts' : 'clean';
}

export const columns = ['agency', 'year', 'error', 'warning', 'notice', 'notChecked', 'file'] as const;
export type Column = (typeof columns)[number];
export const columnNames: Readonly<Record<Column, string>> = {
  agency: '机关',
  year: '年度',
  error: '错误',
  warning: '待说明',
  notice: '提示',
  notChecked: '没有核对',
  file: '文件',
};

/**
 * By which column, and which way; null is as a clerk goes through them: the worst first, then as they were handed in.
 */
export type Order = { readonly column: Column; readonly down: boolean } | null;
export type Filter = 'all' | 'errors' | 'unread';

/** The rows that a filter lets through, in order. Rows without a value in the column stand last either way. */
export function shownRows(rows: readonly BatchRow[], filter: Filter, order: Order): BatchRow[] {
  const kept = rows.filter((row) => filter === 'all' || standingOf(row) === filter);
  if (order === null) return kept.sort((a, b) => weight(b) - weight(a));
  return kept.sort((a, b) => compared(valueOf(a, order.column), valueOf(b, order.column), order.down));
}

const weight = ({ counts }: BatchRow): number =>
  counts === null ? 1e9 : counts.error * 1e6 + counts.warning * 1e3 + counts.notice;

function valueOf(row: BatchRow, column: Column): string | number | null {
  switch (column) {
    case 'agency':
      return row.agency === '' ? null : row.agency;
    case 'file':
      return row.file;
    case 'year':
      return row.year;
    case 'notChecked':
      return row.counts === null ? null : row.notChecked;
    default:
      return row.counts?.[column] ?? null;
  }
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

function compared(a: string | number | null, b: string | number | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const difference = typeof a === 'number' && typeof b === 'number' ? a - b : byName.compare(String(a), String(b));
  return down ? -difference : difference;
}

/** What rows add up to. */
export function totalsOf(rows: readonly BatchRow[]): { error: number; warning: number; notice: number } {
  const totals = { error: 0, warning: 0, notice: 0 };
  for (const { counts } of rows) {
    if (counts === null) continue;
    totals.error += counts.error;
    totals.warning += counts.warning;
    totals.notice += counts.notice;
  }
  return totals;
}
