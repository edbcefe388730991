import type { Grid, GridBlock } from './grid';

/** How a table lies on the page: table three by columns, table two in stacked blocks, table four in a single row. */
export type Layout = 'columns' | 'stacked' | 'single';

export function layoutOf({ blocks }: Grid): Layout {
  if (blocks.length > 1) return 'stacked';
  return blocks[0]?.labels === 0 ? 'single' : 'columns';
}

/** Columns of a stacked table that its headings share. */
const shared = 6;

export function SheetColumns({ block, layout }: { block: GridBlock; layout: Layout }) {
  const labels =
    layout === 'stacked' ? ['wide', 'wide'] : Array.from({ length: block.labels }, (_, index) => `g${index + 1}`);
  const figures = layout === 'stacked' ? shared : block.columns.length;
  return (
    <colgroup>
      {labels.map((name, index) => (
        <col key={index} className={name} />
      ))}
      {Array.from({ length: figures }, (_, index) => (
        <col key={`f${index}`} className="fig" />
      ))}
    </colgroup>
  );
}
