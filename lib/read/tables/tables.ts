import type { LabelAsWritten } from '@/lib/report/as-written';
import type { Report } from '@/lib/report/report';
import type { Format } from '@/lib/statute/format';
import { tableIds } from '@/lib/statute/format';
import { formatFor, formats } from '@/lib/statute/formats';
import type { CellId, TableId } from '@/lib/statute/table';
import type { Block } from '@/lib/read/document';
import { labelsOf } from './labels';
import { withRemediesTurned } from './remedies-turned';
import { finish } from './table-finish';
import { itemsOf } from './table-items';
import { newReading, type Reading } from './table-reading';
import { partsOf } from './table-stream';

/** The three tables as a document has them. */
export interface TablesRead {
  /** The format in whose form more cells found their place; the year's own where both fit alike. */
  readonly format: Format;
  readonly cells: Record<CellId, string | null>;
  readonly notes: Record<CellId, string>;
  readonly extra: NonNullable<Report['extra']>;
  /** Where each table was found: the blocks it takes up, by their index. */
  readonly found: readonly {
    readonly table: TableId;
    readonly blocks: readonly number[];
    readonly headers: boolean;
    readonly caption: boolean;
  }[];
  readonly labels: readonly LabelAsWritten[];
  readonly corner: string | null;
  /** As in `AsWritten.cells`. */
  readonly raw: Record<CellId, string>;
  readonly unplaced: readonly string[];
}

/** Finds the three tables among the blocks of a document by their labels. `year` is the report's, null when unknown. */
export function readTables(blocks: readonly Block[], year: number | null): TablesRead {
  const first = formatFor(year ?? 2021) ?? formats[formats.length - 1];
  if (first === undefined) throw new Error('no format');
  let best = readAs(first, blocks);
  let fit = fitOf(best);
  for (const format of formats) {
    if (format === first || isComplete(best)) continue;
    const other = readAs(format, blocks);
    const otherFit = fitOf(other);
    if (otherFit <= fit) continue;
    best = other;
    fit = otherFit;
  }
  return tablesRead(best, blocks);
}

function readAs(format: Format, blocks: readonly Block[]): Reading {
  const labels = labelsOf(format);
  const reading = newReading(labels);
  for (const part of partsOf(labels, withRemediesTurned(labels, itemsOf(labels, blocks)))) finish(reading, part);
  return reading;
}

const isComplete = (reading: Reading): boolean =>
  reading.cells.size === reading.labels.format.cells.length && reading.extra.length === 0;

/** How much of each table of a form found its place: table two alone tells the forms apart and has few cells. */
function fitOf({ labels: { format }, cells }: Reading): number {
  return tableIds.reduce((sum, table) => {
    const own = format.cells.filter((cell) => cell.table === table);
    return sum + own.filter(({ id }) => cells.has(id)).length / own.length;
  }, 0);
}

function tablesRead(reading: Reading, blocks: readonly Block[]): TablesRead {
  const { format } = reading.labels;
  return {
    format,
    cells: cellsOf(reading),
    notes: Object.fromEntries(reading.notes),
    extra: reading.extra,
    found: tableIds.flatMap((table) => {
      const own = [...(reading.found.get(table) ?? [])].sort((a, b) => a - b);
      if (own.length === 0) return [];
      const grids = own.flatMap((index) => {
        const block = blocks[index];
        return block?.is === 'grid' ? [block] : [];
      });
      return [
        {
          table,
          blocks: own,
          headers: grids.some(hasHeader),
          caption: grids.some(({ caption }) => (caption ?? '') !== ''),
        },
      ];
    }),
    labels: reading.written,
    corner: reading.corner?.trim() ?? null,
    raw: Object.fromEntries(reading.raw),
    unplaced: reading.unplaced,
  };
}

function cellsOf({ labels: { format }, cells }: Reading): Record<CellId, string | null> {
  const all: Record<CellId, string | null> = {};
  for (const { id } of format.cells) all[id] = cells.get(id) ?? null;
  return all;
}

const hasHeader = ({ rows }: { rows: readonly (readonly { header: boolean }[])[] }): boolean =>
  rows.slice(0, 200).some((row) => row.some(({ header }) => header));
