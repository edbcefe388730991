import type { GridCell, GridFigure, GridHeader, GridRow, Heads } from './grid';
import { html, trusted, type Markup } from './markup';
import type { OutlineTable } from './outline';
import { asideOf, wordsOf } from './words';

const shapes = { disclosure: 'even two', applications: 'three', remedies: 'even four' } as const;

/** A statutory table in a frame that scrolls by itself, with the remarks that belong to it. */
export function tableHtml(table: OutlineTable): Markup {
  const { grid } = table;
  const head = grid.rows.filter((row) => row.head);
  const body = grid.rows.filter((row) => !row.head);
  const blocks = [...new Set(body.map((row) => row.block))].map((block) => body.filter((row) => row.block === block));
  const scrolls = table.id !== 'disclosure';
  const open = scrolls
    ? html`<section class="table-frame" tabindex="0" aria-label="${table.name}，可左右滚动">`
    : html`<div class="table-frame">`;
  return html`${scrolls && html`<p class="swipe">左右滑动看${table.id === 'applications' ? '各类申请人，左侧项目名不动' : '各类结果'}。</p>`}${open}<table class="statute ${shapes[table.id]}${sizeClass(table)}"><caption>${table.caption}<span class="summary">${table.description}</span></caption>${columns(table)}
${head.length > 0 && html`<thead>${head.map((row) => rowHtml(table, row))}</thead>`}${blocks.map((rows) => html`<tbody>
${rows.map((row) => rowHtml(table, row))}</tbody>`)}</table>${scrolls ? html`</section>` : html`</div>`}${table.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}`;
}

/** Long figures get more room; styles stay in the style sheet, so that the page's policy needs no exception. */
function sizeClass({ id, grid }: OutlineTable): string {
  if (id === 'disclosure') return '';
  const longest = Math.max(1, ...grid.rows.flatMap((row) => row.cells.map((cell) => (cell.is === 'figure' ? (cell.value ?? '').length : 0))));
  return longest > 6 ? ' digits-more' : ` digits-${longest}`;
}

function columns({ id, grid }: OutlineTable): Markup | false {
  if (id !== 'applications') return false;
  return html`<colgroup>${Array.from({ length: grid.width }, (_, index) => html`<col class="${index < grid.labels ? `g${index + 1}` : 'fig'}">`)}</colgroup>`;
}

function rowHtml(table: OutlineTable, row: GridRow): Markup {
  return html`<tr>${row.cells.map((cell) => (cell.is === 'header' ? headerHtml(table, cell) : figureHtml(table, cell)))}</tr>
`;
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
const edge = (table: OutlineTable, cell: GridCell): string => (cell.column + cell.colSpan === table.grid.width ? ' edge' : '');

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

const broken = (label: string): Markup => trusted(wordsOf(label).map((word) => html`${word}`.text).join('<wbr>'));

function labelHtml(table: OutlineTable, cell: GridHeader): Markup {
  if (cell.heads === 'rows') return html`<span class="stick">${cell.column === 0 ? cell.text : trusted(cell.text.split(/(?<=^（.）)/).map((part) => html`${part}`.text).join('<wbr>'))}</span>`;
  if (table.grid.labels < 2) return broken(cell.text);
  const { name, aside } = asideOf(cell.text);
  return html`${name}${aside !== '' && html`<small>${aside}</small>`}`;
}

function figureHtml(table: OutlineTable, cell: GridFigure): Markup {
  const kind = `${cell.zero ? ' zero' : ''}${cell.total ? ' total' : ''}${cell.value === null ? ' blank' : ''}${edge(table, cell)}`;
  return html`<td data-cell="${cell.id}" headers="${cell.headers.map(idOf).join(' ')}"${kind !== '' && html` class="${kind.trim()}"`}${spans(cell)}>${cell.value}</td>`;
}
