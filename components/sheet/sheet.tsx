'use client';

import { useEffect, useMemo, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useSession } from '@/components/editor/session/use-session';
import type { Target } from '@/components/editor/jump';
import type { TableId } from '@/lib/statute/table';
import { slotsOf } from './clipboard';
import { SheetColumns, layoutOf } from './columns';
import { SheetFoot } from './foot';
import { cellName, gridOf, neighbour } from './grid';
import { inputId } from './figure-cell';
import { SheetHead } from './head';
import { paste, pasteSentence } from './paste';
import { ColumnPicker } from './picker';
import { SheetRows } from './rows';
import { SingleRow } from './single-row';
import { StackedBlocks } from './stacked';

const cellOf = (target: EventTarget): string | null =>
  target instanceof HTMLElement ? (target.closest<HTMLElement>('td[data-cell]')?.dataset.cell ?? null) : null;

function wayOf(event: KeyboardEvent<HTMLTableElement>): 'up' | 'down' | 'left' | 'right' | null {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.target instanceof HTMLButtonElement) return null;
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.shiftKey) return null;
  if (event.key === 'ArrowUp') return 'up';
  if (event.key === 'ArrowDown') return 'down';
  if (!(event.target instanceof HTMLInputElement))
    return event.key === 'ArrowLeft' ? 'left' : event.key === 'ArrowRight' ? 'right' : null;
  const { selectionStart, selectionEnd, value } = event.target;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (event.key === 'ArrowLeft' && (whole || selectionEnd === 0)) return 'left';
  if (event.key === 'ArrowRight' && (whole || selectionStart === value.length)) return 'right';
  return null;
}

/** One statutory table, drawn from the format: the layout of the form, moved in as in a spreadsheet. */
export function Sheet({ table, target }: { table: TableId; target: Target | null }) {
  const session = useSession();
  const grid = useMemo(() => gridOf(session.format, session.format.tables[table]), [session, table]);
  const [column, setColumn] = useState(1);
  const last = session.view.last?.cells ?? null;
  const [block] = grid.blocks;
  const layout = layoutOf(grid);

  const focus = (cell: string): void => {
    const place = grid.place.get(cell);
    if (place !== undefined && layout === 'columns') flushSync(() => setColumn(place.column + 1));
    const element = document.getElementById(inputId(cell));
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  };

  useEffect(() => {
    const path = target?.path ?? null;
    if (path === null || !grid.place.has(path)) return;
    const frame = requestAnimationFrame(() => focus(path));
    return () => cancelAnimationFrame(frame);
    // A target is gone to once, when it is named.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);

  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const from = cellOf(event.target);
    const way = wayOf(event);
    if (from === null || way === null) return;
    event.preventDefault();
    const to = neighbour(grid, from, way);
    if (to !== null) focus(to);
  };

  const pasted = (event: ClipboardEvent<HTMLTableElement>): void => {
    const cell = cellOf(event.target);
    if (cell === null || !session.mayEdit) return;
    const slots = slotsOf({
      html: event.clipboardData.getData('text/html'),
      text: event.clipboardData.getData('text/plain'),
    });
    if (slots.length * (slots[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const result = paste(grid, slots, cell);
    const nameOf = (id: string): string => {
      const found = session.format.cell(id);
      return found === undefined ? id : cellName(found);
    };
    session.apply(result.changes, { said: pasteSentence(result, nameOf) });
  };

  if (block === undefined) return null;
  return (
    <>
      {layout === 'columns' ? <ColumnPicker block={block} chosen={column} choose={setColumn} /> : null}
      <div className="sheet-frame">
        <table role="table" className={`sheet ${layout}`} data-column={column} onKeyDown={move} onPaste={pasted}>
          <caption>
            {grid.table.unit === null ? grid.table.caption : `单位：${grid.table.unit}`}
            <span className="legend">
              {session.published === null ? null : <span>绿框与第 {session.view.head.correction?.of} 版不同</span>}
              {last === null ? null : <span>左侧小字为上年数</span>}
              {layout === 'stacked' ? null : <span>灰底为自动合计</span>}
              <span>斜纹为未填</span>
            </span>
          </caption>
          <SheetColumns block={block} layout={layout} />
          {layout === 'stacked' ? null : <SheetHead block={block} />}
          {layout === 'columns' ? <SheetRows block={block} last={last} /> : null}
          {layout === 'stacked' ? <StackedBlocks grid={grid} last={last} /> : null}
          {layout === 'single' ? <SingleRow block={block} last={last} /> : null}
          {layout === 'columns' ? <SheetFoot block={block} /> : null}
        </table>
      </div>
    </>
  );
}
