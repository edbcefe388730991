'use client';

import { memo, type ComponentType, type ReactNode } from 'react';
import { usePart, useSession } from '@/components/editor/session/use-session';
import type { CellView } from '@/components/editor/session/derive';
import type { Cell } from '@/lib/statute/table';
import { isChanged, type Published } from './changed';
import { FigureCell } from './figure-cell';
import { TotalCell } from './total-cell';

/** Digits of this and of last year that stand beside each other in a column of table three. */
const room = 5;

function lookOf(cell: Cell, view: CellView | undefined, was: string | null, published: Published): string {
  const value = cell.isTotal ? view?.computed : view?.value;
  const look = ['cell'];
  if (cell.isTotal) look.push('sum');
  if (view?.conflict != null) look.push('clash');
  else if (view?.refused != null) look.push('refused');
  else if (!cell.isTotal && value == null) look.push('blank');
  if (value === '0') look.push('zero');
  if (was !== null && value != null && value.length + was.length > room) look.push('crowded');
  if (isChanged(published, cell, value ?? null)) look.push('changed');
  if (view?.mark != null) look.push(view.mark);
  return look.join(' ');
}

export interface SlotProps {
  readonly cell: Cell;
  readonly was: string | null;
  /** 1 for the first figure of a row. */
  readonly column: number;
  readonly colSpan?: number;
  /** Labels shown beside the figure where the column headings are not (narrow screens). */
  readonly lead?: ReactNode;
}

/** What a table draws for each figure: `Slot` where it is typed, another where it is only read. */
export type SlotOfTable = ComponentType<SlotProps>;

/** One figure's place in the table, with the look that its value and its findings give it. */
export const Slot = memo(function Slot({ cell, was, column, colSpan, lead }: SlotProps) {
  const { published } = useSession();
  const look = usePart((state) => lookOf(cell, state.cells[cell.id], was, published));
  return (
    <td role="cell" className={`${look} k${column}`} colSpan={colSpan} data-cell={cell.id}>
      {lead}
      {cell.isTotal ? <TotalCell cell={cell} was={was} /> : <FigureCell cell={cell} was={was} />}
      <Pins cell={cell} />
    </td>
  );
});

/** Numbers of the reviewer's comments on a cell, as beside the page. */
function Pins({ cell }: { cell: Cell }) {
  const session = useSession();
  const here = session.view.comments.filter((comment) => comment.path === cell.id);
  if (here.length === 0) return null;
  return (
    <span className="pins">
      {here.map((comment) => (
        <span key={comment.id} className={comment.settled === null ? 'pin' : 'pin settled'}>
          <span className="vh">批注 </span>
          {comment.number}
        </span>
      ))}
    </span>
  );
}
