import type { LabelAsWritten } from '@/lib/report/as-written';
import type { Report } from '@/lib/report/report';
import type { CellId, TableId } from '@/lib/statute/table';
import type { Columns } from './header-columns';
import type { FormLabel, Labels } from './labels';

/** What has been read of the tables so far. */
export interface Reading {
  readonly labels: Labels;
  readonly cells: Map<CellId, string | null>;
  readonly notes: Map<CellId, string>;
  readonly raw: Map<CellId, string>;
  readonly extra: NonNullable<Report['extra']>;
  readonly written: LabelAsWritten[];
  /** Labels already in `written`, each with its words: a header repeated on the next page is the same label. */
  readonly known: Map<FormLabel, Set<string>>;
  readonly unplaced: string[];
  /** Columns found last for each block, for rows whose header stands in an earlier part. */
  readonly columns: Map<string, Columns>;
  readonly found: Map<TableId, Set<number>>;
  corner: string | null;
}

/** A document of whose tables nothing was read yet. */
export function newReading(labels: Labels): Reading {
  return {
    labels,
    cells: new Map(),
    notes: new Map(),
    raw: new Map(),
    extra: [],
    written: [],
    known: new Map(),
    unplaced: [],
    columns: new Map(),
    found: new Map(),
    corner: null,
  };
}

/** The columns of a block of the form, in its order. */
export const formColumns = (reading: Reading, table: TableId, block: number): FormLabel[] =>
  (reading.labels.columns[table][block] ?? []).filter(({ leaf }) => leaf !== null);
