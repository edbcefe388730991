import { insertsOf, type PictureWithData, type PlacedInsert, type SimpleTable } from '@/lib/report/insert';
import { isHeading, paragraphsOfText } from '@/lib/report/prose';
import type { Place, Report } from '@/lib/report/report';
import { titleOf, type Format, type SectionId } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { Table, TableId } from '@/lib/statute/table';
import { balancedLines, widthOf } from '@/lib/render/docx/balanced-lines';
import { gridOf, type Grid } from './grid';

/** A paragraph of prose; `heading` is one of the second level, （一）主动公开情况. */
export interface TextPassage {
  readonly is: 'heading' | 'paragraph';
  readonly text: string;
}

export type InsertPassage =
  | { readonly is: 'picture'; readonly picture: PictureWithData }
  | { readonly is: 'table'; readonly table: SimpleTable };

/** What prose is made of: paragraphs, and between them pictures and simple tables. */
export type Passage = TextPassage | InsertPassage;

export interface OutlineTable {
  readonly id: TableId;
  /** 表二, 表三, 表四. */
  readonly name: string;
  /** With its unit: 收到和处理政府信息公开申请情况（单位：件）. */
  readonly caption: string;
  /** What the table shows and how it is laid out, for those who cannot see it. */
  readonly description: string;
  readonly grid: Grid;
  /** Texts that stood in cells beside their numbers, and rows that the format does not know. */
  readonly remarks: readonly string[];
}

export interface OutlineSection {
  readonly id: SectionId;
  readonly heading: string;
  readonly table: OutlineTable | null;
  /** Below the table where there is one. */
  readonly passages: readonly Passage[];
}

export interface Signature {
  readonly agency: string;
  /** The agency in the lines in which it is set; one, but for the longest names. */
  readonly agencyLines: readonly string[];
  /** 2024年1月17日; null before publication. */
  readonly date: string | null;
  /** How far agency and date stand from the right margin, in characters (GB/T 9704-2012, 7.3.5.2). */
  readonly agencyIndent: number;
  readonly dateIndent: number;
}

/** A report as it is set: every renderer is a fold over this one value. */
export interface Outline {
  /** Title in the lines in which it is set. */
  readonly title: readonly string[];
  readonly preamble: readonly Passage[];
  /** All six, in statutory order. */
  readonly sections: readonly OutlineSection[];
  readonly signature: Signature;
}

/** The format a report was filed under; throws for one that was never in force. */
export function formatOf(report: Report): Format {
  const format = formatById(report.format);
  if (format === undefined) throw new Error(`No format ${report.format}`);
  return format;
}

/** The outline of a report; parts that the report lacks (title, prose, signature) are left empty or derived. */
export function outlineOf(report: Report): Outline {
  const format = formatOf(report);
  return {
    title: titleLines(report),
    preamble: passagesOf(report, 'preamble'),
    sections: format.sections.map((section) => ({
      id: section.id,
      heading: section.title,
      table: section.table === null ? null : tableOf(report, format.tables[section.table]),
      passages: passagesOf(report, section.id),
    })),
    signature: signatureOf(report),
  };
}

/** The title on one line, also where the report states none. */
export function fullTitle(report: Report): string {
  const stated = report.title.trim();
  return stated === '' ? titleOf(report.agency, report.year) : stated;
}

/** The agency on a line of its own (国办公开办函〔2021〕30号 names reports 机关名称 + 年度 + 文种). */
function titleLines(report: Report): string[] {
  const title = fullTitle(report);
  const agency = report.agency.trim();
  if (agency !== '' && title.startsWith(agency) && title.length > agency.length)
    return [agency, title.slice(agency.length).trim()];
  return [title];
}

