import type { Grid, GridCell } from '@/lib/read/document';
import { textWithin } from './html-text';
import { attribute, elementsIn, holdsTable, isElement, isSeen, treeOf, type Element } from './html-tree';

/** More is no table of a report; what lies behind is dropped. */
const mostRows = 2_000;
const mostCells = 400;
/** HTML allows 1,000; the finest grid that Word saves has some 60. */
const widest = 200;

const seenChildren = (element: Element): Element[] => element.childNodes.filter(isElement).filter(isSeen);

/** Rows of the table itself, grouped as rowspans are bounded; those of tables within it are not among them. */
function groupsOf(table: Element): { head: boolean; rows: Element[] }[] {
  const groups: { head: boolean; rows: Element[] }[] = [];
  for (const child of seenChildren(table)) {
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) continue;
    groups.push({ head: child.tagName === 'thead', rows: seenChildren(child).filter((row) => row.tagName === 'tr') });
  }
  return groups;
}

const cellsOf = (row: Element): Element[] =>
  seenChildren(row).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th');

export const cellsIn = (table: Element): Element[] => groupsOf(table).flatMap((group) => group.rows.flatMap(cellsOf));

const isFigure = (text: string): boolean => /^[\s\u3000]*[-－]?\d[\d,，.]*[\s\u3000]*$/.test(text);

/**
 * Whether a table only arranges the page: another one stands in it, or it has one column, or most of its text is long.
 * One with a row of figures of its own is never only that.
 */
export function arrangesOnly(table: Element): boolean {
  if (isSimple(table)) return false;
  const cells = cellsIn(table).slice(0, mostRows);
  const texts = cells.map((cell) => (holdsTable(cell) ? '' : textWithin(cell)));
  if (texts.filter(isFigure).length >= 6) return false;
  if (holdsTable(table)) return true;
  if (groupsOf(table).every((group) => group.rows.every((row) => cellsOf(row).length <= 1)))
    return cells.length === 1 || texts.some((text) => text.length > 60);
  const length = (some: readonly string[]) => some.reduce((sum, text) => sum + text.length, 0);
  return length(texts.filter((text) => text.length > 160)) > length(texts) / 2;
}

/** As our own pages mark a table of the prose. */
const isSimple = (table: Element): boolean => attribute(table, 'data-table') === 'simple';

const spanOf = (cell: Element, name: string): number => {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) || value < 0 ? 1 : value;
};

/** The cells of a table; spans end with the table and its groups of rows, 0 reaches to the end (HTML, 4.9.12). */
export function gridOfTable(table: Element): Grid {
  const rows: GridCell[][] = [];
  for (const group of groupsOf(table)) {
    group.rows.forEach((row, index) => {
      if (rows.length >= mostRows) return;
      const left = group.rows.length - index;
      rows.push(
        cellsOf(row)
          .slice(0, mostCells)
          .map((cell) => {
            const down = spanOf(cell, 'rowspan');
            return {
              text: textWithin(cell),
              colspan: Math.min(Math.max(1, spanOf(cell, 'colspan')), widest),
              rowspan: down === 0 ? left : Math.min(down, left),
              header: group.head || cell.tagName === 'th',
            };
          }),
      );
    });
  }
  const caption = seenChildren(table).find((child) => child.tagName === 'caption');
  const text = caption === undefined ? '' : textWithin(caption);
  if (isSimple(table)) return { is: 'grid', rows: bounded(rows), caption: text, simple: true };
  return { is: 'grid', rows: bounded(rows), caption: text === '' ? null : text };
}

/** Spans that together cover far more than a page of cells say nothing. */
function bounded(rows: GridCell[][]): GridCell[][] {
  const area = rows.flat().reduce((sum, cell) => sum + cell.colspan * cell.rowspan, 0);
  return area <= 100_000 ? rows : rows.map((row) => row.map((cell) => ({ ...cell, colspan: 1, rowspan: 1 })));
}

/**
 * The first table of an HTML fragment that holds cells of its own, as it stands within Markdown; null where there is
 * none.
 */
export function gridOfHtmlTable(html: string): Grid | null {
  const tree = treeOf(html);
  if (tree === null) return null;
  for (const element of elementsIn(tree)) {
    if (element.tagName === 'table' && cellsIn(element).length > 0 && !holdsTable(element)) return gridOfTable(element);
  }
  return null;
}
