import type { Format } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import { cellId, linesOf, type Node } from '@/lib/statute/table';
import { database } from '@/lib/store/database/database';
import { yearFigures } from '@/lib/store/publications/year-figures';
import type { YearPicture } from '@/lib/workflow/public-view';

/** The picture of one year; null for a year without a format. */
export async function showYear(year: number): Promise<YearPicture | null> {
  const format = formatFor(year);
  if (format === undefined) return null;
  const outcomes = outcomesOf(format);
  const cell = (row: string): string => cellId('applications', row, 'total');
  const rows = ['received', 'carriedIn', 'handled', 'carriedOut', ...outcomes.flatMap((outcome) => outcome.rows)];
  const { published, agencies, sums } = await yearFigures(database(), year, rows.map(cell));
  const sum = (row: string): number => sums[cell(row)] ?? 0;
  return {
    year,
    published,
    agencies: Math.max(agencies, published),
    received: sum('received'),
    carriedIn: sum('carriedIn'),
    handled: sum('handled'),
    carriedOut: sum('carriedOut'),
    outcomes: outcomes.map(({ label, rows: parts, disclosed }) => ({
      label,
      disclosed,
      count: parts.reduce((count, row) => count + sum(row), 0),
    })),
  };
}

/** 三、本年度办理结果 of table three: each outcome with the rows that stand under it. */
function outcomesOf(format: Format): { label: string; rows: string[]; disclosed: boolean }[] {
  const rows = format.tables.applications.blocks.flatMap((block) => block.rows);
  const results = rows.find((node) => node.id === 'outcome');
  if (results === undefined || results.kind !== 'group') return [];
  return results.children
    .filter((node) => node.kind !== 'total')
    .map((node) => ({
      label: labelOf(node),
      rows: linesOf([node]).map((line) => line.id),
      disclosed: /granted$/i.test(node.id),
    }));
}

const labelOf = (node: Node): string => node.label.replace(/^（.）/, '').replace(/（.*）$/, '');
