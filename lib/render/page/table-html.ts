import type { GridCell, GridFigure, GridHeader, GridRow, Heads, Layout } from '@/lib/render/grid';
import { html, trusted, type Markup } from './markup';
import { longestFigure, type OutlineTable } from '@/lib/render/outline';
import { asideOf, wordsOf } from '@/lib/render/words';
import { escaped } from '@/lib/render/docx/xml-text';

const shapes = { disclosure: 'even two', applications: 'three', remedies: 'even four' } as const;

/** The markup of a table around its figures: before the class by size, and before, between and after the figures. */
interface Prepared {
  readonly open: string;
  readonly pieces: readonly string[];
  /** Start tags of each figure. */
  readonly tags: readonly { readonly plain: string; readonly zero: string; readonly blank: string }[];
}

const preparations = new WeakMap<Layout, Prepared>();

/** A statutory table in a frame that scrolls by itself, with the remarks that belong to it. */
export function tableHtml(table: OutlineTable): Markup {
  const { layout, figures } = table.grid;
  const { open, pieces, tags } = preparations.get(layout) ?? prepared(table, layout);
  let text = open + sizeClass(table) + (pieces[0] ?? '');
  for (const [index, { value, zero }] of figures.entries()) {
    const tag = tags[index];
    const start = value === null ? tag?.blank : zero ? tag?.zero : tag?.plain;
    text += `${start ?? ''}${escaped(value ?? '')}</td>${pieces[index + 1] ?? ''}`;
  }
  return html`${trusted(text)}${table.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}`;
}

/** Takes no part of a report: caption and description are the format's. */
function prepared(table: OutlineTable, layout: Layout): Prepared {
  const mark = '\u0000';
  const scrolls = table.id !== 'disclosure';
  const head = layout.rows.filter((row) => row.head);
  const body = layout.rows.filter((row) => !row.head);
  const blocks = [...new Set(body.map((row) => row.block))].map((block) => body.filter((row) => row.block === block));
  const row = ({
    cells,
  }: GridRow): Markup => html`<tr>${cells.map((cell) => (cell.is === 'header' ? headerHtml(table, cell) : trusted(mark)))}</tr>
`;
  const frame = scrolls
    ? html`<section class="table-frame" tabindex="0" aria-label="${table.name}，可左右滚动">`
    : html`<div class="table-frame">`;
  const open = html`${scrolls && html`<p class="swipe">左右滑动看${table.id === 'applications' ? '各类申请人，左侧项目名不动' : '各类结果'}。</p>`}${frame}<table class="statute ${shapes[table.id]}`;
  const rest = html`"><caption>${table.caption}<span class="summary">${table.description}</span></caption>${columns(table)}
${head.length > 0 && html`<thead>${head.map(row)}</thead>`}${blocks.map(
  (rows) => html`<tbody>
${rows.map(row)}</tbody>`,
)}</table>${scrolls ? html`</section>` : html`</div>`}`;
  const made = {
    open: open.text,
    pieces: rest.text.split(mark),
    tags: layout.figures.map((figure) => ({
      plain: figureTag(table, figure, ''),
      zero: figureTag(table, figure, 'zero'),
      blank: figureTag(table, figure, 'blank'),
    })),
  };
  preparations.set(layout, made);
  return made;
}

/** Long figures get more room; styles stay in the style sheet, so that the page's policy needs no exception. */
function sizeClass({ id, grid }: OutlineTable): string {
  if (id === 'disclosure') return '';
  const longest = longestFigure(grid);
  return longest > 6 ? ' digits-more' : ` digits-${longest}`;
}

/** Classes by which the style sheet knows the columns; table four has all of one width. */
function columns({ id, grid }: OutlineTable): Markup | false {
  if (id === 'remedies') return false;
  const kind = (index: number): string =>
    index >= grid.labels ? 'fig' : id === 'disclosure' ? 'name' : `g${index + 1}`;
  return html`<colgroup>${Array.from({ length: grid.width }, (_, index) => html`<col class="${kind(index)}">`)}</colgroup>`;
}

const scopes: Readonly<Record<Heads, string | null>> = {
  block: 'rowgroup',
  columns: 'colgroup',
  column: 'col',
  rows: 'rowgroup',
  row: 'row',
  nothing: null,
};

const idOf = (key: string): string => `t-${key}`;
const spans = (cell: GridCell): Markup =>
  html`${cell.colSpan > 1 && html` colspan="${cell.colSpan}"`}${cell.rowSpan > 1 && html` rowspan="${cell.rowSpan}"`}`;

/** `edge` ends at the right side of the table, `foot` at its bottom: the frame draws those lines. */
const edge = (table: OutlineTable, cell: GridCell): string =>
  cell.column + cell.colSpan === table.grid.width ? ' edge' : '';

function headerHtml(table: OutlineTable, cell: GridHeader): Markup {
  const kind = headerClass(table, cell) + edge(table, cell);
  const scope = scopes[cell.heads];
  const label = cell.heads === 'column' || cell.heads === 'columns' ? broken(cell.text) : labelHtml(table, cell);
  if (scope === null) return html`<td class="${kind.trim()}"${spans(cell)}>${label}</td>`;
  return html`<th id="${idOf(cell.key)}" scope="${scope}"${kind !== '' && html` class="${kind.trim()}"`}${spans(cell)}>${label}</th>`;
}

function headerClass({ grid }: OutlineTable, cell: GridHeader): string {
  if (cell.heads === 'nothing') return 'corner';
  if (cell.heads === 'block') return 'band';
  if (cell.heads === 'rows') return cell.column === 0 ? 'tall' : 'group';
  if (cell.heads !== 'row' || grid.labels < 2) return '';
  const level = cell.column === 0 ? 'one' : cell.column === 1 ? 'pair' : 'item';
  return `${level} last-label`;
}

const broken = (label: string): Markup =>
  trusted(
    wordsOf(label)
      .map((word) => html`${word}`.text)
      .join('<wbr>'),
  );

function labelHtml(table: OutlineTable, cell: GridHeader): Markup {
  if (cell.heads === 'rows')
    return html`<span class="stick">${
      cell.column === 0
        ? cell.text
        : trusted(
            cell.text
              .split(/(?<=^（.）)/)
              .map((part) => html`${part}`.text)
              .join('<wbr>'),
          )
    }</span>`;
  if (table.grid.labels < 2) return broken(cell.text);
  const { name, aside } = asideOf(cell.text);
  return html`${name}${aside !== '' && html`<small>${aside}</small>`}`;
}

function figureTag(table: OutlineTable, cell: GridFigure, state: '' | 'zero' | 'blank'): string {
  const kind = [
    state === 'zero' ? 'zero' : '',
    cell.total ? 'total' : '',
    state === 'blank' ? 'blank' : '',
    edge(table, cell).trim(),
  ]
    .filter((one) => one !== '')
    .join(' ');
  return html`<td data-cell="${cell.id}" headers="${cell.headers.map(idOf).join(' ')}"${kind !== '' && html` class="${kind}"`}${spans(cell)}>`
    .text;
}
