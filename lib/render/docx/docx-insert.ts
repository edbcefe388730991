import {
  AlignmentType,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type FileChild,
  type IParagraphStyleOptions,
} from 'docx';
import type { PictureWithData, SimpleTable } from '@/lib/report/insert';
import { exactly, face, fonts, language, tableStyle, textWidth } from './docx-styles';
import { CaptionedTable } from './docx-table';
import type { Outline, Passage } from '@/lib/render/outline';
import { cellMargin, columnWidths, leftColumns, shownSize } from '@/lib/render/simple-table';
import { fit } from './xml-text';

/** How an insert stands among what is before and behind it. */
export interface InsertAt {
  /** Directly behind a table: without a paragraph between, word processors make one table of two. */
  readonly belowTable: boolean;
  readonly keepNext: boolean;
  /** 1, 2, … within the document; the id of a drawing. */
  readonly number: number;
}

/** Paragraph styles that only reports with pictures or simple tables have. */
export const insertStyles: readonly IParagraphStyleOptions[] = [
  {
    id: 'Picture',
    name: '图片',
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    // A line of fixed height would cut the picture off.
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 160, after: 160 },
    },
    run: { characterSpacing: 0, language },
  },
  {
    id: 'SimpleCaption',
    name: '表名',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: AlignmentType.CENTER,
      spacing: { ...exactly(400), before: 160, after: 60 },
      keepNext: true,
      keepLines: true,
    },
    run: { font: face(fonts.hei), size: 24, characterSpacing: 0, language },
  },
  {
    id: 'TableGap',
    name: '表间',
    basedOn: 'Normal',
    paragraph: { spacing: exactly(240) },
    run: { size: 12, characterSpacing: 0, language },
  },
  ...(['SimpleHead', 'SimpleCell', 'SimpleText'] as const).map((id) => ({
    id,
    name: { SimpleHead: '简表表头', SimpleCell: '简表', SimpleText: '简表文字' }[id],
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { alignment: id === 'SimpleText' ? AlignmentType.LEFT : AlignmentType.CENTER, spacing: exactly(300) },
    run: { font: face(id === 'SimpleHead' ? fonts.hei : fonts.song), size: 21, characterSpacing: 0, language },
  })),
];

/** The number of every picture, in the order of the document. */
export function pictureNumbers(outline: Outline): ReadonlyMap<Passage, number> {
  const all = [outline.preamble, ...outline.sections.map(({ passages }) => passages)].flat();
  return new Map(all.filter(({ is }) => is === 'picture').map((passage, index) => [passage, index + 1]));
}

/**
 * A picture in a paragraph of its own, in the width of the text and at most 120 mm high. Without data only its words
 * stand there.
 */
export function pictureParagraph(picture: PictureWithData, { belowTable, keepNext, number }: InsertAt): Paragraph {
  const alt = fit(picture.alt);
  const run =
    picture.data === undefined
      ? new TextRun(`〔图片：${alt}〕`)
      : new ImageRun({
          type: picture.contentType === 'image/png' ? 'png' : 'jpg',
          data: Buffer.from(picture.data, 'base64'),
          transformation: shownSize(picture),
          altText: { id: String(number), name: `图片 ${number}`, description: alt },
        });
  return new Paragraph({
    style: 'Picture',
    children: [run],
    ...(keepNext ? { keepNext } : {}),
    ...(belowTable ? { spacing: { before: 240 } } : {}),
  });
}

/** A simple table under its name, its first row repeated on every page. */
export function simpleTable(table: SimpleTable, { belowTable, keepNext }: InsertAt): FileChild[] {
  const widths = columnWidths(table, textWidth);
  const left = leftColumns(table);
  const rows = table.rows.map(
    (row, line) =>
      new TableRow({
        cantSplit: true,
        height: { value: 380, rule: HeightRule.ATLEAST },
        ...(line === 0 ? { tableHeader: true } : {}),
        ...(keptWithNext(line, table.rows.length) || (keepNext && line === table.rows.length - 1)
          ? { keepNext: true }
          : {}),
        children: row.map((text, column) =>
          cellOf(
            text,
            widths[column] ?? 0,
            line === 0 ? 'SimpleHead' : left[column] === true ? 'SimpleText' : 'SimpleCell',
          ),
        ),
      }),
  );
  const options = {
    rows,
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    style: tableStyle,
    margins: { left: cellMargin(table), right: cellMargin(table), top: 40, bottom: 40, marginUnitType: WidthType.DXA },
  };
  const caption = fit(table.caption);
  const named = caption.trim() !== '';
  const above = named
    ? [new Paragraph({ style: 'SimpleCaption', children: [new TextRun(caption)] })]
    : belowTable
      ? [new Paragraph({ style: 'TableGap' })]
      : [];
  return [...above, new CaptionedTable(options, named ? caption : null, '正文中的表格，首行为表头。')];
}

/** A short table stays on one page; of a longer one no row or two are left over. */
function keptWithNext(line: number, lines: number): boolean {
  return line < lines - 1 && (lines <= 12 || line < 2 || line > lines - 4);
}

function cellOf(text: string, width: number, style: string): TableCell {
  const lines = text.split('\n');
  return new TableCell({
    children: [
      new Paragraph({
        style,
        children:
          text === ''
            ? []
            : lines.map((line, index) => new TextRun({ text: fit(line), ...(index > 0 ? { break: 1 } : {}) })),
      }),
    ],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
  });
}
