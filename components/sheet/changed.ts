import type { Cell, CellId } from '@/lib/statute/table';

/** The figures of the version that is being corrected; null while none is. */
export type Published = Readonly<Record<CellId, string | null>> | null;

/** Whether a correction gives a cell another figure than the version that is published. */
export function isChanged(published: Published, cell: Cell, value: string | null): boolean {
  return published !== null && (published[cell.id] ?? null) !== value;
}
