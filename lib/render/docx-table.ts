import { BuilderElement, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextDirection, TextRun, VerticalAlign, WidthType, XmlComponent, type ITableOptions } from 'docx';
import type { TableId } from '../statute/table';
import { cellStyle, tableSize, textWidth } from './docx-styles';
import type { Grid, GridCell, GridFigure, GridHeader } from './grid';
import type { OutlineTable } from './outline';
import { wordsOf } from './words';
import { fit } from './xml-text';

const side = 40;
const rowHeight: Readonly<Record<TableId, number>> = { disclosure: 440, applications: 345, remedies: 380 };

/** A table with the title and the summary that assistive technology reads; `docx` has no option for them. */
export class CaptionedTable extends Table {
  constructor(options: ITableOptions, caption: string, description: string) {
    super(options);
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent)) throw new Error('docx: the first child of a table is no longer its properties');
    properties.addChildElement(valued('w:tblCaption', caption));
    properties.addChildElement(valued('w:tblDescription', description));
  }
}

const valued = (name: string, value: string) =>
  new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } });

/** Column widths in twips, whole numbers that add up to the text. */
export function columnWidths(table: Pick<OutlineTable, 'id' | 'grid'>): number[] {
  const { grid, id } = table;
  const figures = grid.width - grid.labels;
  if (id === 'remedies') return shared(textWidth, figures);
  if (id === 'disclosure') {
    const label = Math.min(2800, Math.max(2245, ...headers(grid).filter((cell) => cell.heads === 'row').map((cell) => cell.text.length * 240 + 3 * side)));
    return [label, ...shared(textWidth - label, figures)];
  }
  const wanted = Array.from({ length: figures }, (_, index) => figureWidth(grid, grid.labels + index));
  const labels = [400, 1000].slice(0, grid.labels - 1);
  const fixed = labels.reduce((sum, width) => sum + width, 0);
  const most = textWidth - fixed - 1900;
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const kept = total <= most ? wanted : shared(most, figures);
  return [...labels, textWidth - fixed - kept.reduce((sum, width) => sum + width, 0), ...kept];
}

function shared(width: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor((width * (index + 1)) / parts) - Math.floor((width * index) / parts));
}

function figureWidth(grid: Grid, column: number): number {
  const own = grid.rows.flatMap((row) => row.cells).filter((cell) => cell.column === column && cell.colSpan === 1);
  return Math.max(540, ...own.map((cell) => cell.is === 'figure' ? digitsOf(cell) * smallest * digit + 2 * tight : longestWord(cell) * 210 + 2 * side));
}

/** Twips that a digit takes at most for each half-point of its size; 宋体 has 5, the fonts that stand in for it up to 6.5. */
const digit = 6.5;
/** Margins of a cell with a figure, and the size in half-points below which a column rather gets wider. */
const tight = 20;
const smallest = 18;

/** Size of a table's figures in half-points: that of its labels, less where the longest would break. */
export function figureSize(table: OutlineTable): number {
  const widths = columnWidths(table);
  const rooms = table.grid.rows.flatMap((row) => row.cells).map((cell) => (cell.is === 'figure' && digitsOf(cell) > 0 ? (spanned(widths, cell) - 2 * tight) / (digitsOf(cell) * digit) : Infinity));
  return Math.max(8, Math.floor(Math.min(tableSize[table.id], ...rooms)));
}

const spanned = (widths: readonly number[], cell: GridCell): number =>
  widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + width, 0);

const headers = (grid: Grid): GridHeader[] => grid.rows.flatMap((row) => row.cells.filter((cell) => cell.is === 'header'));

const digitsOf = (cell: GridFigure): number => (cell.value ?? '').length;
const longestWord = (cell: GridHeader): number => Math.max(...wordsOf(cell.text).map((word) => word.length));

export function tableOf(table: OutlineTable): Table {
  const { grid, id } = table;
  const widths = columnWidths(table);
  const size = figureSize(table);
  // Table two has headers within; those on top count as such, so that assistive technology knows the table has any.
  const leading = grid.rows.findIndex((row) => row.cells.some((cell) => cell.is === 'figure'));
  const longest = Array.from({ length: grid.width }, (_, column) =>
    Math.max(1, ...grid.rows.flatMap((row) => row.cells).map((cell) => (cell.is === 'figure' && cell.column === column ? digitsOf(cell) : 0))),
  );
  const rows = grid.rows.map((row, index) => {
    const cells = row.cells.map((cell) => {
      const width = spanned(widths, cell);
      return cell.is === 'header' ? headerCell(id, cell, width, grid) : figureCell(id, cell, width, size * (longest[cell.column] ?? 1));
    });
    return new TableRow({
      children: cells,
      cantSplit: true,
      height: { value: rowHeight[id], rule: HeightRule.ATLEAST },
      ...(row.head || index < leading ? { tableHeader: true } : {}),
      ...(keptWithNext(table, index) ? { keepNext: true } : {}),
    });
  });
  return new CaptionedTable(
    {
      rows,
      columnWidths: widths,
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: side, right: side, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    },
    fit(table.caption),
    fit(table.description),
  );
}

/** A short table stays on one page; table three begins one, and where it is longer no row or two are left over. */
function keptWithNext({ id, grid }: OutlineTable, row: number): boolean {
  const last = grid.rows.length - 1;
  return row < last && (id !== 'applications' || row < grid.headRows || row > last - 4);
}

const spans = (cell: GridCell) => ({
  ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
  ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
});

function headerCell(table: TableId, cell: GridHeader, width: number, grid: Grid): TableCell {
  const label = cell.heads === 'row' || cell.heads === 'rows';
  const vertical = cell.heads === 'rows' && cell.column === 0 && grid.labels > 2;
  const item = label && /^\d\./.test(cell.text);
  const style = cellStyle(table, vertical || !label ? 'Head' : item ? 'Item' : 'Label');
  const lines = vertical ? [cell.text] : cell.heads === 'rows' ? cell.text.split(/(?<=^（.）)/) : label ? [cell.text] : linesOf(table, cell, width);
  return new TableCell({
    children: [new Paragraph({ style, children: lines.map((line, index) => new TextRun({ text: fit(line), ...(index > 0 ? { break: 1 } : {}) })) })],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...spans(cell),
    ...(vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    ...(table === 'applications' && !vertical && (label || cell.heads === 'nothing') ? { margins: { left: 80, right: 60, marginUnitType: WidthType.DXA } } : {}),
  });
}

/** The label in as few lines as its column allows, parted between words only. */
function linesOf(table: TableId, cell: GridHeader, width: number): string[] {
  const room = Math.floor((width - 2 * side) / (tableSize[table] * 10));
  if (cell.text.length <= room) return [cell.text];
  if (cell.heads === 'nothing') return cell.text.split(/(?<=，)/);
  const lines: string[] = [];
  for (const word of wordsOf(cell.text)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length <= room) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines;
}

function figureCell(table: TableId, cell: GridFigure, width: number, longest: number): TableCell {
  // Right-aligned figures are moved in so that the longest of the column stands in its middle.
  const inset = table === 'applications' ? Math.max(tight, Math.floor(Math.min((width - 5 * longest) / 2, width - digit * longest - tight))) : tight;
  return new TableCell({
    children: [new Paragraph({ style: cellStyle(table, 'Figure'), children: cell.value === null ? [] : [new TextRun(fit(cell.value))] })],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...spans(cell),
    margins: { left: table === 'applications' ? 0 : tight, right: inset, marginUnitType: WidthType.DXA },
  });
}
