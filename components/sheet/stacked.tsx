import { memo } from 'react';
import type { Grid } from './grid';
import { ColumnLabel } from './labels';
import type { LastYear } from './rows';
import { Slot, type SlotOfTable } from './slot';

/** Columns that every block divides evenly: one, two and three headings fit in six. */
const parts = 6;

/** The stacked blocks of table two, each with its band and its own headings. */
export const StackedBlocks = memo(function StackedBlocks({
  grid,
  last,
  slot: Place = Slot,
}: {
  grid: Grid;
  last: LastYear;
  slot?: SlotOfTable;
}) {
  return grid.blocks.map((block, at) => {
    const span = parts / block.columns.length;
    const key = `${grid.table.id}-${at}`;
    return (
      <tbody role="rowgroup" key={key}>
        <tr role="row" className="band">
          <th role="columnheader" colSpan={parts + 2} scope="colgroup" id={`${key}-band`}>
            {block.block.caption}
          </th>
        </tr>
        <tr role="row" className="heads">
          <th role="columnheader" scope="col" colSpan={2}>
            {block.block.corner}
          </th>
          {block.columns.map((column) => (
            <th role="columnheader" key={column.id} scope="col" colSpan={span}>
              <ColumnLabel label={column.labels.at(-1) ?? ''} />
            </th>
          ))}
        </tr>
        {block.rows.map((row) => (
          <tr role="row" key={row.id}>
            <th role="rowheader" scope="row" colSpan={2}>
              {row.line.labels.at(-1)}
            </th>
            {row.cells.map((cell, column) => (
              <Place
                key={cell.id}
                cell={cell}
                was={last?.[cell.id] ?? null}
                column={column + 1}
                colSpan={span}
                lead={
                  <span className="lead" aria-hidden="true">
                    {cell.column.labels.at(-1)}
                  </span>
                }
              />
            ))}
          </tr>
        ))}
      </tbody>
    );
  });
});
