import { Paragraph, TextRun } from 'docx';
import type { ParagraphLayout } from './docx-layout';
import { fit } from './xml-text';

export function paragraphOf({ style, lines, ownPage, withNext, aboveTable, belowTable }: ParagraphLayout): Paragraph {
  const spaced = belowTable === true || aboveTable === true;
  return new Paragraph({
    style,
    children: runsOf(lines),
    ...(ownPage === true ? { pageBreakBefore: true } : {}),
    ...(withNext === true ? { keepNext: true } : {}),
    ...(spaced ? { spacing: { ...(belowTable === true ? { before: 240 } : {}), ...(aboveTable === true ? { after: 120 } : {}) } } : {}),
  });
}

/** Lines parted by breaks; no run at all for none. */
export const runsOf = (lines: readonly string[]): TextRun[] =>
  lines.map((line, index) => new TextRun({ text: fit(line), ...(index > 0 ? { break: 1 } : {}) }));
