'use client';

import { useId, type ComponentType } from 'react';
import { usePart } from '@/components/editor/session/use-session';
import { Icon } from '@/components/ui/icon';
import type { GridBlock } from './grid';

/** On narrow screens one applicant column is shown at a time; this chooses which, with the faulty ones marked. */
export function ColumnPicker({
  block,
  chosen,
  choose,
  faulty: Faults = Faulty,
}: {
  block: GridBlock;
  chosen: number;
  choose: (column: number) => void;
  /** Draws the mark of a column in which one of these cells is faulty. */
  faulty?: ComponentType<{ ids: readonly string[] }>;
}) {
  const name = useId();
  return (
    <div className="columns-picker" role="radiogroup" aria-label="选一列">
      {block.columns.map((column, index) => (
        <label key={column.id}>
          <input
            className="vh"
            type="radio"
            name={name}
            checked={chosen === index + 1}
            onChange={() => choose(index + 1)}
          />
          <span>
            {column.labels.at(-1)}
            <Faults ids={block.rows.flatMap((row) => row.cells[index]?.id ?? [])} />
          </span>
        </label>
      ))}
    </div>
  );
}

function Faulty({ ids }: { ids: readonly string[] }) {
  const faulty = usePart((state) =>
    ids.some((id) => state.cells[id]?.mark != null || state.cells[id]?.refused != null),
  );
  return faulty ? <FaultyMark /> : null;
}

export function FaultyMark() {
  return (
    <>
      <Icon name="error" />
      <span className="vh">，有错误</span>
    </>
  );
}
