import type { Block, Grid, GridCell } from '@/lib/read/document';
import { isOn, within } from './docx-styles';

/** A cell of a .docx as it stands in its row. */
export interface CellWritten {
  colspan: number;
  /** Down: `continue` belongs to the cell above. */
  merge: 'none' | 'restart' | 'continue';
  /** Belongs to the cell on the left (w:hMerge, older files). */
  joinsLeft: boolean;
  deleted: boolean;
  readonly blocks: Block[];
}

export interface RowWritten {
  header: boolean;
  /** Deleted with changes tracked, or hidden. */
  gone: boolean;
  /** Grid columns left free before the first cell. */
  before: number;
  readonly cells: CellWritten[];
}

export interface TableWritten {
  caption: string | null;
  simple: boolean;
  readonly rows: RowWritten[];
}

export const newTable = (): TableWritten => ({ caption: null, simple: false, rows: [] });

/** Word itself ends at 63 columns. */
const widest = 100;

export const tableProperties = ['w:tblCaption', 'w:tblDescription'] as const;
export const rowProperties = ['w:tblHeader', 'w:gridBefore', 'w:del', 'w:hidden'] as const;
export const cellProperties = ['w:gridSpan', 'w:vMerge', 'w:hMerge', 'w:cellDel'] as const;

/** Takes a property that stands in w:tblPr: a table that is described has no caption but what is stated. */
export function takeTableProperty(table: TableWritten, name: string, value: string | undefined): void {
  if (name === 'w:tblCaption') table.caption = value ?? null;
  else if (name === 'w:tblDescription') table.caption ??= '';
}

/** Takes a property that stands in w:trPr. */
export function takeRowProperty(row: RowWritten, name: string, value: string | undefined): void {
  if (name === 'w:tblHeader') row.header = isOn(value);
  else if (name === 'w:gridBefore') row.before = within(value, widest);
  else if (name === 'w:del' || (name === 'w:hidden' && isOn(value))) row.gone = true;
}

/** Takes a property that stands in w:tcPr. */
export function takeCellProperty(cell: CellWritten, name: string, value: string | undefined): void {
  if (name === 'w:gridSpan') cell.colspan = Math.max(1, within(value, widest));
  else if (name === 'w:vMerge') cell.merge = value === 'restart' ? 'restart' : 'continue';
  else if (name === 'w:hMerge') cell.joinsLeft = value !== 'restart';
  else if (name === 'w:cellDel') cell.deleted = true;
}

/** A table as blocks: a grid; or, where it only lays out what stands in it, that. */
export function blocksOfTable({ caption, simple, rows }: TableWritten): readonly Block[] {
  const kept = rows
    .filter((row) => !row.gone)
    .map((row) =>
      row.cells.some(({ deleted }) => deleted) ? { ...row, cells: row.cells.filter(({ deleted }) => !deleted) } : row,
    );
  if (simple) return [{ is: 'grid', rows: placed(kept), caption, simple }];
  const count = kept.reduce((sum, { cells }) => sum + cells.length, 0);
  const frame = kept.every((row) => row.cells.length <= 1 && row.before === 0);
  const nested = kept.some(({ cells }) =>
    cells.some(({ blocks }) => blocks.some((block) => block.is === 'grid' && sizeOf(block) > count)),
  );
  if (frame || nested) return kept.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
  return [{ is: 'grid', rows: placed(kept), caption }];
}

const sizeOf = (grid: Grid): number => grid.rows.reduce((sum, row) => sum + row.length, 0);

type Placed = { -readonly [Key in keyof GridCell]: GridCell[Key] };

function placed(rows: readonly RowWritten[]): Placed[][] {
  const open = new Map<number, Placed>();
  return rows.map((row) => {
    const cells: Placed[] = row.before > 0 ? [{ text: '', colspan: row.before, rowspan: 1, header: false }] : [];
    let column = row.before;
    for (const cell of row.cells) {
      const above = open.get(column);
      const left = cells.at(-1);
      if (cell.joinsLeft && left !== undefined) {
        left.colspan += cell.colspan;
        left.text = joined([left.text, textOf(cell.blocks)]);
      } else if (cell.merge === 'continue' && above !== undefined) above.rowspan += 1;
      else {
        const own: Placed = { text: textOf(cell.blocks), colspan: cell.colspan, rowspan: 1, header: row.header };
        cells.push(own);
        if (cell.merge === 'none') open.delete(column);
        else open.set(column, own);
      }
      column += cell.colspan;
    }
    return cells;
  });
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** The text of a cell; a small table within it is written out row by row. */
function textOf(blocks: readonly Block[]): string {
  const [only] = blocks;
  if (blocks.length === 1 && only?.is === 'paragraph') return only.text;
  return joined(
    blocks.map((block) =>
      block.is === 'grid'
        ? joined(
            block.rows.map((row) =>
              row
                .map((cell) => cell.text)
                .join(' ')
                .trim(),
            ),
          )
        : block.is === 'paragraph'
          ? block.text
          : block.cells.join('\t'),
    ),
  );
}
