'use client';

import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { SheetColumns, layoutOf } from '@/components/sheet/columns';
import { gridOf } from '@/components/sheet/grid';
import { SheetHead } from '@/components/sheet/head';
import { ColumnPicker, FaultyMark } from '@/components/sheet/picker';
import { SheetRows } from '@/components/sheet/rows';
import { SingleRow } from '@/components/sheet/single-row';
import { StackedBlocks } from '@/components/sheet/stacked';
import type { Format } from '@/lib/statute/format';
import type { CellId, TableId } from '@/lib/statute/table';
import { cellAnchor } from './marks';
import { ReadSlot } from './read-slot';
import { useReading } from './reading';

/** A statutory table as read: the layout of the form, nothing to type in. `target` is the cell to go to. */
export function ReadTable({
  format,
  table,
  last,
  target,
}: {
  format: Format;
  table: TableId;
  last: Readonly<Record<string, string | null>> | null;
  target: { cell: CellId } | null;
}) {
  const grid = useMemo(() => gridOf(format, format.tables[table]), [format, table]);
  const [column, setColumn] = useState(1);
  const [block] = grid.blocks;
  const layout = layoutOf(grid);

  useEffect(() => {
    const place = target === null ? undefined : grid.place.get(target.cell);
    if (target === null || place === undefined) return;
    const frame = requestAnimationFrame(() => {
      // On a narrow screen one column is shown at a time.
      if (layout === 'columns') flushSync(() => setColumn(place.column + 1));
      const element = document.getElementById(cellAnchor(target.cell));
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'center' });
    });
    return () => cancelAnimationFrame(frame);
  }, [target, grid, layout]);

  if (block === undefined) return null;
  return (
    <>
      {layout === 'columns' ? <ColumnPicker block={block} chosen={column} choose={setColumn} faulty={Faulty} /> : null}
      <div className="sheet-frame">
        <table role="table" className={`sheet ${layout} as-read`} data-column={column}>
          <caption>
            {grid.table.unit === null ? grid.table.caption : `单位：${grid.table.unit}`}
            <span className="legend">
              {last === null ? null : <span className="was-legend">小字为上年数</span>}
              <span>斜纹为空格</span>
            </span>
          </caption>
          <SheetColumns block={block} layout={layout} />
          {layout === 'stacked' ? null : <SheetHead block={block} />}
          {layout === 'columns' ? <SheetRows block={block} last={last} slot={ReadSlot} /> : null}
          {layout === 'stacked' ? <StackedBlocks grid={grid} last={last} slot={ReadSlot} /> : null}
          {layout === 'single' ? <SingleRow block={block} last={last} slot={ReadSlot} /> : null}
        </table>
      </div>
    </>
  );
}

function Faulty({ ids }: { ids: readonly string[] }) {
  const { marks } = useReading();
  return ids.some((id) => marks.get(id)?.severity === 'error') ? <FaultyMark /> : null;
}
