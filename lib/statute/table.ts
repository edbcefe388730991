/**
 * The vocabulary in which a statutory table is written once: leaves, groups and totals.
 * Everything else about a table (cell ids, sums, header spans, labels) is derived here and nowhere else.
 */

/** What a cell may hold: a count is whole and not negative, a change may be negative, an amount is an exact decimal. */
export type NumberKind = 'count' | 'change' | 'amount';

export interface Leaf {
  readonly kind: 'leaf';
  readonly id: string;
  readonly label: string;
  readonly number: NumberKind;
  readonly unit: string | null;
}

/** A heading over several nodes. `prefixes` says whether its id stands in the ids of the cells below it. */
export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly prefixes: boolean;
  readonly children: readonly Node[];
}

/** The sum of all leaves that stand under the same parent. */
export interface Total {
  readonly kind: 'total';
  readonly id: string;
  readonly label: string;
}

export type Node = Leaf | Group | Total;

/** A rectangle of cells with one set of column headers. */
export interface Block {
  /** Band above the block, such as 第二十条第（一）项; null where the table has none. */
  readonly caption: string | null;
  /** Text of the corner above the row labels; null where there are no row labels. */
  readonly corner: string | null;
  readonly columns: readonly Node[];
  /** Empty for a table of a single unlabelled row (table four). */
  readonly rows: readonly Node[];
}

export type TableId = 'disclosure' | 'applications' | 'remedies';

export interface Table {
  readonly id: TableId;
  /** How people call it: 表二, 表三, 表四, after the section it stands in. */
  readonly name: string;
  readonly caption: string;
  readonly unit: string | null;
  readonly source: string;
  readonly blocks: readonly Block[];
}

export function leaf(id: string, label: string, options: { number?: NumberKind; unit?: string } = {}): Leaf {
  return { kind: 'leaf', id, label, number: options.number ?? 'count', unit: options.unit ?? null };
}

/** A heading whose id stands in the ids of the cells below it (`refused.stateSecret`). */
export function group(id: string, label: string, ...children: Node[]): Group {
  return { kind: 'group', id, label, prefixes: true, children };
}

/** A heading that only orders what stands below it and adds nothing to the ids. */
export function heading(id: string, label: string, ...children: Node[]): Group {
  return { kind: 'group', id, label, prefixes: false, children };
}

export function total(id: string, label: string): Total {
  return { kind: 'total', id, label };
}

/** One line of a block: a leaf or a total with all headings above it. */
export interface Line {
  /** Ids joined as they stand in a cell id; empty for the single row of table four. */
  readonly id: string;
  /** Headings from the outermost to the line itself, as printed. */
  readonly labels: readonly string[];
  readonly kind: 'leaf' | 'total';
  /** Ids of the lines that a total sums; empty for a leaf. */
  readonly parts: readonly string[];
  readonly number: NumberKind;
  readonly unit: string | null;
}

function leafLines(nodes: readonly Node[], prefix: string): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'leaf') return [prefix + node.id];
    if (node.kind === 'total') return [];
    return leafLines(node.children, node.prefixes ? `${prefix}${node.id}.` : prefix);
  });
}

/** All lines of a tree of nodes, in printed order. */
export function linesOf(nodes: readonly Node[]): Line[] {
  const walk = (siblings: readonly Node[], prefix: string, above: readonly string[]): Line[] =>
    siblings.flatMap((node): Line[] => {
      if (node.kind === 'group') {
        return walk(node.children, node.prefixes ? `${prefix}${node.id}.` : prefix, [...above, node.label]);
      }
      const labels = [...above, node.label];
      if (node.kind === 'total') {
        return [
          {
            id: prefix + node.id,
            labels,
            kind: 'total',
            parts: leafLines(siblings, prefix),
            number: 'count',
            unit: null,
          },
        ];
      }
      return [{ id: prefix + node.id, labels, kind: 'leaf', parts: [], number: node.number, unit: node.unit }];
    });
  return walk(nodes, '', []);
}

const singleRow: Line = { id: '', labels: [], kind: 'leaf', parts: [], number: 'count', unit: null };

/** The rows of a block; table four has one row without a label. */
export function rowsOf(block: Block): Line[] {
  return block.rows.length === 0 ? [singleRow] : linesOf(block.rows);
}

/** The columns of a block. */
export function columnsOf(block: Block): Line[] {
  return linesOf(block.columns);
}

export type CellId = string;

/** Id of the cell where a row and a column of a table meet: `applications.refused.stateSecret.total`. */
export function cellId(table: TableId, row: string, column: string): CellId {
  if (row === '') return `${table}.${column}`;
  return column === '' ? `${table}.${row}` : `${table}.${row}.${column}`;
}

/** One cell of a statutory table. */
export interface Cell {
  readonly id: CellId;
  readonly table: TableId;
  readonly block: number;
  readonly row: Line;
  readonly column: Line;
  readonly number: NumberKind;
  readonly unit: string | null;
  /** True where the form asks for a sum: such a cell is computed, never typed. */
  readonly isTotal: boolean;
}

/** A statutory identity: `whole` is the sum of `parts`, along a row or down a column. */
export interface Sum {
  readonly whole: CellId;
  readonly parts: readonly CellId[];
  /** `row`: the parts stand in the same row; `column`: in the same column. */
  readonly along: 'row' | 'column';
}

/** All cells of a table, row by row as printed. */
export function cellsOf(table: Table): Cell[] {
  return table.blocks.flatMap((block, index) =>
    rowsOf(block).flatMap((row) =>
      columnsOf(block).map(
        (column): Cell => ({
          id: cellId(table.id, row.id, column.id),
          table: table.id,
          block: index,
          row,
          column,
          number: column.number !== 'count' ? column.number : row.number,
          unit: column.unit ?? row.unit ?? table.unit,
          isTotal: row.kind === 'total' || column.kind === 'total',
        }),
      ),
    ),
  );
}

/** All sums of a table: every total row in every column, every total column in every row. */
export function sumsOf(table: Table): Sum[] {
  return table.blocks.flatMap((block) => {
    const rows = rowsOf(block);
    const columns = columnsOf(block);
    const along = columns
      .filter((column) => column.kind === 'total')
      .flatMap((column) =>
        rows.map(
          (row): Sum => ({
            whole: cellId(table.id, row.id, column.id),
            parts: column.parts.map((part) => cellId(table.id, row.id, part)),
            along: 'row',
          }),
        ),
      );
    const down = rows
      .filter((row) => row.kind === 'total')
      .flatMap((row) =>
        columns.map(
          (column): Sum => ({
            whole: cellId(table.id, row.id, column.id),
            parts: row.parts.map((part) => cellId(table.id, part, column.id)),
            along: 'column',
          }),
        ),
      );
    return [...along, ...down];
  });
}
