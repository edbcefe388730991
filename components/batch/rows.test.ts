import { describe, expect, it } from 'vitest';
import type { BatchRow } from '@/lib/workflow/batch';
import { shownRows, standingOf, totalsOf } from './rows';

const row = (file: string, error: number, more: Partial<BatchRow> = {}): BatchRow => ({
  file,
  id: file,
  agency: `${file}局`,
  year: 2023,
  counts: { error, warning: 0, notice: 0 },
  notChecked: 0,
  error: null,
  ...more,
});
const unread = row('坏', 0, { counts: null, error: '文件已损坏', agency: '', year: null });
const rows = [row('甲', 0), row('乙', 3), unread, row('丙', 1)];
const files = (shown: readonly BatchRow[]): string[] => shown.map(({ file }) => file);

describe('rows of a batch', () => {
  it('stand with the worst first', () => expect(files(shownRows(rows, 'all', null))).toEqual(['坏', '乙', '丙', '甲']));
  it('are sorted either way, those without a value last', () => {
    expect(files(shownRows(rows, 'all', { column: 'error', down: true }))).toEqual(['乙', '丙', '甲', '坏']);
    expect(files(shownRows(rows, 'all', { column: 'error', down: false }))).toEqual(['甲', '丙', '乙', '坏']);
  });
  it('are filtered', () => {
    expect(files(shownRows(rows, 'errors', null))).toEqual(['乙', '丙']);
    expect(files(shownRows(rows, 'unread', null))).toEqual(['坏']);
  });
  it('add up', () => {
    expect(totalsOf(rows)).toEqual({ error: 4, warning: 0, notice: 0 });
    expect(rows.map(standingOf)).toEqual(['clean', 'errors', 'unread', 'errors']);
  });
});
