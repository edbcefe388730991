import type { AsWritten, LabelAsWritten, PageFacts } from '@/lib/report/as-written';
import { sectionIds, tableIds } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import { cellId, columnsOf, rowsOf } from '@/lib/statute/table';

/** A document that words everything as the form does; `changes` replaces the text of labels, by table and line. */
export function writtenAs(
  id: '2019' | '2021' = '2021',
  changes: Readonly<Record<string, string>> = {},
  rest: Partial<AsWritten> = {},
): AsWritten {
  const format = formatById(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const labels = tableIds.flatMap((table) =>
    format.tables[table].blocks.flatMap((block, index): LabelAsWritten[] => {
      const [rows, columns] = [rowsOf(block), columnsOf(block)];
      const label = (axis: 'row' | 'column', line: string, form: string, cells: string[]): LabelAsWritten => ({
        table,
        block: index,
        axis,
        line,
        form,
        text: changes[`${table}.${line}`] ?? form,
        cells,
      });
      return [
        ...columns.map((column) =>
          label(
            'column',
            column.id,
            column.labels.at(-1) ?? '',
            rows.map((row) => cellId(table, row.id, column.id)),
          ),
        ),
        ...rows.flatMap((row) =>
          row.id === ''
            ? []
            : [
                label(
                  'row',
                  row.id,
                  row.labels.at(-1) ?? '',
                  columns.map((column) => cellId(table, row.id, column.id)),
                ),
              ],
        ),
      ];
    }),
  );
  return {
    headings: sectionIds.map((section) => ({
      section,
      text: format.sections.find((one) => one.id === section)?.title ?? '',
    })),
    tables: [...tableIds],
    labels,
    corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    cells: {},
    date: null,
    residue: [],
    page: null,
    ...rest,
  };
}

/** The document without these lines, named as in the cells: `applications.granted`. */
export const without = (written: AsWritten, ...lines: string[]): AsWritten => ({
  ...written,
  labels: written.labels.filter(({ table, line }) => !lines.includes(`${table}.${line}`)),
});

export const pageOf = (facts: Partial<PageFacts> = {}): PageFacts => ({
  title: '云泽市应急管理局2023年政府信息公开工作年度报告',
  published: '2024-01-17',
  tables: tableIds.map((table) => ({ table, headers: true, caption: true })),
  pictures: 0,
  ...facts,
});
