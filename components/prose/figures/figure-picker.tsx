'use client';

import { Combobox } from '@base-ui/react/combobox';
import { useEffect, useMemo, useRef } from 'react';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { Icon } from '@/components/ui/icon';
import { blankWord } from './figure-view';
import { matches, quotableFigures, type QuotableFigure } from './figures';
import type { Cells } from '@/components/prose/document/runs';

/** A list of all figures of the tables, searched by words of their rows and columns; Enter takes the marked one. */
export function FigurePicker({
  format,
  cells,
  onPick,
}: {
  format: Format;
  cells: Cells;
  onPick: (cell: CellId) => void;
}) {
  const figures = useMemo(() => quotableFigures(format), [format]);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    <Combobox.Root<QuotableFigure>
      inline
      open
      autoHighlight
      items={figures}
      limit={40}
      filter={(figure, query) => matches(figure, cells[figure.cell] ?? null, query)}
      itemToStringLabel={(figure) => figure.fullName}
      onValueChange={(figure) => {
        if (figure !== null) onPick(figure.cell);
      }}
    >
      <div className="search">
        <Icon name="find" />
        <Combobox.Input ref={input} placeholder="如 新收 总计" aria-label="找表中的一格" />
      </div>
      <Combobox.Empty className="picker-empty">没有这样的格，请换几个字</Combobox.Empty>
      <Combobox.List className="picker-list" aria-label="表中的数字">
        {(figure: QuotableFigure) => (
          <Combobox.Item key={figure.cell} value={figure} className="picker-item">
            <span>{figure.fullName}</span>
            <b>{cells[figure.cell] ?? blankWord}</b>
          </Combobox.Item>
        )}
      </Combobox.List>
    </Combobox.Root>
  );
}
