import { cellsOf, sumsOf, type Cell, type CellId, type Sum, type Table, type TableId } from './table';

export const sectionIds = ['overview', 'disclosure', 'applications', 'remedies', 'problems', 'other'] as const;
/** The six parts of 条例第五十条, in their order. */
export type SectionId = (typeof sectionIds)[number];

export interface Section {
  readonly id: SectionId;
  /** Heading as printed, with its number: 一、总体情况. */
  readonly title: string;
  readonly table: TableId | null;
}

/** One of the five subjects that section one has to cover (国办公开办函〔2021〕30号). */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Words by which the subject is recognised in headings and lead words. */
  readonly words: readonly string[];
  /** What an author writes about here. */
  readonly hint: string;
}

export interface Format {
  readonly id: string;
  /** The document that lays the format down. */
  readonly document: string;
  readonly from: number;
  readonly to: number | null;
  readonly sections: readonly Section[];
  readonly tables: Readonly<Record<TableId, Table>>;
  readonly topics: readonly Topic[];
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
  /** Cell by id; undefined for an id that is not of this format. */
  cell(id: CellId): Cell | undefined;
}

export const tableIds = ['disclosure', 'applications', 'remedies'] as const satisfies readonly TableId[];

export function format(
  parts: Pick<Format, 'id' | 'document' | 'from' | 'to' | 'sections' | 'tables' | 'topics'>,
): Format {
  const tables = tableIds.map((id) => parts.tables[id]);
  const cells = tables.flatMap(cellsOf);
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return { ...parts, cells, sums: tables.flatMap(sumsOf), cell: (id) => byId.get(id) };
}

/** Title of a report: `{agency}{year}年政府信息公开工作年度报告`. */
export function titleOf(agency: string, year: number): string {
  return `${agency}${year}年政府信息公开工作年度报告`;
}