function passagesOf(report: Report, place: Place): Passage[] {
  const text = place === 'preamble' ? report.preamble : (report.sections[place] ?? '');
  const texts = paragraphsOfText(text).map(
    (paragraph): TextPassage => ({ is: isHeading(paragraph) ? 'heading' : 'paragraph', text: paragraph.trim() }),
  );
  const inserts = insertsOf(report.inserts, place);
  if (inserts.length === 0) return texts;
  const standing = (from: number, to: number): InsertPassage[] =>
    inserts.filter(({ at }) => at >= from && at < to).map(insertPassage);
  return [
    ...texts.flatMap((passage, index): Passage[] => [...standing(index, index + 1), passage]),
    ...standing(texts.length, Infinity),
  ];
}

/** The words of passages; pictures and tables have none. */
export function wordsIn(passages: readonly Passage[]): string[] {
  return passages.flatMap((passage) => ('text' in passage ? [passage.text] : []));
}

function insertPassage(insert: PlacedInsert): InsertPassage {
  return 'picture' in insert ? { is: 'picture', picture: insert.picture } : { is: 'table', table: insert.table };
}

function tableOf(report: Report, table: Table): OutlineTable {
  const caption = table.unit === null ? table.caption : `${table.caption}（单位：${table.unit}）`;
  return {
    id: table.id,
    name: table.name,
    caption,
    description: descriptionOf(table),
    grid: gridOf(table, report.cells),
    remarks: remarksOf(report, table),
  };
}

function descriptionOf(table: Table): string {
  if (table.blocks.length > 1) {
    const bands = table.blocks.map((block) => block.caption ?? '').join('、');
    return `${table.name}，分${bands}${table.blocks.length}个部分，每部分先列项目，再列数据。`;
  }
  return table.blocks[0]?.rows.length === 0
    ? `${table.name}，各列为行政复议和行政诉讼的各类结果，仅一行数据。`
    : `${table.name}，各行为申请的数量和办理结果，各列为申请人类别，末列为总计。`;
}

function remarksOf(report: Report, table: Table): string[] {
  const written = report.notes ?? {};
  const noted =
    Object.keys(written).length === 0 ? [] : formatOf(report).cells.filter((cell) => cell.table === table.id);
  const notes = noted.flatMap((cell) => {
    const note = written[cell.id]?.trim() ?? '';
    return note === ''
      ? []
      : [`注：${[...cell.row.labels.slice(-1), ...cell.column.labels.slice(-1)].join('，')}：${note}`];
  });
  const extra = (report.extra ?? [])
    .filter((row) => row.table === table.id || row.table === table.name)
    .map((row) => `另列：${row.label}：${row.value}`);
  return [...notes, ...extra];
}

/** A calendar day as it is printed, Arabic digits without leading zeros; a text that is no day stands as it is. */
export function printedDate(date: string): string {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(date.trim());
  return parts === null ? date.trim() : `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** Line of 28 characters (GB/T 9704-2012, 5.2.1.2). */
const lineLength = 28;

function signatureOf(report: Report): Signature {
  const agency = report.signature.agency.trim() === '' ? report.agency.trim() : report.signature.agency.trim();
  const date =
    report.signature.date === null || report.signature.date.trim() === '' ? null : printedDate(report.signature.date);
  const agencyLines = balancedLines(agency, lineLength - 2);
  const agencyWidth = Math.max(...agencyLines.map(widthOf));
  const dateWidth = date === null ? 0 : widthOf(date);
  const spare = Math.max(0, lineLength - agencyWidth);
  if (date !== null && agencyWidth - dateWidth < 2) {
    return { agency, agencyLines, date, agencyIndent: Math.min(spare, 4 + dateWidth - agencyWidth), dateIndent: 2 };
  }
  return {
    agency,
    agencyLines,
    date,
    agencyIndent: Math.min(spare, 2),
    dateIndent: Math.min(spare, 2) + agencyWidth - dateWidth - 2,
  };
}

/** Longest figure of a table in digits, for columns that hold it on one line. */
export function longestFigure(grid: Grid): number {
  return Math.max(1, ...grid.figures.map(({ value }) => (value ?? '').length));
}
