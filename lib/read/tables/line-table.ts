import { fromColumns } from './column-runs';
import type { Block } from '@/lib/read/document';
import { headingOf } from '@/lib/read/prose/headings';
import { isPartOfLabel } from './label-match';
import type { Labels } from './labels';
import { cellsOfLine, cellsOfRow, hasFigures, mended, printedRow, type PrintedRow } from './printed-row';
import type { RowCell } from './table-row';
import type { Item } from './table-stream';

/**
 * The rows that stand in the printed lines, or paragraphs of one cell each, from `begin` to before `end`: labels broken
 * over lines put together, figures on lines of their own brought to their label.
 */
export function rowsOfLines(labels: Labels, blocks: readonly Block[], begin: number, end: number): Item[] {
  const items: Item[] = [];
  let run: PrintedRow[] = [];
  const close = (): void => {
    for (const row of paired(mended(labels, run))) {
      const cells = cellsOfRow(row);
      items.push({ is: 'row', row: { blocks: row.blocks, kind: 'line', cells, width: cells.length } });
    }
    run = [];
  };
  for (let i = begin; i < end; i += 1) {
    const block = blocks[i];
    const texts = block?.is === 'line' ? block.cells : block?.is === 'paragraph' ? [block.text] : [];
    if (texts.length === 0 || isPageMark(texts)) continue;
    const cells = cellsOfLine(labels, texts);
    const prose = proseIn(labels, cells);
    if (prose === null) {
      run.push(printedRow(i, cells));
      continue;
    }
    close();
    items.push({ is: 'prose', ends: headingOf(prose)?.section != null });
  }
  close();
  return items;
}

/** `- 3 -`, `— 3 —`, 第 3 页. */
const pageMark = /^(?:[-—–－·]+\d{1,4}[-—–－·]+|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?)$/;

const isPageMark = (cells: readonly string[]): boolean =>
  cells.length <= 6 && pageMark.test(cells.join('').slice(0, 40).replace(/\s/g, ''));

/** The words of a line that is none of a table: a sentence, or longer than any piece of a label. */
function proseIn(labels: Labels, cells: readonly RowCell[]): string | null {
  const shown = cells.filter(({ is }) => is !== 'blank');
  const [only] = shown;
  if (only?.is !== 'text' || shown.length > 1) return null;
  const heading = headingOf(only.text);
  if (heading?.section != null) return only.text;
  return only.text.length > 12 && !isPartOfLabel(labels, only.text) ? only.text : null;
}

/**
 * Figures on lines of their own go to the labels that stand without any: each label followed by its figures, or each
 * preceded by them. Where that does not come out even, nothing is moved.
 */
function paired(rows: readonly PrintedRow[]): PrintedRow[] {
  const all: PrintedRow[] = [];
  let open: PrintedRow[] = [];
  let headed = false;
  const close = (): void => {
    all.push(...pairedIn(open));
    open = [];
  };
  for (const row of rows) {
    const part = partOf(row, headed);
    headed = part === 'header' || (headed && part === 'other');
    if (part === 'label' || part === 'figures' || part === 'other') open.push(row);
    else {
      close();
      all.push(row);
    }
  }
  close();
  return all;
}

function partOf(row: PrintedRow, headed: boolean): 'label' | 'figures' | 'header' | 'whole' | 'other' {
  if (row.own === null) return 'figures';
  if (hasFigures(row)) return 'whole';
  const labels = row.own.match?.labels ?? [];
  if (labels.some(({ axis }) => axis === 'row') && !(headed && labels.some(({ axis }) => axis === 'column')))
    return 'label';
  return labels.length > 0 || row.own.is === 'band' || row.own.is === 'corner' ? 'header' : 'other';
}

const isHeading = ({ own }: PrintedRow): boolean => own?.match?.labels.every(({ leaf }) => leaf === null) ?? false;

function pairedIn(rows: readonly PrintedRow[]): PrintedRow[] {
  const parts = rows.filter((row) => row.own === null || row.own.is === 'label');
  const labels = parts.filter((row, i) => row.own !== null && (!isHeading(row) || parts[i + 1]?.own === null));
  const needing = new Set(labels);
  const leaves = labels.filter((row) => !isHeading(row));
  const figures = parts.filter((row) => row.own === null && row.behind.some(({ is }) => is === 'figure'));
  if (labels.length === 0 || figures.length === 0) return [...rows];
  const pairs = following(parts, needing) ?? inOrder(labels, figures) ?? inOrder(leaves, figures);
  if (pairs === null) {
    const lines = fromColumns(leaves, figures);
    if (lines === null) return [...rows];
    const blocks = figures.flatMap((row) => row.blocks);
    return rows
      .filter((row) => !figures.includes(row))
      .map((row) => {
        const line = lines[leaves.indexOf(row)];
        return line === undefined
          ? row
          : { ...row, blocks: row === leaves[0] ? [...row.blocks, ...blocks] : row.blocks, behind: line };
      });
  }
  const used = new Set([...pairs.values()].flat());
  return rows.flatMap((row) => {
    if (used.has(row)) return [];
    const own = pairs.get(row);
    if (own === undefined) return [row];
    return [
      {
        ...row,
        blocks: [...row.blocks, ...own.flatMap(({ blocks }) => blocks)],
        behind: own.flatMap(({ behind }) => behind),
      },
    ];
  });
}

type Pairs = Map<PrintedRow, PrintedRow[]>;

/** Every label directly followed by one or several lines of figures. */
function following(parts: readonly PrintedRow[], needing: ReadonlySet<PrintedRow>): Pairs | null {
  const pairs: Pairs = new Map();
  let label: PrintedRow | null = null;
  for (const row of parts) {
    if (row.own !== null) label = needing.has(row) ? row : null;
    else if (label === null) return null;
    else {
      const own = pairs.get(label) ?? [];
      own.push(row);
      pairs.set(label, own);
    }
  }
  return pairs.size === needing.size ? pairs : null;
}

function inOrder(labels: readonly PrintedRow[], figures: readonly PrintedRow[]): Pairs | null {
  if (labels.length !== figures.length) return null;
  return new Map(labels.flatMap((label, i) => (figures[i] === undefined ? [] : [[label, [figures[i]]]])));
}
