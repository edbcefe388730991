import { Footer, PageNumber, Paragraph, TextRun } from 'docx';

/** The feet of right and left pages: — 1 —, on the outer side of the sheet by their styles (GB/T 9704-2012, 7.5). */
export const pageNumbers = (): { default: Footer; even: Footer } => ({
  default: pageNumber('Footer'),
  even: pageNumber('FooterLeft'),
});

const pageNumber = (style: string): Footer =>
  new Footer({
    children: [new Paragraph({ style, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] })],
  });
