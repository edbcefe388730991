import { columnHeaders, labelDepth, rowHeaders, type HeaderCell } from '@/lib/statute/headers';
import { cellId, columnsOf, rowsOf, type Block, type CellId, type Table } from '@/lib/statute/table';

/** What a header cell heads: the whole block, columns, rows, or (the corner) nothing. */
export type Heads = 'block' | 'column' | 'columns' | 'row' | 'rows' | 'nothing';

export interface GridHeader {
  readonly is: 'header';
  readonly text: string;
  readonly heads: Heads;
  /** The line of a sum. */
  readonly total: boolean;
  /** First grid column it takes. */
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** Unique in the document; figures name the headers that apply to them by it. */
  readonly key: string;
}

export interface GridFigure {
  readonly is: 'figure';
  readonly id: CellId;
  /** As stated; null is blank. */
  readonly value: string | null;
  readonly zero: boolean;
  readonly total: boolean;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: 1;
  /** Keys of the headers that apply, outermost first, columns before rows. */
  readonly headers: readonly string[];
}

export type GridCell = GridHeader | GridFigure;

export interface GridRow {
  /** True for the column headers on top of a table of one block: repeated on every page. */
  readonly head: boolean;
  readonly block: number;
  readonly cells: readonly GridCell[];
}

/** A statutory table as a rectangle: every row's spans, with those that reach into it from above, add up to `width`. */
export interface Layout {
  /** Columns that the row labels take (3 in table three, 0 in table four). */
  readonly labels: number;
  /** All columns, labels included. */
  readonly width: number;
  readonly headRows: number;
  readonly rows: readonly GridRow[];
  /** The figures of all rows, in printed order. */
  readonly figures: readonly GridFigure[];
}

export interface Grid extends Layout {
  /**
   * The same without values, one object for all reports of a format: what a renderer prepares once it keeps by this.
   */
  readonly layout: Layout;
}

type Values = Readonly<Record<CellId, string | null | undefined>>;

const layouts = new WeakMap<Table, Layout>();

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const lcm = (a: number, b: number): number => (a * b) / gcd(a, b);

/** Lays a table out with its values. */
export function gridOf(table: Table, values: Values): Grid {
  const layout = layouts.get(table) ?? layoutOf(table);
  layouts.set(table, layout);
  const figures: GridFigure[] = [];
  const filled = (cell: GridCell): GridCell => {
    if (cell.is === 'header') return cell;
    const value = values[cell.id] ?? null;
    const figure: GridFigure = value === null ? cell : { ...cell, value, zero: value === '0' || /^0\.0+$/.test(value) };
    figures.push(figure);
    return figure;
  };
  const rows = layout.rows.map((row): GridRow => ({ ...row, cells: row.cells.map(filled) }));
  return { ...layout, rows, figures, layout };
}

/** Blocks with different numbers of columns share the finest grid. */
function layoutOf(table: Table): Layout {
  const labels = Math.max(0, ...table.blocks.map(labelDepth));
  const figures = table.blocks.map((block) => columnsOf(block).length).reduce(lcm, 1);
  const single = table.blocks.length === 1;
  const rows = table.blocks.flatMap((block, index) =>
    blockRows({ table, block, index, labels, figures, head: single }),
  );
  return {
    labels,
    width: labels + figures,
    headRows: rows.filter((row) => row.head).length,
    rows,
    figures: rows.flatMap((row) => row.cells.filter((cell) => cell.is === 'figure')),
  };
}

interface Setting {
  readonly table: Table;
  readonly block: Block;
  readonly index: number;
  readonly labels: number;
  readonly figures: number;
  readonly head: boolean;
}

