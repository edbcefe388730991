import type { Block } from '@/lib/read/document';
import type { RowDefinition } from './doc-properties';
import { blocksOfTable, newTable, type CellWritten, type RowWritten } from '@/lib/read/docx/docx-table';

/** A row of a .doc: what its cells hold, and how they lie; null where the file does not say. */
export interface DocRow {
  readonly cells: readonly Block[][];
  readonly definition: RowDefinition | null;
}

/** Edges nearer to each other than this, in twips, are one: programs round. */
const near = 20;

/** A table as blocks. Word 97 knows no spans, only where each cell begins and ends; columns are all edges there are. */
export function blocksOfDocTable(rows: readonly DocRow[]): readonly Block[] {
  const columns: number[] = [];
  for (const edge of rows.flatMap(({ definition }) => definition?.edges ?? []).sort((a, b) => a - b)) {
    if (edge - (columns.at(-1) ?? -Infinity) > near) columns.push(edge);
  }
  const column = (edge: number): number => columns.findLastIndex((start) => start <= edge);
  return blocksOfTable({
    ...newTable(),
    rows: rows.map(
      ({ cells, definition }): RowWritten => ({
        header: definition?.header ?? false,
        gone: false,
        before: Math.max(0, column(definition?.edges[0] ?? -Infinity)),
        cells: cells.map((blocks, index): CellWritten => {
          const [from, to] = [definition?.edges[index], definition?.edges[index + 1]];
          const own = definition?.cells[index];
          const colspan = from === undefined || to === undefined ? 1 : Math.max(1, column(to) - column(from));
          return { colspan, merge: own?.down ?? 'none', joinsLeft: own?.joinsLeft ?? false, deleted: false, blocks };
        }),
      }),
    ),
  });
}
