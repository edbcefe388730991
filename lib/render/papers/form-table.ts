import {
  BorderStyle,
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type Table,
} from 'docx';
import { textWidth } from '@/lib/render/docx/docx-styles';
import { CaptionedTable } from '@/lib/render/docx/docx-table';
import { fit } from '@/lib/render/docx/xml-text';

/** One cell of a form: paragraphs by style, over `span` columns of its grid. */
export interface FormCell {
  readonly paragraphs: readonly FormLine[];
  readonly span?: number;
  readonly rows?: number;
  readonly top?: true;
}

export interface FormLine {
  readonly style:
    | 'FormLabel'
    | 'FormText'
    | 'FormItem'
    | 'FormFigure'
    | 'FormFinding'
    | 'FormReason'
    | 'FormSign'
    | 'FormNote';
  readonly text: string;
}

export interface FormRow {
  readonly cells: readonly FormCell[];
  /** At least so high, in twips. */
  readonly height: number;
  /** May go over to the next page. */
  readonly splits?: true;
  readonly heads?: true;
}

export const line = (style: FormLine['style'], text: string): FormLine => ({ style, text });
export const cell = (style: FormLine['style'], text: string, span = 1): FormCell => ({
  paragraphs: [line(style, text)],
  span,
});

const border = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
const frame = {
  top: border(8),
  bottom: border(8),
  left: border(8),
  right: border(8),
  insideHorizontal: border(4),
  insideVertical: border(4),
};

/**
 * A form of the width of the text, with what assistive technology reads of it; `grid` are its columns in twips, which
 * add up to that width.
 */
export function formTable(
  { caption, description }: { caption: string; description: string },
  grid: readonly number[],
  rows: readonly FormRow[],
): Table {
  const open: number[] = grid.map(() => 0);
  return new CaptionedTable(
    {
      columnWidths: [...grid],
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      borders: frame,
      margins: { left: 80, right: 80, top: 40, bottom: 40, marginUnitType: WidthType.DXA },
      rows: rows.map(
        ({ cells, height, splits, heads }) =>
          new TableRow({
            children: placed(cells, grid, open).map(({ made, width }) => cellOf(made, width)),
            cantSplit: splits !== true,
            height: { value: height, rule: HeightRule.ATLEAST },
            ...(heads === true ? { tableHeader: true } : {}),
          }),
      ),
    },
    fit(caption),
    fit(description),
  );
}

/** The cells of a row with their widths; `open` says how many rows each column is still covered from above. */
function placed(
  cells: readonly FormCell[],
  grid: readonly number[],
  open: number[],
): { made: FormCell; width: number }[] {
  let at = 0;
  const row = cells.map((made) => {
    while ((open[at] ?? 0) > 0) at += 1;
    const span = made.span ?? 1;
    const width = grid.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    if (made.rows !== undefined) open.fill(made.rows, at, at + span);
    at += span;
    return { made, width };
  });
  open.forEach((left, column) => (open[column] = Math.max(0, left - 1)));
  return row;
}

function cellOf({ paragraphs, span = 1, rows = 1, top }: FormCell, width: number): TableCell {
  return new TableCell({
    children: paragraphs.map(({ style, text }) => new Paragraph({ style, children: [new TextRun(fit(text))] })),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: top === true ? VerticalAlign.TOP : VerticalAlign.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    // A long figure stands on one line.
    ...(paragraphs[0]?.style === 'FormFigure'
      ? { margins: { left: 20, right: 20, marginUnitType: WidthType.DXA } }
      : {}),
  });
}
