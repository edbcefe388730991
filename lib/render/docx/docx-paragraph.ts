import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { ParagraphLayout } from './docx-layout';
import { fit } from './xml-text';

/** A heading of the first level, of a text that need not be fit for XML. */
export const headingOf = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(fit(text))] });

/** A laid-out paragraph as `docx` makes it. */
export function paragraphOf({ style, lines, ownPage, withNext, aboveTable, belowTable }: ParagraphLayout): Paragraph {
  const spaced = belowTable === true || aboveTable === true;
  return new Paragraph({
    style,
    children: runsOf(lines),
    ...(ownPage === true ? { pageBreakBefore: true } : {}),
    ...(withNext === true ? { keepNext: true } : {}),
    ...(spaced
      ? { spacing: { ...(belowTable === true ? { before: 240 } : {}), ...(aboveTable === true ? { after: 120 } : {}) } }
      : {}),
  });
}

/** Lines parted by breaks; no run at all for none. */
export const runsOf = (lines: readonly string[]): TextRun[] =>
  lines.map((line, index) => new TextRun({ text: fit(line), ...(index > 0 ? { break: 1 } : {}) }));