function blockRows(setting: Setting): GridRow[] {
  const { table, block, index, labels, figures, head } = setting;
  const prefix = `${table.id}-${index + 1}`;
  const rows: GridRow[] = [];
  const above: string[] = [];
  if (block.caption !== null) {
    const band = header(block.caption, 'block', `${prefix}-band`, 0, labels + figures, 1);
    above.push(band.key);
    rows.push({ head: false, block: index, cells: [band] });
  }
  const columns = columnRows(setting, prefix);
  rows.push(...columns.rows.map((cells) => ({ head, block: index, cells })));
  return [...rows, ...bodyRows(setting, prefix, above, columns.headersOf)];
}

function header(
  text: string,
  heads: Heads,
  key: string,
  column: number,
  colSpan: number,
  rowSpan: number,
  total = false,
): GridHeader {
  return { is: 'header', text, heads, total, column, colSpan, rowSpan, key };
}

/** Column headers placed where the spans from above leave room, and for each figure column the keys that head it. */
function columnRows(setting: Setting, prefix: string): { rows: GridHeader[][]; headersOf: string[][] } {
  const { block, labels, figures } = setting;
  const levels = columnHeaders(block);
  const count = columnsOf(block).length;
  const stretch = figures / count;
  const headersOf: string[][] = Array.from({ length: count }, () => []);
  const taken: number[] = Array.from({ length: count }, () => 0);
  const rows = levels.map((cells, level) => {
    let at = 0;
    return cells.map((cell) => {
      while ((taken[at] ?? 0) > level) at += 1;
      const placed = columnHeader(
        cell,
        `${prefix}-col-${keyOf(cell.path)}`,
        labels + at * stretch,
        cell.colSpan * stretch,
      );
      for (let column = at; column < at + cell.colSpan; column += 1) {
        taken[column] = level + cell.rowSpan;
        headersOf[column]?.push(placed.key);
      }
      at += cell.colSpan;
      return placed;
    });
  });
  if (block.corner !== null && rows[0] !== undefined) {
    rows[0].unshift(header(block.corner, 'nothing', `${prefix}-corner`, 0, labels, levels.length));
  }
  return { rows, headersOf };
}

function columnHeader(cell: HeaderCell, key: string, column: number, colSpan: number): GridHeader {
  return header(
    cell.label,
    cell.role === 'group' ? 'columns' : 'column',
    key,
    column,
    colSpan,
    cell.rowSpan,
    cell.role === 'total',
  );
}

function bodyRows(
  setting: Setting,
  prefix: string,
  above: readonly string[],
  headersOf: readonly (readonly string[])[],
): GridRow[] {
  const { table, block, index, labels, figures } = setting;
  const labelled = rowHeaders(block);
  const columns = columnsOf(block);
  const stretch = figures / columns.length;
  let open: { key: string; until: number }[] = [];
  return rowsOf(block).map((row, number): GridRow => {
    open = open.filter((group) => group.until > number);
    let at = open.length;
    const heads = (labelled[number] ?? []).map((cell) => {
      const last = cell.role !== 'group';
      const span = last ? labels - at : cell.colSpan;
      const placed = header(
        cell.label,
        last ? 'row' : 'rows',
        `${prefix}-row-${keyOf(cell.path)}`,
        at,
        span,
        cell.rowSpan,
        cell.role === 'total',
      );
      if (!last) open.push({ key: placed.key, until: number + cell.rowSpan });
      at += span;
      return placed;
    });
    const own = heads.filter((cell) => cell.heads === 'row').map((cell) => cell.key);
    const cells = columns.map((column, place): GridFigure => {
      return {
        is: 'figure',
        id: cellId(table.id, row.id, column.id),
        value: null,
        zero: false,
        total: row.kind === 'total' || column.kind === 'total',
        column: labels + place * stretch,
        colSpan: stretch,
        rowSpan: 1,
        headers: [...above, ...(headersOf[place] ?? []), ...open.map((group) => group.key), ...own],
      };
    });
    return { head: false, block: index, cells: [...heads, ...cells] };
  });
}

const keyOf = (path: string): string => path.replaceAll('/', '-');
