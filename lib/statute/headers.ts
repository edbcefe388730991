import type { Block, Node } from './table';

/** A header cell with the spans that the form prints. */
export interface HeaderCell {
  readonly label: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** `group` heads several lines, `line` heads one; `total` is the line of a sum. */
  readonly role: 'group' | 'line' | 'total';
  /** Ids down to this header, groups included: `organisations/business`; unique within its axis. */
  readonly path: string;
}

function depthOf(nodes: readonly Node[]): number {
  return Math.max(0, ...nodes.map((node) => (node.kind === 'group' ? 1 + depthOf(node.children) : 1)));
}

function widthOf(node: Node): number {
  return node.kind === 'group' ? node.children.reduce((sum, child) => sum + widthOf(child), 0) : 1;
}

const roleOf = (node: Node): HeaderCell['role'] =>
  node.kind === 'group' ? 'group' : node.kind === 'total' ? 'total' : 'line';

/**
 * The header rows above a block's columns, from top to bottom.
 * A header that has nothing below it reaches down to the last header row (rowSpan).
 */
export function columnHeaders(block: Block): HeaderCell[][] {
  const depth = depthOf(block.columns);
  const rows: HeaderCell[][] = Array.from({ length: depth }, () => []);
  const walk = (nodes: readonly Node[], level: number, above: string): void => {
    for (const node of nodes) {
      const path = above + node.id;
      rows[level]?.push({
        label: node.label,
        rowSpan: node.kind === 'group' ? 1 : depth - level,
        colSpan: widthOf(node),
        role: roleOf(node),
        path,
      });
      if (node.kind === 'group') walk(node.children, level + 1, `${path}/`);
    }
  };
  walk(block.columns, 0, '');
  return rows;
}

/** How many columns the row labels of a block take (3 in table three, 0 in table four). */
export function labelDepth(block: Block): number {
  return depthOf(block.rows);
}

/**
 * For every row of a block the header cells that begin in it, from left to right.
 * A label that has no further level reaches to the first figure (colSpan); a group reaches down over its rows
 * (rowSpan).
 */
export function rowHeaders(block: Block): HeaderCell[][] {
  const depth = depthOf(block.rows);
  const rows: HeaderCell[][] = [];
  const walk = (nodes: readonly Node[], level: number, above: string, pending: HeaderCell[]): void => {
    let begun = pending;
    for (const node of nodes) {
      const path = above + node.id;
      if (node.kind === 'group') {
        const cell: HeaderCell = { label: node.label, rowSpan: widthOf(node), colSpan: 1, role: 'group', path };
        walk(node.children, level + 1, `${path}/`, [...begun, cell]);
      } else {
        rows.push([...begun, { label: node.label, rowSpan: 1, colSpan: depth - level, role: roleOf(node), path }]);
      }
      begun = [];
    }
  };
  walk(block.rows, 0, '', []);
  return rows;
}
