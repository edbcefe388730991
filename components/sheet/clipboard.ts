/**
 * A copied block. `null` is a place that a merged cell covers: nothing stands there, which is not the same as a blank.
 */
export type Slot = string | null;
export type Slots = readonly (readonly Slot[])[];

/**
 * `id` of what begins, its attributes; the clipboard's HTML is written by programs, so a scan of its tags is enough.
 */
const tag = /<!--[\s\S]*?-->|<!\[[^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const silent = /<(style|script|head|title)\b[\s\S]*?<\/\1\s*>/gi;

const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ensp: ' ',
  emsp: ' ',
};

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

interface Piece {
  text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

const span = (attributes: string, name: string): number => {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,3})`, 'i').exec(attributes);
  return Math.max(1, Number(found?.[1] ?? 1));
};

const tidy = (text: string): string =>
  decode(text.replace(/[\r\n\t ]+/g, ' '))
    .replace(/\n+/g, '\n')
    .trim();

/** The outermost tables of a page of HTML, as rows of cells with their spans. */
function tablesOf(html: string): Piece[][][] {
  const source = html.replace(silent, '');
  const tables: Piece[][][] = [];
  let depth = 0;
  let piece: Piece | null = null;
  let from = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(source); found !== null; found = tag.exec(source)) {
    if (piece !== null) piece.text += source.slice(from, found.index);
    from = tag.lastIndex;
    const [, closing, name = '', attributes = ''] = found;
    const table = tables.at(-1);
    switch (name.toLowerCase()) {
      case 'table':
        depth += closing === '/' ? -1 : 1;
        if (depth === 1 && closing !== '/') tables.push([]);
        if (depth === 0) piece = null;
        break;
      case 'tr':
        if (depth !== 1) break;
        piece = null;
        if (closing !== '/') table?.push([]);
        break;
      case 'td':
      case 'th':
        if (depth !== 1) break;
        piece = null;
        if (closing === '/') break;
        piece = { text: '', rowSpan: span(attributes, 'rowspan'), colSpan: span(attributes, 'colspan') };
        table?.at(-1)?.push(piece);
        break;
      case 'br':
        if (piece !== null) piece.text += '&#10;';
        break;
      case 'p':
      case 'div':
        if (piece !== null && closing === '/') piece.text += '&#10;';
        break;
    }
  }
  return tables;
}

function spread(rows: readonly (readonly Piece[])[]): Slots {
  const grid: Slot[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const piece of row) {
      while (grid[at]?.[column] !== undefined) column += 1;
      for (let down = 0; down < piece.rowSpan; down += 1) {
        for (let right = 0; right < piece.colSpan; right += 1) {
          const line = grid[at + down];
          if (line !== undefined) line[column + right] = down === 0 && right === 0 ? tidy(piece.text) : null;
        }
      }
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid
    .filter((row) => row.length > 0)
    .map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
}

/** Tab-separated text, with the quotes that spreadsheets put around a cell that holds a line break or a quote. */
export function slotsOfText(text: string): Slots {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|\r|$)|([^\t\r\n]*)/y;
  let at = 0;
  const source = text.replace(/(\r\n|\r|\n)$/, '');
  for (;;) {
    cell.lastIndex = at;
    const found = cell.exec(source);
    rows.at(-1)?.push((found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '').trim());
    at = cell.lastIndex;
    if (at >= source.length) break;
    const parting = source.startsWith('\r\n', at) ? 2 : 1;
    if (source[at] !== '\t') rows.push([]);
    at += parting;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

/**
 * What was copied, as a rectangle: the largest table of the HTML with its merged cells, else the text by its tabs.
 * Excel, WPS and Word all bring both; only the HTML says what was merged.
 */
export function slotsOf(clipboard: { html: string; text: string }): Slots {
  const tables = tablesOf(clipboard.html).map(spread);
  const size = (slots: Slots): number => slots.length * (slots[0]?.length ?? 0);
  const largest = tables.reduce<Slots>((best, one) => (size(one) > size(best) ? one : best), []);
  return size(largest) > 0 ? largest : slotsOfText(clipboard.text);
}
