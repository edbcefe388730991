import type { PictureWithData, SimpleTable } from '@/lib/report/insert';
import { html, lineBreaks, trusted, type Markup } from './markup';
import type { InsertPassage } from '@/lib/render/outline';
import { leftColumns } from '@/lib/render/simple-table';

/** A picture or a simple table among the paragraphs. The picture stands in the page itself: nothing is loaded. */
export function insertHtml(insert: InsertPassage): Markup {
  return insert.is === 'picture' ? pictureHtml(insert.picture) : simpleTableHtml(insert.table);
}

function pictureHtml({ alt, contentType, width, height, data }: PictureWithData): Markup {
  if (data === undefined || !/^[A-Za-z0-9+/=]+$/.test(data))
    return html`<p class="no-picture">〔图片：${alt}〕</p>
`;
  return html`<figure class="insert"><img src="data:${contentType};base64,${trusted(data)}" alt="${alt}" width="${width}" height="${height}"></figure>
`;
}

/** From so many columns on a table scrolls in its frame on narrow screens. */
const many = 5;

function simpleTableHtml(table: SimpleTable): Markup {
  const [head = [], ...rows] = table.rows;
  const left = leftColumns(table);
  const kind = (column: number): Markup | false => left[column] === true && html` class="left"`;
  const inner = html`<table class="simple${head.length >= many && ' many'}" data-table="simple">${table.caption !== '' && html`<caption>${table.caption}</caption>`}
<thead><tr>${head.map((text) => (text === '' ? html`<td></td>` : html`<th scope="col">${lineBreaks(text)}</th>`))}</tr></thead>
${
  rows.length > 0 &&
  html`<tbody>
${rows.map(
  (row) => html`<tr>${row.map((text, column) => html`<td${kind(column)}>${lineBreaks(text)}</td>`)}</tr>
`,
)}</tbody>`
}</table>`;
  if (head.length < many)
    return html`<div class="insert simple-frame">${inner}</div>
`;
  // A group and not a region: several tables may have the same name, or none.
  return html`<div class="insert simple-frame" role="group" tabindex="0" aria-label="${table.caption === '' ? '表格' : table.caption}，可左右滚动">${inner}</div>
`;
}
