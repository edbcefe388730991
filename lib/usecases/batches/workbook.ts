import { writeXlsx, type CellStyle, type ColumnDef, type WriteSheet } from 'hucre/xlsx';
import { fit } from '@/lib/render/docx/xml-text';
import { noFormula } from '@/lib/report/csv-field';

export type CellOfSheet = string | number | null;

export interface SheetColumn {
  readonly head: string;
  /** In characters of the default font; a Chinese one counts two. */
  readonly width: number;
  /** Long text, broken over lines. */
  readonly wraps?: true;
}

/** A table with one line of heads; `totals` stands below it and is not sorted or filtered with it. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellOfSheet[])[];
  readonly totals?: readonly CellOfSheet[];
}

/** What a cell can hold (ECMA-376, and every spreadsheet). */
const longest = 32_767;
const font = { name: '宋体', size: 11 };
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEAE3' } },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
};
const totalStyle: CellStyle = { font: { ...font, bold: true }, border: { top: { style: 'thin' } } };

/** Tables as a workbook of sheets: heads stay in sight, every column has its filter, text is never a formula. */
export function workbookOf(title: string, tables: readonly SheetTable[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map(sheetOf),
    properties: { title: fit(title), creator: '年报' },
    defaultFont: font,
  });
}

function sheetOf({ name, columns, rows, totals }: SheetTable): WriteSheet {
  const lines = [columns.map(({ head }) => head), ...rows, ...(totals === undefined ? [] : [totals])].map((line) =>
    line.map(stored),
  );
  const styled = (line: number, style: CellStyle): [string, { style: CellStyle }][] =>
    columns.map((_column, index) => [`${line},${index}`, { style }]);
  return {
    name,
    columns: columns.map(columnOf),
    rows: lines,
    cells: new Map([...styled(0, headStyle), ...(totals === undefined ? [] : styled(lines.length - 1, totalStyle))]),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${letters(columns.length)}${rows.length + 1}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  };
}

const columnOf = ({ width, wraps }: SheetColumn): ColumnDef => ({
  width,
  style: { font, alignment: { vertical: 'top', wrapText: wraps === true } },
});

const stored = (cell: CellOfSheet): CellOfSheet =>
  typeof cell === 'string' ? noFormula(fit(cell)).slice(0, longest) : cell;

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  return column === 0 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A text as the number that it writes, where a spreadsheet keeps every digit of it; else as it stands. */
export function figureOr(text: string): CellOfSheet {
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(text) ? Number(text) : text;
}
