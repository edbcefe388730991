'use client';

import { usePart, useSession } from '@/components/editor/session/use-session';
import { Said } from './said';
import { Sheet } from '@/components/sheet/sheet';
import type { Section } from '@/lib/statute/format';
import type { TableId } from '@/lib/statute/table';
import { useJump, type Target } from './jump';
import { TableNote } from './table-note';

/** The page of a section with a table: tools, the table, and the note that may stand below it. */
export function TableSection({ section, table, target }: { section: Section; table: TableId; target: Target | null }) {
  const session = useSession();
  return (
    <>
      <div className="work-head">
        <div>
          <h1 tabIndex={-1}>{section.title}</h1>
          {session.mayEdit ? (
            <p className="with-keys">方向键与 Enter 移动，F8 到下一处问题，可从 Excel、WPS、Word 整块粘贴</p>
          ) : (
            <p>只能查看</p>
          )}
        </div>
        {session.mayEdit ? <Tools table={table} /> : null}
      </div>
      <Said />
      <Sheet key={table} table={table} target={target} />
      <TableNote section={section} target={target} />
    </>
  );
}

function Tools({ table }: { table: TableId }) {
  const session = useSession();
  const jump = useJump();
  const undoable = usePart((state) => state.history.done.length > 0);
  const redoable = usePart((state) => state.history.undone.length > 0);
  const blanks = usePart(
    (state) =>
      session.format.cells.filter((cell) => cell.table === table && !cell.isTotal && isBlank(state, cell.id)).length,
  );
  const turn = (way: 'undo' | 'redo'): void => {
    const [path] = session.turn(way);
    if (path !== undefined) jump({ path });
  };
  const fill = (): void => {
    const cells = session.format.cells.filter(
      (cell) => cell.table === table && !cell.isTotal && isBlank(session.get(), cell.id),
    );
    if (cells.length === 0) return;
    session.apply(
      cells.map((cell) => ({ path: cell.id, value: '0' })),
      { said: `补了 ${cells.length} 格 0，可以撤销。` },
    );
  };
  return (
    <div className="tools">
      <button type="button" className="button" aria-disabled={!undoable || undefined} onClick={() => turn('undo')}>
        撤销
      </button>
      {redoable ? (
        <button type="button" className="button" onClick={() => turn('redo')}>
          重做
        </button>
      ) : null}
      <button type="button" className="button" aria-disabled={blanks === 0 || undefined} onClick={fill}>
        空格补 0{blanks === 0 ? null : <span className="vh">，共 {blanks} 格</span>}
      </button>
    </div>
  );
}

function isBlank(
  state: { cells: Readonly<Record<string, { value: string | null; refused: unknown; conflict: unknown }>> },
  id: string,
): boolean {
  const view = state.cells[id];
  return view !== undefined && view.value === null && view.refused === null && view.conflict === null;
}
