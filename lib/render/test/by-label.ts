import type { Cell } from '@/lib/statute/table';
import type { Format } from '@/lib/statute/format';
import { filled, type DocxTable } from './docx-tables';

const joined = (labels: readonly string[]): string =>
  labels.filter((label, index) => label !== labels[index - 1]).join('|');

/** Where a cell stands, in words: band, row labels, column labels. */
export function wordsFor(format: Format, cell: Cell): string {
  const band = format.tables[cell.table].blocks[cell.block]?.caption ?? '';
  return [cell.table, band, joined(cell.row.labels), joined(cell.column.labels)].join(' / ');
}

const band = /^第二十条第（.）项$/;

/** Every figure of a document's three tables under the words that stand beside and above it. */
export function figuresByLabel(tables: readonly DocxTable[]): Map<string, string> {
  const found = new Map<string, string>();
  const put = (key: string, value: string) => {
    if (found.has(key) && found.get(key) !== value) throw new Error(`two values for ${key}`);
    found.set(key, value);
  };
  const [two, three, four] = tables.map(filled);
  let caption = '';
  let heads: string[] = [];
  for (const row of two ?? []) {
    const first = row[0] ?? '';
    if (band.test(first)) caption = first;
    else if (first === '信息内容') heads = row;
    else row.slice(1).forEach((value, index) => put(`disclosure / ${caption} / ${first} / ${heads[index + 1]}`, value));
  }
  const above = (three ?? []).slice(0, 3);
  for (const row of (three ?? []).slice(3)) {
    row
      .slice(3)
      .forEach((value, index) =>
        put(
          `applications /  / ${joined(row.slice(0, 3))} / ${joined(above.map((head) => head[index + 3] ?? ''))}`,
          value,
        ),
      );
  }
  const top = (four ?? []).slice(0, 3);
  (four ?? [])[3]?.forEach((value, index) =>
    put(`remedies /  /  / ${joined(top.map((head) => head[index] ?? ''))}`, value),
  );
  return found;
}
