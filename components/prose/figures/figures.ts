import { figureName, rowName, shortNameOfCell } from '@/lib/checks/engine/place';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';

/** A cell as it can be quoted in a sentence. */
export interface QuotableFigure {
  readonly cell: CellId;
  /** 本年新收 · 总计; the row alone where it has one cell only: 行政许可. */
  readonly name: string;
  /** 表三 · 本年新收 · 总计 */
  readonly fullName: string;
  /** All words it is found by. */
  readonly words: string;
}

/** What reports quote most, first the applications, then what was decided and charged. */
const frequent: readonly CellId[] = [
  'applications.received.total',
  'applications.carriedIn.total',
  'applications.handled.total',
  'applications.granted.total',
  'applications.carriedOut.total',
  'disclosure.normativeDocuments.issued',
  'disclosure.normativeDocuments.inForce',
  'disclosure.normativeDocuments.made',
  'disclosure.normativeDocuments.totalDisclosed',
  'disclosure.licensing.decisions',
  'disclosure.penalties.decisions',
  'disclosure.coercion.decisions',
  'disclosure.fees.amount',
  'remedies.reconsideration.total',
  'remedies.litigationDirect.total',
  'remedies.litigationAfterReconsideration.total',
];

const quotable = new WeakMap<Format, readonly QuotableFigure[]>();

/** All cells of a format, the ones quoted most first, the rest as printed. */
export function quotableFigures(format: Format): readonly QuotableFigure[] {
  const ready = quotable.get(format);
  if (ready !== undefined) return ready;
  const first = frequent.filter((id) => format.cell(id) !== undefined);
  const ids = [...first, ...format.cells.map((cell) => cell.id).filter((id) => !first.includes(id))];
  const rowKey = (id: CellId): string =>
    `${format.cell(id)?.table} ${format.cell(id)?.block} ${format.cell(id)?.row.id}`;
  const cellsInRow = new Map<string, number>();
  for (const { id } of format.cells) cellsInRow.set(rowKey(id), (cellsInRow.get(rowKey(id)) ?? 0) + 1);
  const figures = ids.map((cell): QuotableFigure => {
    const { row, column } = format.cell(cell) ?? {};
    const fullName = figureName(format, cell);
    return {
      cell,
      name:
        cellsInRow.get(rowKey(cell)) === 1 && row !== undefined && row.id !== ''
          ? rowName(row)
          : shortNameOfCell(format, cell),
      fullName,
      words: [fullName, ...(row?.labels ?? []), ...(column?.labels ?? [])].join(' '),
    };
  });
  quotable.set(format, figures);
  return figures;
}

/** How many figures of a format are shown before anything is searched for. */
export const frequentCount = (format: Format): number => frequent.filter((id) => format.cell(id) !== undefined).length;

/** True when all words of a query are found; a number is compared with the value that stands in the cell. */
export function matches(figure: QuotableFigure, value: string | null, query: string): boolean {
  return query
    .normalize('NFKC')
    .split(/[\s、，·]+/)
    .filter((word) => word !== '')
    .every((word) => figure.words.includes(word) || (/^-?[\d.]+$/.test(word) && value === word));
}
