import { describe, expect, it } from 'vitest';
import { emptyTable, withCell, withColumn, withoutColumn, withoutRow, withPasted, withRow } from './table-cells';

const table = {
  caption: '表',
  rows: [
    ['类别', '条数'],
    ['通知', '12'],
  ],
};

describe('a simple table while it is written', () => {
  it('takes rows and columns beside the one that is named, and gives them back', () => {
    expect(withRow(table, 0).rows).toEqual([
      ['类别', '条数'],
      ['', ''],
      ['通知', '12'],
    ]);
    expect(withColumn(table, 0).rows).toEqual([
      ['类别', '', '条数'],
      ['通知', '', '12'],
    ]);
    expect(withoutRow(withRow(table, 0), 1)).toEqual(table);
    expect(withoutColumn(withColumn(table, 0), 1)).toEqual(table);
  });

  it('keeps its header and one row, one column, and never grows beyond what a report takes', () => {
    expect(withoutRow(table, 1)).toBe(table);
    const narrow = withoutColumn(table, 1);
    expect(withoutColumn(narrow, 0)).toBe(narrow);
    const large = emptyTable(60, 12);
    expect([withRow(large, 3), withColumn(large, 3)]).toEqual([large, large]);
  });

  it('is written cell by cell', () => expect(withCell(table, 1, 1, '13').rows[1]).toEqual(['通知', '13']));

  it('takes cells of a spreadsheet from a cell on, and grows longer for them, not wider', () => {
    expect(withPasted(table, 1, 0, '通知\t12\r\n公告\t8\t多\r\n').rows).toEqual([
      ['类别', '条数'],
      ['通知', '12'],
      ['公告', '8'],
    ]);
    expect(withPasted(table, 1, 1, '1\n2').rows).toEqual([
      ['类别', '条数'],
      ['通知', '1'],
      ['', '2'],
    ]);
  });
});
