import { Document, HeadingLevel, Packer, Paragraph, TextRun, type FileChild, type IStylesOptions } from 'docx';
import type { Report } from '../report/report';
import { insertStyles, pictureNumbers, pictureParagraph, simpleTable } from './docx-insert';
import { coreProperties, fontTable, settings, withoutTimes } from './docx-package';
import { character, page, stylesFor, tableSize } from './docx-styles';
import { pageNumbers } from './page-number';
import { figureSize, tableOf } from './docx-table';
import { fullTitle, outlineOf, type Outline, type OutlineSection, type Passage, type TextPassage } from './outline';
import { fit } from './xml-text';

/**
 * The report as a Word document in the layout of GB/T 9704-2012. The same report gives the same bytes, wherever and
 * whenever: dates inside come from the signature, not from the clock.
 */
export async function docxOf(report: Report): Promise<Uint8Array> {
  const title = fit(fullTitle(report));
  const outline = outlineOf(report);
  const document = new Document({
    title,
    styles: report.inserts?.length ? withInsertStyles(stylesFor(figureSizes(outline))) : stylesFor(figureSizes(outline)),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin: page.margin } },
        footers: pageNumbers(),
        children: children(outline),
      },
    ],
  });
  const core = coreProperties({ title, agency: report.agency, year: report.year, date: dayOf(report) });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: core },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/settings.xml', data: settings() },
  ]);
  return withoutTimes(packed);
}

const withInsertStyles = (styles: IStylesOptions): IStylesOptions => ({ ...styles, paragraphStyles: [...(styles.paragraphStyles ?? []), ...insertStyles] });

function figureSizes(outline: Outline): Record<keyof typeof tableSize, number> {
  const sizes = outline.sections.flatMap(({ table }) => (table === null ? [] : [[table.id, figureSize(table)] as const]));
  return { ...tableSize, ...Object.fromEntries(sizes) };
}

/** The day that a document bears: that of its signature, else the first of the year after. */
export function dayOf(report: Pick<Report, 'year'> & { readonly signature: { readonly date: string | null } }): string {
  const date = report.signature.date ?? '';
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return real ? date : `${report.year + 1}-01-01`;
}

function children(outline: Outline): FileChild[] {
  const title = new Paragraph({
    style: 'Title',
    children: outline.title.map((line, index) => new TextRun({ text: fit(line), ...(index > 0 ? { break: 1 } : {}) })),
  });
  const numbers = pictureNumbers(outline);
  const sections = outline.sections.map((section, index) => sectionOf(section, outline.sections[index - 1], index === outline.sections.length - 1, numbers));
  return [title, ...passagesOf(outline.preamble, {}, numbers), ...sections.flat(), ...signed(outline)];
}

const afterTable = { before: 240 };

function sectionOf(section: OutlineSection, previous: OutlineSection | undefined, last: boolean, numbers: ReadonlyMap<Passage, number>): FileChild[] {
  const ownPage = section.id === 'applications';
  const closesWithTable = !ownPage && previous !== undefined && (previous.passages.at(-1)?.is ?? (previous.table === null ? null : 'table')) === 'table';
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    // Table three fills a page: it begins one, in every word processor.
    ...(ownPage ? { pageBreakBefore: true } : {}),
    ...(section.table === null && !closesWithTable
      ? {}
      : { spacing: { ...(closesWithTable ? afterTable : {}), ...(section.table === null ? {} : { after: 120 }) } }),
    children: [new TextRun(fit(section.heading))],
  });
  const table = section.table === null ? [] : [tableOf(section.table), ...section.table.remarks.map((text) => new Paragraph({ style: 'TableNote', children: [new TextRun(fit(text))] }))];
  return [heading, ...table, ...passagesOf(section.passages, { belowTable: section.table !== null, aboveSignature: last }, numbers)];
}

const namesPicture = /^图\s*[0-9０-９一二三四五六七八九十]/;

function passagesOf(passages: readonly Passage[], at: { belowTable?: boolean; aboveSignature?: boolean }, numbers: ReadonlyMap<Passage, number>): FileChild[] {
  return passages.flatMap((passage, index) => {
    const belowTable = index === 0 ? at.belowTable === true : passages[index - 1]?.is === 'table';
    const aboveSignature = at.aboveSignature === true && index === passages.length - 1;
    if ('text' in passage) return [passageOf(passage, { belowTable, aboveSignature })];
    const next = passages[index + 1];
    const keepNext = aboveSignature || (next !== undefined && 'text' in next && namesPicture.test(next.text));
    const where = { belowTable, keepNext, number: numbers.get(passage) ?? 0 };
    return passage.is === 'picture' ? [pictureParagraph(passage.picture, where)] : simpleTable(passage.table, where);
  });
}

/** The signature never stands alone on a page (GB/T 9704-2012, 7.3.5.4): the last paragraph goes with it. */
function passageOf(passage: TextPassage, at: { belowTable?: boolean; aboveSignature?: boolean } = {}): Paragraph {
  const options = {
    children: [new TextRun(fit(passage.text))],
    ...(at.belowTable === true ? { spacing: afterTable } : {}),
    ...(at.aboveSignature === true ? { keepNext: true } : {}),
  };
  return passage.is === 'heading'
    ? new Paragraph({ heading: HeadingLevel.HEADING_2, ...options })
    : new Paragraph({ style: 'BodyText', ...options });
}

function signed({ signature }: Outline): FileChild[] {
  const line = (text: string, indent: number, more: object) =>
    new Paragraph({ style: 'SignedBy', indent: { right: Math.round(indent * character) }, children: [new TextRun(fit(text))], ...more });
  if (signature.agency === '' && signature.date === null) return [];
  const agency = line(signature.agency, signature.agencyIndent, { spacing: { before: 560 }, keepNext: signature.date !== null });
  return signature.date === null ? [agency] : [agency, line(signature.date, signature.dateIndent, {})];
}
