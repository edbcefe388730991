import type { GridBlock } from './grid';
import { ColumnLabel } from './labels';

/** Header rows of a table whose columns stand under merged headings (tables three and four). */
export function SheetHead({ block }: { block: GridBlock }) {
  const corner =
    block.labels === 0 ? null : (
      <th role="columnheader" className="identity" colSpan={block.labels} rowSpan={block.heads.length}>
        {block.block.corner}
      </th>
    );
  return (
    <thead role="rowgroup">
      {block.heads.map((row, level) => (
        <tr role="row" key={level}>
          {level === 0 ? corner : null}
          {row.map((head) => (
            <th
              role="columnheader"
              key={head.path}
              colSpan={head.colSpan}
              rowSpan={head.rowSpan}
              scope={head.role === 'group' ? 'colgroup' : 'col'}
            >
              <ColumnLabel label={head.label} />
            </th>
          ))}
        </tr>
      ))}
    </thead>
  );
}
