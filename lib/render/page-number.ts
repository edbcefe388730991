import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';

/** The feet of left and right pages: — 1 —, on the outer side of the sheet, one character in (GB/T 9704-2012, 7.5). */
export const pageNumbers = (): { default: Footer; even: Footer } => ({ default: pageNumber('odd'), even: pageNumber('even') });

function pageNumber(side: 'odd' | 'even'): Footer {
  const odd = side === 'odd';
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: odd ? { right: 280 } : { left: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
