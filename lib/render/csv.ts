import { csvField, csvOfLines } from '@/lib/report/csv-field';
import type { Report } from '@/lib/report/report';
import type { Format } from '@/lib/statute/format';
import { labelOf } from './cell-label';
import { formatOf } from './outline';

const header = csvOfLines([['table', 'row', 'column', 'labels', 'value']]);
const beginnings = new WeakMap<Format, readonly string[]>();

/** The fields of each line before its value: the same in every report of a format. */
function beginningsOf(format: Format): readonly string[] {
  const known = beginnings.get(format);
  if (known !== undefined) return known;
  const made = format.cells.map(
    (cell) => `${[cell.table, cell.row.id, cell.column.id, labelOf(format, cell)].map(csvField).join(',')},`,
  );
  beginnings.set(format, made);
  return made;
}

/**
 * `report.csv`: one line a cell, UTF-8 with a byte order mark and CRLF. `table`, `row` and `column` joined by dots are
 * the cell's id (a table of one row has no `row`); `labels` are the headings as printed, rows before columns.
 */
export function csvOf(report: Report): string {
  const format = formatOf(report);
  const start = beginningsOf(format);
  let text = header;
  for (const [index, cell] of format.cells.entries())
    text += `${start[index] ?? ''}${csvField(report.cells[cell.id] ?? '')}\r\n`;
  return text;
}
