'use client';

import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { insertLimits, type SimpleTable } from '@/lib/report/insert';
import { useOwnText } from './own-text';
import { withCell, withColumn, withoutColumn, withoutRow, withPasted, withRow } from './table-cells';

/** A simple table that is written cell by cell: Tab and Enter go on, Escape leaves it; the first row is its header. */
export function TableBlock({
  table,
  onTable,
  onEscape,
}: {
  table: SimpleTable;
  onTable: (table: SimpleTable) => void;
  onEscape: () => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const { rows } = table;
  const columns = rows[0]?.length ?? 0;
  const row = Math.min(at.row, rows.length - 1);
  const column = Math.min(at.column, columns - 1);

  const go = (to: number, across: number): boolean => {
    const cell = frame.current?.querySelector<HTMLTextAreaElement>(`[data-at="${to},${across}"]`) ?? null;
    cell?.focus();
    return cell !== null;
  };

  function pressed(event: KeyboardEvent<HTMLTextAreaElement>, line: number, across: number): void {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter') go(line + 1, across);
    else if (event.key === 'ArrowUp' && selectionStart === 0 && selectionEnd === 0) go(line - 1, across);
    else if (event.key === 'ArrowDown' && selectionStart === value.length) go(line + 1, across);
    else return;
    event.preventDefault();
  }

  function pasted(event: ClipboardEvent<HTMLTextAreaElement>, line: number, across: number): void {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.replace(/\n$/, ''))) return;
    event.preventDefault();
    onTable(withPasted(table, line, across, text));
  }

  return (
    <>
      <Caption caption={table.caption} onCaption={(caption) => onTable({ ...table, caption })} onEscape={onEscape} />
      <div className="insert-scroll" ref={frame}>
        <table className="insert-table" aria-label={table.caption === '' ? '没有表名的表格' : table.caption}>
          <tbody>
            {rows.map((cells, line) => (
              <tr key={line}>
                {cells.map((text, across) => {
                  const Tag = line === 0 ? 'th' : 'td';
                  const head = line === 0 ? '表头' : (rows[0]?.[across] ?? '');
                  return (
                    <Tag key={across} {...(line === 0 ? { scope: 'col' } : {})}>
                      <Cell
                        text={text}
                        place={`${line},${across}`}
                        label={`第 ${line + 1} 行第 ${across + 1} 列${head === '' ? '' : `，${head}`}`}
                        onText={(next) => onTable(withCell(table, line, across, next))}
                        onFocus={() => setAt({ row: line, column: across })}
                        onKeyDown={(event) => pressed(event, line, across)}
                        onPaste={(event) => pasted(event, line, across)}
                      />
                    </Tag>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="insert-tools below" role="group" aria-label={`行和列：现在在第 ${row + 1} 行第 ${column + 1} 列`}>
        <button
          type="button"
          className="button small quiet"
          disabled={rows.length >= insertLimits.rows}
          onClick={() => onTable(withRow(table, row))}
        >
          下面加一行
        </button>
        <button
          type="button"
          className="button small quiet"
          disabled={columns >= insertLimits.columns}
          onClick={() => onTable(withColumn(table, column))}
        >
          右边加一列
        </button>
        <button
          type="button"
          className="button small quiet"
          disabled={rows.length <= 2}
          onClick={() => onTable(withoutRow(table, row))}
        >
          删第 {row + 1} 行
        </button>
        <button
          type="button"
          className="button small quiet"
          disabled={columns <= 1}
          onClick={() => onTable(withoutColumn(table, column))}
        >
          删第 {column + 1} 列
        </button>
      </div>
    </>
  );
}

function Caption({
  caption,
  onCaption,
  onEscape,
}: {
  caption: string;
  onCaption: (caption: string) => void;
  onEscape: () => void;
}) {
  const [own, setOwn] = useOwnText(caption);
  return (
    <label className="insert-caption">
      表名
      <input
        value={own}
        maxLength={insertLimits.caption}
        placeholder="如 主动公开信息分类情况"
        onChange={(event) => {
          setOwn(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) onCaption(event.target.value);
        }}
        onCompositionEnd={(event) => onCaption(event.currentTarget.value)}
        onBlur={() => onCaption(own.trim())}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
          event.preventDefault();
          onCaption(own.trim());
          if (event.key === 'Escape') onEscape();
        }}
      />
    </label>
  );
}

interface CellProps {
  readonly text: string;
  /** 行,列 for finding the next one. */
  readonly place: string;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
}

/** Words leave the cell at every change, but never within a composition. */
function Cell({ text, place, label, onText, ...handlers }: CellProps) {
  const [own, setOwn] = useOwnText(text);
  const lines = Math.max(1, Math.ceil(own.length / 14));
  return (
    <textarea
      data-at={place}
      aria-label={label}
      rows={lines}
      value={own}
      maxLength={insertLimits.cell}
      onChange={(event) => {
        const next = event.target.value.replace(/\n/g, ' ');
        setOwn(next);
        if (!(event.nativeEvent as InputEvent).isComposing) onText(next);
      }}
      onCompositionEnd={(event) => onText(event.currentTarget.value.replace(/\n/g, ' '))}
      {...handlers}
    />
  );
}
