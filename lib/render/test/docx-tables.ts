import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface DocxCell {
  text: string;
  span: number;
  width: number;
  merge: 'none' | 'start' | 'continue';
  /** First grid column. */
  column: number;
  endsInParagraph: boolean;
}

export interface DocxRow {
  cells: DocxCell[];
  header: boolean;
  cantSplit: boolean;
}

export interface DocxTable {
  grid: number[];
  caption: string;
  description: string;
  rows: DocxRow[];
}

export function part(docx: Uint8Array, name: string): string {
  const bytes = unzipSync(docx)[name];
  if (bytes === undefined) throw new Error(`no ${name}`);
  return strFromU8(bytes);
}

const isOn = (value: string | undefined): boolean => value === undefined || !/^(off|false|0)$/.test(value);

/** The tables of a .docx as its XML says them, read independently of what wrote them. */
export function tablesOf(docx: Uint8Array): DocxTable[] {
  const tables: DocxTable[] = [];
  const parser = new SaxesParser();
  let inText = false;
  let last = '';
  const table = () => tables.at(-1);
  const row = () => table()?.rows.at(-1);
  const cell = () => row()?.cells.at(-1);
  let inCell = false;
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'];
    const current = cell();
    if (name === 'w:tbl') tables.push({ grid: [], caption: '', description: '', rows: [] });
    else if (name === 'w:gridCol') table()?.grid.push(Number(attributes['w:w']));
    else if (name === 'w:tblCaption') Object.assign(table() ?? {}, { caption: value });
    else if (name === 'w:tblDescription') Object.assign(table() ?? {}, { description: value });
    else if (name === 'w:tr') table()?.rows.push({ cells: [], header: false, cantSplit: false });
    else if (name === 'w:tblHeader') Object.assign(row() ?? {}, { header: isOn(value) });
    else if (name === 'w:cantSplit') Object.assign(row() ?? {}, { cantSplit: isOn(value) });
    else if (name === 'w:tc') {
      inCell = true;
      row()?.cells.push({
        text: '',
        span: 1,
        width: 0,
        merge: 'none',
        column: (current?.column ?? 0) + (current?.span ?? 0),
        endsInParagraph: false,
      });
    } else if (!inCell || current === undefined) inText = false;
    else if (name === 'w:gridSpan') current.span = Number(value);
    else if (name === 'w:tcW') current.width = Number(attributes['w:w']);
    else if (name === 'w:vMerge') current.merge = value === 'restart' ? 'start' : 'continue';
    else if (name === 'w:t') inText = true;
  });
  parser.on('text', (text) => {
    const current = cell();
    if (inText && inCell && current !== undefined) current.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    const current = cell();
    if (name === 'w:tc') {
      if (current !== undefined) current.endsInParagraph = last === 'w:p';
      inCell = false;
    }
    last = name;
  });
  parser.write(part(docx, 'word/document.xml')).close();
  return tables;
}

/** What breaks the rectangle of a table, or its rules of layout; empty when all is well. */
export function gridFaults(table: DocxTable): string[] {
  const faults: string[] = [];
  const width = table.grid.reduce((sum, column) => sum + column, 0);
  let above: DocxCell[] = [];
  table.rows.forEach((row, number) => {
    const spans = row.cells.reduce((sum, cell) => sum + cell.span, 0);
    const widths = row.cells.reduce((sum, cell) => sum + cell.width, 0);
    if (spans !== table.grid.length) faults.push(`row ${number}: spans ${spans}, grid ${table.grid.length}`);
    if (widths !== width) faults.push(`row ${number}: cells ${widths} wide, grid ${width}`);
    if (!row.cantSplit) faults.push(`row ${number} may split`);
    for (const cell of row.cells) {
      const start = above.find((other) => other.column === cell.column);
      if (cell.merge === 'continue' && (start === undefined || start.span !== cell.span || start.merge === 'none')) {
        faults.push(`row ${number}, column ${cell.column}: continues nothing`);
      }
      if (!cell.endsInParagraph) faults.push(`row ${number}, column ${cell.column}: no paragraph at its end`);
    }
    above = row.cells;
  });
  if (table.caption === '' || table.description === '') faults.push('no caption or description');
  return faults;
}

/** Text at every place of the rectangle, merged cells in all of their places. */
export function filled(table: DocxTable): string[][] {
  const rows: string[][] = [];
  for (const row of table.rows) {
    const texts: string[] = [];
    for (const cell of row.cells) {
      const text = cell.merge === 'continue' ? (rows.at(-1)?.[cell.column] ?? '') : cell.text;
      for (let place = 0; place < cell.span; place += 1) texts[cell.column + place] = text;
    }
    rows.push(texts);
  }
  return rows;
}
