import {
  BuilderElement,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
  XmlComponent,
  type ITableOptions,
} from 'docx';
import type { TableId } from '@/lib/statute/table';
import { runsOf } from './docx-paragraph';
import { tableStyle, textWidth } from './docx-styles';
import { textsOf, type TableLayout } from './docx-table-layout';
import { fit } from './xml-text';

const rowHeight: Readonly<Record<TableId, number>> = { disclosure: 440, applications: 345, remedies: 380 };

/** A table with the title and the summary that assistive technology reads; `docx` has no option for them. */
export class CaptionedTable extends Table {
  constructor(options: ITableOptions, caption: string | null, description: string) {
    super(options);
    const properties: unknown = this.root[0];
    if (!(properties instanceof XmlComponent))
      throw new Error('docx: the first child of a table is no longer its properties');
    if (caption !== null) properties.addChildElement(valued('w:tblCaption', caption));
    properties.addChildElement(valued('w:tblDescription', description));
  }
}

const valued = (name: string, value: string) =>
  new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } });

/** A statutory table. Merged cells are written out, so that a person who parts them finds styles in all. */
export function tableOf(layout: TableLayout): Table {
  const { table, caption, description, widths, rows } = layout;
  const texts = textsOf(layout);
  let at = 0;
  return new CaptionedTable(
    {
      rows: rows.map(
        ({ cells, header, withNext }) =>
          new TableRow({
            cantSplit: true,
            height: { value: rowHeight[table], rule: HeightRule.ATLEAST },
            ...(header ? { tableHeader: true } : {}),
            ...(withNext === null ? {} : { keepNext: withNext }),
            children: cells.map(({ style, column, span, merge, vertical }) => {
              const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
              const lines = texts[at] ?? [];
              at += 1;
              return new TableCell({
                children: [new Paragraph({ style, children: runsOf(lines) })],
                width: { size: width, type: WidthType.DXA },
                verticalAlign: VerticalAlign.CENTER,
                ...(span > 1 ? { columnSpan: span } : {}),
                ...(merge === 'none'
                  ? {}
                  : { verticalMerge: merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
                ...(vertical ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
              });
            }),
          }),
      ),
      columnWidths: [...widths],
      width: { size: textWidth, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      style: tableStyle,
    },
    fit(caption),
    fit(description),
  );
}
