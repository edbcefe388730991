import { Document, Packer, Paragraph, TextRun, type FileChild } from 'docx';
import { coreProperties, fontTable, settings, withoutTimes } from '@/lib/render/docx/docx-package';
import { page } from '@/lib/render/docx/docx-styles';
import { pageNumbers } from '@/lib/render/page/page-number';
import { fit } from '@/lib/render/docx/xml-text';
import { paperStyles } from './paper-styles';

export interface AboutPaper {
  readonly agency: string;
  /** 文件呈批单; stands below the agency's name. */
  readonly name: string;
  readonly year: number;
  /** YYYY-MM-DD, for the document's properties. */
  readonly date: string;
}

const margin = { ...page.margin, top: 1417, bottom: 1361, footer: 794 };

/** A paper around a report, with the styles of the report; the same children give the same bytes. */
export async function paperDocument(
  { agency, name, year, date }: AboutPaper,
  children: readonly FileChild[],
): Promise<Uint8Array> {
  const title = fit(`${agency}${name}`);
  const heading = new Paragraph({
    style: 'Title',
    children: [new TextRun(fit(agency)), new TextRun({ text: fit(name), break: 1 })],
  });
  const document = new Document({
    title,
    styles: paperStyles(),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin } },
        footers: pageNumbers(),
        children: [heading, ...children],
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties({ title, agency, year, date }) },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/settings.xml', data: settings() },
  ]);
  return withoutTimes(packed);
}
