import type { Report } from '@/lib/report/report';
import { outlineOf, wordsIn, type Outline, type OutlineSection } from '@/lib/render/outline';
import type { Grid } from '@/lib/render/grid';

/**
 * How plain text holds a table:
 * - `cell-lines`: one cell a line behind a tab, blank lines between rows, empty cells under a label over several rows;
 * - `tabs`: one row a line, every place of the grid;
 * - `shifted`: one row a line, places under spanning labels partly lost, so that figures stand in other columns;
 * - `pasted`: one cell a line without tabs, as copied from a web page; empty cells are lost;
 * - `gaps`: columns by wide gaps, as `pdftotext -layout` prints them;
 * - `bars`: cells parted by |.
 */
export type TextShape = 'cell-lines' | 'tabs' | 'shifted' | 'pasted' | 'gaps' | 'bars';

export const textShapes: readonly TextShape[] = ['cell-lines', 'tabs', 'shifted', 'pasted', 'gaps', 'bars'];

export interface Printing {
  /** Characters of a line where prose is broken; null for a paragraph a line. */
  readonly wrap: number | null;
  /** Two full-width blanks before each paragraph. */
  readonly indent: boolean;
  /** Blank lines between paragraphs. */
  readonly spaced: boolean;
  readonly eol: '\n' | '\r\n';
  /** Agency and the rest of the title on lines of their own. */
  readonly titleLines: boolean;
  /** A page number and a form feed after this many lines of prose; null for none. */
  readonly pageEvery: number | null;
  readonly signature: boolean;
}

const plainPrinting: Printing = {
  wrap: null,
  indent: false,
  spaced: false,
  eol: '\n',
  titleLines: false,
  pageEvery: null,
  signature: true,
};

/** A report as plain text in one of the shapes in which offices bring it. */
export function asText(report: Report, shape: TextShape, printing: Partial<Printing> = {}): string {
  const how = { ...plainPrinting, ...printing };
  const outline = outlineOf(report);
  const prose = paged(how);
  const lines = [
    ...(how.titleLines ? outline.title : [outline.title.join('')]),
    '',
    ...prose(wordsIn(outline.preamble)),
    ...outline.sections.flatMap((section) => [
      '',
      section.heading,
      '',
      ...tableLines(section, shape),
      ...prose(wordsIn(section.passages)),
    ]),
    ...(how.signature ? signatureLines(outline, how) : []),
    '',
  ];
  return lines.join(how.eol);
}

/** A report as Markdown from text recognition. */
export function asMarkdown(report: Report, tables: 'pipe' | 'html'): string {
  const outline = outlineOf(report);
  const parts = [
    `# ${outline.title.join('')}`,
    ...wordsIn(outline.preamble),
    ...outline.sections.flatMap((section) => [
      `## ${section.heading}`,
      ...(section.table === null
        ? []
        : [tables === 'pipe' ? pipeTable(section.table.grid) : htmlTable(section.table.grid)]),
      ...section.passages.flatMap((passage) =>
        'text' in passage ? [passage.is === 'heading' ? `**${passage.text}**` : passage.text] : [],
      ),
    ]),
    outline.signature.agency,
    ...(outline.signature.date === null ? [] : [outline.signature.date]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function signatureLines({ signature }: Outline, how: Printing): string[] {
  const pad = ' '.repeat(how.wrap === null ? 30 : how.wrap);
  return ['', `${pad}${signature.agency}`, ...(signature.date === null ? [] : [`${pad}${signature.date}`])];
}

/** Prints paragraphs one after the other, a page number after every so many lines. */
function paged(how: Printing): (paragraphs: readonly string[]) => string[] {
  let count = 0;
  let page = 0;
  return (paragraphs) =>
    paragraphs.flatMap((paragraph, index) => {
      const lines = broken(`${how.indent ? '　　' : ''}${paragraph}`, how.wrap).flatMap((line) => {
        count += 1;
        if (how.pageEvery === null || count % how.pageEvery !== 0) return [line];
        page += 1;
        return [line, '', `${' '.repeat(20)}- ${page} -`, '\f'];
      });
      return how.spaced && index > 0 ? ['', ...lines] : lines;
    });
}

/** Lines of at most so many characters; a stop or a closing mark never begins one. */
function broken(text: string, width: number | null): string[] {
  if (width === null) return [text];
  const lines: string[] = [];
  for (let rest = text; rest !== ''; ) {
    let end = Math.min(width, rest.length);
    while (end < rest.length && /[，。；：、！？）》”\d.%]/.test(rest.charAt(end)) && end > width - 5) end -= 1;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines;
}

/** Texts of a grid at every place; '' where a span from the left or from above covers it, with which of both. */
function placesOf(grid: Grid): { text: string; from: 'own' | 'left' | 'above' }[][] {
  const rows = grid.rows.map(() =>
    Array.from({ length: grid.width }, () => ({ text: '', from: 'own' as 'own' | 'left' | 'above' })),
  );
  grid.rows.forEach((row, y) => {
    for (const cell of row.cells) {
      for (let dy = 0; dy < cell.rowSpan; dy += 1) {
        for (let dx = 0; dx < cell.colSpan; dx += 1) {
          const place = rows[y + dy]?.[cell.column + dx];
          if (place !== undefined) Object.assign(place, { text: '', from: dx > 0 ? 'left' : dy > 0 ? 'above' : 'own' });
        }
      }
      const own = rows[y]?.[cell.column];
      if (own !== undefined)
        Object.assign(own, { text: cell.is === 'header' ? cell.text : (cell.value ?? ''), from: 'own' });
    }
  });
  return rows;
}

function tableLines(section: OutlineSection, shape: TextShape): string[] {
  if (section.table === null) return [];
  const rows = placesOf(section.table.grid);
  const merged = rows.map((row) => row.filter(({ from }) => from !== 'left').map(({ text }) => text));
  switch (shape) {
    case 'cell-lines':
      return merged.flatMap((row) => [...row.map((text) => `\t${text}`), '']);
    case 'tabs':
      return rows.map((row) => row.map(({ text }) => text).join('\t'));
    case 'shifted':
      return rows.map((row, y) =>
        row
          .filter(({ from }, x) => from !== 'left' || (x + y) % 2 === 0)
          .map(({ text }) => text)
          .join('\t')
          .replace(/^\t+(?=\S*[\u4e00-\u9fff])/, (tabs) => (y % 3 === 0 ? '' : tabs)),
      );
    case 'pasted':
      return rows.flatMap((row) => row.flatMap(({ text }) => (text === '' ? [] : [text])));
    case 'gaps':
      return rows.map((row) =>
        row
          .flatMap(({ text, from }) => (from === 'left' ? [] : [text === '' ? '      ' : text]))
          .join('     ')
          .trimEnd(),
      );
    case 'bars':
      return rows.map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`);
  }
}

function pipeTable(grid: Grid): string {
  const rows = placesOf(grid).map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`);
  return [rows[0], `|${' --- |'.repeat(grid.width)}`, ...rows.slice(1)].join('\n');
}

function htmlTable(grid: Grid): string {
  const rows = grid.rows.map(
    ({ cells }) =>
      `<tr>${cells
        .map(
          (cell) =>
            `<td${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}>${cell.is === 'header' ? cell.text : (cell.value ?? '')}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}
