'use client';

import type { SlotProps } from '@/components/sheet/slot';
import { cellAnchor } from './marks';
import { NumberMark } from './number-mark';
import { useReading } from './reading';

/** Digits of this and of last year that stand beside each other in a column of table three. */
const room = 5;

/** A figure as the document has it, with what was found about it. */
export function ReadSlot({ cell, was, column, colSpan, lead }: SlotProps) {
  const { file, marks } = useReading();
  const value = file.report.cells[cell.id] ?? null;
  const text = file.written?.cells[cell.id]?.trim() ?? value;
  const note = text === value ? file.report.notes?.[cell.id] : undefined;
  const mark = marks.get(cell.id);
  const look = ['cell', 'read', `k${column}`];
  if (cell.isTotal) look.push('sum');
  if (text === null || text === '') look.push('blank');
  if (value === '0') look.push('zero');
  if (was !== null && text !== null && text.length + was.length > room) look.push('crowded');
  if (mark !== undefined) look.push('found', mark.severity);
  return (
    <td
      role="cell"
      className={look.join(' ')}
      colSpan={colSpan}
      data-cell={cell.id}
      id={cellAnchor(cell.id)}
      tabIndex={-1}
    >
      {lead}
      {was === null || (Number(was) === 0 && Number(value ?? 0) === 0) ? null : (
        <span className="was" aria-hidden="true">
          {was}
        </span>
      )}
      <span className="figure">
        {text === null || text === '' ? '空' : text}
        {note === undefined ? null : <small>{note}</small>}
      </span>
      {mark === undefined ? null : (
        <>
          <span className="vh">，{mark.why}</span>
          {mark.numbers.length === 0 ? null : (
            <span className="numbers">
              {mark.numbers.map((one) => (
                <NumberMark key={one.number} number={one.number} severity={one.severity} title={mark.why} />
              ))}
            </span>
          )}
        </>
      )}
    </td>
  );
}
