'use client';

import { useState, type KeyboardEvent } from 'react';
import { ColumnLabel } from '@/components/sheet/labels';
import { anchorOf } from './changes';
import { foldedLabel, stripsOf, type PaperCell, type PaperRow, type PaperTable } from './paper-table';
import { Pin } from './pin';

/** A table of the paper. With `onRemark` its cells are reached by arrow keys and take a comment on Enter or a click. */
export function Figures({
  table,
  whole,
  onRemark,
}: {
  table: PaperTable;
  whole: boolean;
  onRemark?: (cell: PaperCell) => void;
}) {
  const [opened, setOpened] = useState(false);
  const [columnsOpened, setColumnsOpened] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  const strips = whole || opened ? [{ rows: table.rows, folded: false }] : stripsOf(table.rows);
  const shown = strips.flatMap((strip) => (strip.folded ? [] : strip.rows));
  const holder = shown.some((row) => row.cells.some((cell) => cell.id === held))
    ? held
    : (shown[0]?.cells[0]?.id ?? null);
  const quiet = table.columns.filter((column) => column.quiet).length;
  const foldColumns = !whole && !columnsOpened && quiet > 1;

  function move(event: KeyboardEvent<HTMLTableCellElement>, row: number, column: number): void {
    const cell = shown[row]?.cells[column];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (cell !== undefined) onRemark?.(cell);
      return;
    }
    const step = steps[event.key];
    const target = step === undefined ? undefined : shown[row + step[0]]?.cells[column + step[1]];
    if (target === undefined) return;
    event.preventDefault();
    setHeld(target.id);
    document.getElementById(anchorOf(target.id))?.focus();
  }

  let number = -1;
  return (
    <div className="figures">
      <table
        className={`brief-table ${foldColumns ? 'narrow-folds' : ''} ${table.columns.length <= 3 ? 'few' : ''}`}
        {...(onRemark === undefined ? {} : { role: 'grid', 'aria-readonly': true })}
      >
        <caption className="vh">{table.caption}</caption>
        <colgroup>
          <col className="label" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{table.corner}</th>
            {table.columns.map((column, index) => (
              <th scope="col" key={index} className={column.quiet ? 'quiet' : undefined}>
                <ColumnLabel label={column.label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {strips.map((strip, index) =>
            strip.folded ? (
              <tr className="folded" key={index}>
                <Folded
                  rows={strip.rows}
                  width={table.columns.length + 1}
                  only={foldColumns ? 'wide-only' : undefined}
                  onOpen={() => setOpened(true)}
                />
                {foldColumns ? (
                  <Folded
                    rows={strip.rows}
                    width={table.columns.length + 1 - quiet}
                    only="narrow-cell"
                    onOpen={() => setOpened(true)}
                  />
                ) : null}
              </tr>
            ) : (
              strip.rows.map((row) => {
                number += 1;
                const at = number;
                return (
                  <Row
                    key={row.cells[0]?.id}
                    row={row}
                    table={table}
                    holder={holder}
                    onRemark={onRemark}
                    onKey={(event, column) => move(event, at, column)}
                  />
                );
              })
            ),
          )}
        </tbody>
      </table>
      {foldColumns ? (
        <p className="narrow-only folds">
          另 {quiet} 列全部为 0
          <button type="button" className="linkish" onClick={() => setColumnsOpened(true)}>
            展开
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** A cell over the whole width; with folded columns there is one for each width of the screen. */
function Folded({
  rows,
  width,
  only,
  onOpen,
}: {
  rows: readonly PaperRow[];
  width: number;
  only?: string;
  onOpen: () => void;
}) {
  return (
    <td colSpan={width} className={only}>
      {foldedLabel(rows)}
      <button type="button" className="linkish" onClick={onOpen}>
        展开
      </button>
    </td>
  );
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function Row({
  row,
  table,
  holder,
  onRemark,
  onKey,
}: {
  row: PaperRow;
  table: PaperTable;
  holder: string | null;
  onRemark?: (cell: PaperCell) => void;
  onKey: (event: KeyboardEvent<HTMLTableCellElement>, column: number) => void;
}) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      {row.cells.map((cell, column) => (
        <td
          key={cell.id}
          id={anchorOf(cell.id)}
          className={classOf(cell, table.columns[column]?.quiet === true)}
          {...(onRemark === undefined
            ? { tabIndex: -1 }
            : {
                role: 'gridcell',
                tabIndex: cell.id === holder ? 0 : -1,
                onClick: () => onRemark(cell),
                onKeyDown: (event) => onKey(event, column),
              })}
        >
          <Figure cell={cell} />
          {cell.comments.map((comment) => (
            <Pin key={comment.id} comment={comment} />
          ))}
        </td>
      ))}
    </tr>
  );
}

function classOf(cell: PaperCell, quietColumn: boolean): string {
  return [
    cell.changed ? 'changed' : '',
    cell.value === '0' && !cell.changed ? 'zero' : '',
    cell.value === null ? 'blank' : '',
    quietColumn ? 'quiet' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

function Figure({ cell }: { cell: PaperCell }) {
  if (!cell.changed) return <>{cell.value ?? '未填'}</>;
  return (
    <>
      <del>{cell.before ?? '未填'}</del> <ins>{cell.value ?? '未填'}</ins>
    </>
  );
}
