import type { Report } from '@/lib/report/report';
import { balancedLines, titleRoom } from '@/lib/render/docx/balanced-lines';
import { insertHtml } from './insert-html';
import { html, trusted, type Markup } from './markup';
import { outlineOf, type Outline, type OutlineSection, type Passage, type Signature } from '@/lib/render/outline';
import { tableHtml } from './table-html';

/**
 * The report itself as HTML: `<main class="document">…</main>`, or another element where the page has its main part
 * already. It depends on the report alone; `documentStyle` is its style sheet.
 */
export function documentOf(report: Report, element: 'main' | 'article' = 'main'): string {
  return documentMarkup(outlineOf(report), element).text;
}

/** The report as HTML: title, sections with their tables, signature. */
export function documentMarkup(outline: Outline, element: 'main' | 'article' = 'main'): Markup {
  const parts = html`<h1>${outline.title.map((line, index) => html`${index > 0 && html`<br>`}${partable(balancedLines(line, titleRoom))}`)}</h1>
${outline.preamble.map(passageHtml)}${outline.sections.map(sectionHtml)}${signatureHtml(outline.signature)}`;
  return element === 'main'
    ? html`<main class="document" id="document" lang="zh-CN">${parts}</main>`
    : html`<article class="document" lang="zh-CN">${parts}</article>`;
}

function sectionHtml(section: OutlineSection): Markup {
  return html`<section data-section="${section.id}"><h2>${section.heading}</h2>
${section.table !== null && tableHtml(section.table)}${section.passages.map(passageHtml)}</section>
`;
}

function passageHtml(passage: Passage): Markup {
  if (passage.is === 'picture' || passage.is === 'table') return insertHtml(passage);
  return passage.is === 'heading'
    ? html`<h3>${passage.text}</h3>
`
    : html`<p>${unparted(passage.text)}</p>
`;
}

const quantity = /(\d[\d,.]*(?:年度|人次|件次|万元|亿元|[㐀-鿿%‰]))/;

/** Number and unit stay on one line; the text itself is untouched. */
function unparted(text: string): Markup[] {
  return text
    .split(quantity)
    .map((piece, index) => (index % 2 === 1 ? html`<span class="one-piece">${piece}</span>` : html`${piece}`));
}

/** A long name in pieces between which a line may break, where its words allow. */
const partable = (pieces: readonly string[]): Markup =>
  trusted(pieces.map((piece) => html`${piece}`.text).join('<wbr>'));

/** Indents follow from the lengths of both lines; the classes stand in the style sheet, in half characters. */
function signatureHtml(signature: Signature): Markup | false {
  if (signature.agency === '' && signature.date === null) return false;
  const indent = (characters: number) => `in-${Math.min(56, Math.max(0, Math.round(characters * 2)))}`;
  return html`<div class="signature"><p class="${indent(signature.agencyIndent)}">${partable(signature.agencyLines)}</p>
${
  signature.date !== null &&
  html`<p class="${indent(signature.dateIndent)}">${unparted(signature.date)}</p>
`
}</div>`;
}
