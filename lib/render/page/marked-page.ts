import type { CellDifference, Differences, TextDifference } from '@/lib/report/differences';
import type { Piece } from '@/lib/report/difference';
import { formatById } from '@/lib/statute/formats';
import { shanghaiDay } from '@/lib/render/frame';
import { html, lineBreaks, type Markup } from './markup';
import { markStyle } from './mark-style';

/** What became of a published version, as its page says it. */
export interface Mark {
  /** Number of the version that stands in its place; null when it was withdrawn. */
  readonly successor: number | null;
  /** Number of the version that is marked. */
  readonly number: number;
  /** ISO time of the correction or withdrawal. */
  readonly at: string;
  /** What was corrected and why, or why it was withdrawn. */
  readonly reason: string;
  /** Path without a version: the current version, or the notice of the withdrawal. */
  readonly current: string;
  /** Format under which both versions were filed, for the labels of cells. */
  readonly format: string;
  /** From the marked version to its successor; null when it was withdrawn. */
  readonly differences: Differences | null;
  /** Set where the version had been withdrawn before another took its place. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

/** The beginning of a page's body; the link that skips to the text stays the first thing in it. */
const start = /<body[^>]*>(?:\s*<a class="skip"[^>]*>[^<]*<\/a>)?/;

/**
 * The stored page of a version with a band on top that says what became of it: taken away again, the two pieces put in
 * leave the page as it was published, byte for byte. The style of the band stands in an element of its own.
 */
export function markedPage(page: string, mark: Mark): string {
  const head = page.indexOf('</head>');
  const body = start.exec(page);
  if (head < 0 || body === null) throw new Error('a published page has a head and a body');
  const top = body.index + body[0].length;
  return `${page.slice(0, head)}<style>${markStyle}</style>${page.slice(head, top)}${bandHtml(mark).text}${page.slice(top)}`;
}

function bandHtml(mark: Mark): Markup {
  const { successor, withdrawn, at, reason } = mark;
  const says = successor === null ? '已撤回' : `已被第 ${successor} 版取代`;
  const what =
    successor === null
      ? `${shanghaiDay(at)}，本机关撤回公布这份报告，以下内容不再有效。`
      : `${shanghaiDay(at)}，本机关公布了更正后的第 ${successor} 版，以下是更正前的第 ${mark.number} 版。`;
  return html`<aside class="version-mark" aria-label="本版的状态"><div class="mark-line"><b>${says}</b><span>${what}</span><a href="${mark.current}">${successor === null ? '看撤回说明' : '看现行版本'}</a></div>
<p class="mark-why">${successor === null ? '撤回的原因' : '更正的内容和原因'}：${lineBreaks(reason)}</p>
${
  withdrawn !== null &&
  html`<p class="mark-why">更正之前，这一版已于${shanghaiDay(withdrawn.at)}撤回公布，原因：${lineBreaks(withdrawn.reason)}</p>
`
}${mark.differences !== null && differencesHtml(mark, mark.differences)}</aside>`;
}

function differencesHtml(mark: Mark, { cells, texts }: Differences): Markup {
  const counts = [
    ...(cells.length > 0 ? [`表格 ${cells.length} 格`] : []),
    ...(texts.length > 0 ? [`文字 ${texts.length} 处`] : []),
  ];
  if (counts.length === 0) return html`<p class="mark-why">两版的表格和文字没有差别。</p>`;
  return html`<details class="mark-list"><summary>两版的差别：${counts.join('，')}</summary>
${
  cells.length > 0 &&
  html`<table><caption>表格的差别</caption><thead><tr><th scope="col">位置</th><th scope="col">第 ${mark.number} 版</th><th scope="col">第 ${mark.successor} 版</th></tr></thead><tbody>
${cells.map((cell) => cellHtml(mark, cell))}</tbody></table>`
}${texts.length > 0 && html`<p class="mark-part">文字的差别</p><dl>${texts.map((text) => textHtml(mark, text))}</dl>`}</details>`;
}

const figure = (value: string | null): Markup | string => value ?? html`<i>未填</i>`;

function cellHtml(mark: Mark, { cell: id, before, after }: CellDifference): Markup {
  const format = formatById(mark.format);
  const cell = format?.cell(id);
  if (format === undefined || cell === undefined)
    return html`<tr><th scope="row">${id}</th><td>${figure(before)}</td><td>${figure(after)}</td></tr>
`;
  const labels = [cell.row.labels, cell.column.labels]
    .filter((path) => path.length > 0)
    .map((path) => path.join(' › '));
  return html`<tr><th scope="row"><b>${format.tables[cell.table].name}</b>${labels.map((label) => html`<span>${label}</span>`)}</th><td>${figure(before)}</td><td>${figure(after)}</td></tr>
`;
}

const kinds = { changed: '改动', added: '新增', removed: '删去' } as const;

function textHtml(mark: Mark, { place, paragraph, is, pieces }: TextDifference): Markup {
  const title =
    place === 'title'
      ? '标题'
      : place === 'preamble'
        ? '开头'
        : (formatById(mark.format)?.sections.find((section) => section.id === place)?.title ?? place);
  return html`<dt>${title}${place !== 'title' && html`，第 ${paragraph} 段`}<small>${kinds[is]}</small></dt><dd>${pieces.map(pieceHtml)}</dd>
`;
}

const pieceHtml = ({ is, text }: Piece): Markup =>
  is === 'same' ? html`${text}` : is === 'gone' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
