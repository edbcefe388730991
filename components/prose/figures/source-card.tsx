'use client';

import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import { figureName } from '@/lib/checks/engine/place';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { FigurePicker } from './figure-picker';
import { blankWord } from './figure-view';
import type { Cells } from '@/components/prose/document/runs';

/** Where a linked figure comes from, and what can be done with it. */
export function SourceCard({
  cell,
  anchor,
  format,
  cells,
  readOnly,
  onClose,
  onGoToCell,
  onReplace,
  onPlain,
}: {
  cell: CellId;
  anchor: Element;
  format: Format;
  cells: Cells;
  readOnly: boolean;
  onClose: () => void;
  onGoToCell: (cell: CellId) => void;
  onReplace: (cell: CellId) => void;
  onPlain: (text: string) => void;
}) {
  const [choosing, setChoosing] = useState(false);
  const value = cells[cell] ?? null;
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          className="source-layer"
        >
          <Popover.Popup className="source-card" finalFocus={false}>
            <Popover.Title className="source-title" render={<b />}>
              {figureName(format, cell)} = {value ?? blankWord}
            </Popover.Title>
            {choosing ? (
              <FigurePicker format={format} cells={cells} onPick={onReplace} />
            ) : (
              <div className="go">
                <button type="button" className="button small quiet" onClick={() => onGoToCell(cell)}>
                  转到该格
                </button>
                {readOnly ? null : (
                  <>
                    <button type="button" className="button small quiet" onClick={() => setChoosing(true)}>
                      换一个
                    </button>
                    {value === null ? null : (
                      <button type="button" className="button small quiet" onClick={() => onPlain(value)}>
                        改成普通文字
                      </button>
                    )}
                  </>
                )}
              </div>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
