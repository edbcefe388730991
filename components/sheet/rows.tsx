import { memo } from 'react';
import type { HeaderCell } from '@/lib/statute/headers';
import type { GridBlock, GridRow } from './grid';
import { RowLabel } from './labels';
import { Slot, type SlotOfTable } from './slot';

export type LastYear = Readonly<Record<string, string | null>> | null;

/** Rows that a group is so tall beside that its heading is set vertically. */
const tallFrom = 10;

function look(header: HeaderCell, depth: number): string {
  if (header.role === 'group') return header.rowSpan >= tallFrom ? 'tall' : 'group';
  if (header.colSpan === depth) return 'one';
  return header.colSpan > 1 ? 'pair' : 'item';
}

const ruled = (row: GridRow, before: GridRow | undefined, depth: number): string => {
  const begins = (one: GridRow | undefined): boolean =>
    one?.headers.some((header) => header.role === 'group' && header.rowSpan < tallFrom) ?? false;
  const alone = (one: GridRow | undefined): boolean => one?.headers.at(-1)?.colSpan === depth;
  const above = begins(row) || row.line.kind === 'total' || (before !== undefined && alone(row) !== alone(before));
  return above ? 'rule-above' : '';
};

/** The rows of table three. Drawn once: what changes, changes inside the slots. */
export const SheetRows = memo(function SheetRows({
  block,
  last,
  slot: Place = Slot,
}: {
  block: GridBlock;
  last: LastYear;
  slot?: SlotOfTable;
}) {
  return (
    <tbody role="rowgroup">
      {block.rows.map((row, index) => (
        <tr role="row" key={row.id} className={ruled(row, block.rows[index - 1], block.labels) || undefined}>
          {row.headers.map((header) => (
            <th
              role="rowheader"
              key={header.path}
              scope={header.role === 'group' ? 'rowgroup' : 'row'}
              rowSpan={header.rowSpan}
              colSpan={header.colSpan}
              className={look(header, block.labels)}
            >
              {look(header, block.labels) === 'tall' ? (
                <span className="stick">{header.label}</span>
              ) : (
                <RowLabel header={header} />
              )}
            </th>
          ))}
          {row.cells.map((cell, column) => (
            <Place key={cell.id} cell={cell} was={last?.[cell.id] ?? null} column={column + 1} />
          ))}
        </tr>
      ))}
    </tbody>
  );
});
