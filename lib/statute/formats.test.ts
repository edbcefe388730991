import { describe, expect, it } from 'vitest';
import { sharedReports } from '@/lib/statute/test/shared-reports';
import { tableIds } from './format';
import { formatById, formatFor, formats } from './formats';
import { columnHeaders, labelDepth, rowHeaders } from './headers';
import { columnsOf, rowsOf } from './table';

describe('the formats laid down by 国办公开办函', () => {
  it('gives 2019 and 2020 the format of 2019, and every later year that of 2021', () => {
    expect([2018, 2019, 2020, 2021, 2030].map((year) => formatFor(year)?.id)).toEqual([
      undefined,
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
  });

  it.each(sharedReports())('has exactly the cells of the real report $name, in their order', ({ expected }) => {
    const format = formatById(expected.format);
    expect(format?.cells.map((cell) => cell.id)).toEqual(Object.keys(expected.cells));
  });

  it('sums every total: seven columns of results, 25 or 23 rows of applicants, three kinds of remedies', () => {
    expect(formats.map((format) => format.sums.length)).toEqual([23 + 7 + 3, 25 + 7 + 3]);
    const handled = formatById('2021')?.sums.find(
      (sum) => sum.along === 'column' && sum.whole === 'applications.handled.business',
    );
    expect(handled?.parts).toHaveLength(21);
    expect(handled?.parts.every((part) => part.endsWith('.business'))).toBe(true);
  });

  it('lets only amounts be decimal and only changes be negative', () => {
    const kinds = (id: string) =>
      formatById(id)
        ?.cells.filter((cell) => cell.number !== 'count')
        .map((cell) => [cell.id, cell.number]);
    expect(kinds('2021')).toEqual([['disclosure.fees.amount', 'amount']]);
    expect(kinds('2019')).toEqual([
      ['disclosure.licensing.change', 'change'],
      ['disclosure.otherServices.change', 'change'],
      ['disclosure.penalties.change', 'change'],
      ['disclosure.coercion.change', 'change'],
      ['disclosure.fees.change', 'change'],
      ['disclosure.procurement.amount', 'amount'],
    ]);
  });

  it.each(
    formats.flatMap((format) =>
      tableIds.flatMap((id) =>
        format.tables[id].blocks.map((block, index) => ({ format: format.id, id, index, block })),
      ),
    ),
  )('spans the headers of $id, block $index, format $format without gap or overlap', ({ block }) => {
    const columns = columnsOf(block).length;
    const covered = columnHeaders(block).map(() => 0);
    columnHeaders(block).forEach((row, level) =>
      row.forEach((cell) => {
        for (let below = level; below < level + cell.rowSpan; below += 1)
          covered[below] = (covered[below] ?? 0) + cell.colSpan;
      }),
    );
    expect(covered.every((width) => width === columns)).toBe(true);
    const rows = rowHeaders(block);
    expect(rows).toHaveLength(block.rows.length === 0 ? 0 : rowsOf(block).length);
    const labels = rows.map(() => 0);
    rows.forEach((row, at) =>
      row.forEach((cell) => {
        for (let below = at; below < at + cell.rowSpan; below += 1) labels[below] = (labels[below] ?? 0) + cell.colSpan;
      }),
    );
    expect(labels.every((width) => width === labelDepth(block))).toBe(true);
  });
});
