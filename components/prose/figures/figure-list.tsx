'use client';

import { useId, useMemo, useState } from 'react';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { Icon } from '@/components/ui/icon';
import { blankWord } from './figure-view';
import { frequentCount, matches, quotableFigures } from './figures';
import type { Cells } from '@/components/prose/document/runs';

const most = 12;

/** 可引用的数字: figures of the tables, the ones quoted most first, found by words of their rows and columns. */
export function FigureList({
  format,
  cells,
  onInsert,
}: {
  format: Format;
  cells: Cells;
  onInsert: (cell: CellId) => void;
}) {
  const [query, setQuery] = useState('');
  const id = useId();
  const all = useMemo(() => quotableFigures(format), [format]);
  const searching = query.trim() !== '';
  const found = searching
    ? all.filter((figure) => matches(figure, cells[figure.cell] ?? null, query))
    : all.slice(0, frequentCount(format));
  const shown = found.slice(0, most);
  return (
    <section className="panel-part" aria-labelledby={id}>
      <h2 id={id}>可引用的数字</h2>
      <div className="search">
        <Icon name="find" />
        <input
          type="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          placeholder="如 新收 总计"
          aria-label="找表中的一格"
        />
      </div>
      <ul className="figures-list">
        {shown.map((figure) => {
          const value = cells[figure.cell] ?? null;
          return (
            <li key={figure.cell}>
              <span>{searching ? figure.fullName : figure.name}</span>
              {value === null ? <b className="is-blank">{blankWord}</b> : <b>{value}</b>}
              <button
                type="button"
                className="button small"
                aria-label={`引用 ${figure.name}`}
                onClick={() => onInsert(figure.cell)}
              >
                引用
              </button>
            </li>
          );
        })}
      </ul>
      <p className="figures-more" role="status">
        {searching && found.length === 0 ? '没有这样的格，请换几个字。' : null}
        {searching && found.length > most ? `还有 ${found.length - most} 格，请再写几个字。` : null}
      </p>
    </section>
  );
}
