import { memo } from 'react';
import type { GridBlock } from './grid';
import type { LastYear } from './rows';
import { Slot, type SlotOfTable } from './slot';

/** The one row of table four; on narrow screens its headings stand beside each figure instead of above. */
export const SingleRow = memo(function SingleRow({
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
      {block.rows.map((row) => (
        <tr role="row" key={row.id}>
          {row.cells.map((cell, column) => {
            const above = cell.column.labels.slice(0, -1).join(' · ');
            const before = row.cells[column - 1]?.column.labels.slice(0, -1).join(' · ');
            return (
              <Place
                key={cell.id}
                cell={cell}
                was={last?.[cell.id] ?? null}
                column={column + 1}
                lead={
                  <span className="lead" aria-hidden="true">
                    {above === before ? null : <b>{above}</b>}
                    <span>{cell.column.labels.at(-1)}</span>
                  </span>
                }
              />
            );
          })}
        </tr>
      ))}
    </tbody>
  );
});
