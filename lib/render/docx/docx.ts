import { Document, Packer, type FileChild, type IStylesOptions } from 'docx';
import type { Report } from '@/lib/report/report';
import { insertStyles, pictureParagraph, simpleTable } from './docx-insert';
import { layoutOf, type DocxLayout, type InsertLayout, type PieceLayout } from './docx-layout';
import { coreProperties, fontTable, settings, withoutTimes } from './docx-package';
import { paragraphOf } from './docx-paragraph';
import { page, stylesFor } from './docx-styles';
import { tableOf } from './docx-table';
import { fullTitle } from '@/lib/render/outline';
import { pageNumbers } from '@/lib/render/page/page-number';
import { fit } from './xml-text';

/**
 * The report as a Word document in the layout of GB/T 9704-2012. The same report gives the same bytes, wherever and
 * whenever: dates inside come from the signature, not from the clock. `filledDocxOf` gives the same parts faster.
 */
export async function docxOf(report: Report): Promise<Uint8Array> {
  return packed(layoutOf(report), corePropertiesOf(report));
}

/** A laid-out document with the given docProps/core.xml. */
export async function packed({ title, measures, pieces }: DocxLayout, core: string): Promise<Uint8Array> {
  const styles = stylesFor(measures);
  const document = new Document({
    title: fit(title),
    styles: pieces.some(({ is }) => is === 'insert') ? withInsertStyles(styles) : styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        footers: pageNumbers(),
        children: pieces.flatMap(childrenOf),
      },
    ],
  });
  const archive = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: core },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/settings.xml', data: settings() },
  ]);
  return withoutTimes(archive);
}

const withInsertStyles = (styles: IStylesOptions): IStylesOptions => ({
  ...styles,
  paragraphStyles: [...(styles.paragraphStyles ?? []), ...insertStyles],
});

function childrenOf(piece: PieceLayout): FileChild[] {
  if (piece.is === 'insert') return insertOf(piece);
  return [piece.is === 'table' ? tableOf(piece) : paragraphOf(piece)];
}

const insertOf = ({ passage, at }: InsertLayout): FileChild[] =>
  passage.is === 'picture' ? [pictureParagraph(passage.picture, at)] : simpleTable(passage.table, at);

/** docProps/core.xml of a report. */
export function corePropertiesOf(report: Report): string {
  return coreProperties({ title: fullTitle(report), agency: report.agency, year: report.year, date: dayOf(report) });
}

/** The day that a document bears: that of its signature, else the first of the year after. */
export function dayOf(report: Pick<Report, 'year'> & { readonly signature: { readonly date: string | null } }): string {
  const date = report.signature.date ?? '';
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return real ? date : `${report.year + 1}-01-01`;
}
