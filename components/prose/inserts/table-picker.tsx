'use client';

import { useId, useState } from 'react';
import { insertLimits } from '@/lib/report/insert';

/** Asks how many rows and columns a new table has; the first row is its header. */
export function TablePicker({ onPick }: { onPick: (rows: number, columns: number) => void }) {
  const id = useId();
  const [rows, setRows] = useState('4');
  const [columns, setColumns] = useState('3');
  const within = (text: string, least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.trunc(Number(text)) || least));
  return (
    <form
      className="table-picker"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onPick(within(rows, 2, insertLimits.rows), within(columns, 1, insertLimits.columns));
      }}
    >
      <label htmlFor={`${id}-rows`}>行数（含表头）</label>
      <input
        id={`${id}-rows`}
        type="number"
        inputMode="numeric"
        min={2}
        max={insertLimits.rows}
        value={rows}
        onChange={(event) => setRows(event.target.value)}
      />
      <label htmlFor={`${id}-columns`}>列数</label>
      <input
        id={`${id}-columns`}
        type="number"
        inputMode="numeric"
        min={1}
        max={insertLimits.columns}
        value={columns}
        onChange={(event) => setColumns(event.target.value)}
      />
      <button type="submit" className="button main small">
        插入
      </button>
      <p>从 Word、WPS 或电子表格里复制表格，也可以直接粘贴到正文里。</p>
    </form>
  );
}
