import type { Block } from '@/lib/read/document';
import { asideLabels } from './pdf-aside';
import { framesOf } from './pdf-frame';
import { furnitureOf } from './pdf-furniture';
import { stackedHeads } from './pdf-heads';
import { linesOf, touching, type PrintedLine } from './pdf-lines';
import { printedPage, type PrintedPage } from './pdf-page';
import { continues, gridOf, joinedTable, tablesOf, type RuledTable } from './pdf-table';
import { withPages } from './pdf-file';
import { isUnreadable, unreadable, type Unreadable } from '@/lib/read/result';

/** Pieces of text on a page, above which it is no table that lost its rulings. */
const mostUnruled = 4_000;

interface Laid {
  readonly tables: readonly RuledTable[];
  readonly lines: readonly PrintedLine[];
  readonly height: number;
}

/**
 * The blocks of a PDF with a text layer: ruled tables as grids, put together over page ends; all else as lines, page
 * numbers and running heads left out. Errors: `encrypted`, `damaged`, `hostile`, `no-text`, `too-large` (pages),
 * `took-too-long`.
 */
export async function blocksOfPdf(bytes: Uint8Array): Promise<readonly Block[] | Unreadable> {
  const pages = await withPages(bytes, printedPage);
  if (isUnreadable(pages)) return pages;
  const laid = pages.map(laidOut);
  if (laid.every((page) => page.tables.length === 0 && page.lines.length === 0)) return unreadable('no-text');
  return blocksOfPages(laid);
}

function laidOut(page: PrintedPage): Laid {
  const { tables, left } = tablesOf(framesOf(page.rulings), page.pieces);
  if (left.length > mostUnruled) return { tables, lines: linesOf(left), height: page.height };
  const { pieces: headless, heads } = stackedHeads(touching(left));
  const { pieces, labels } = asideLabels(headless);
  return { tables, lines: [...heads, ...labels, ...linesOf(pieces)], height: page.height };
}

function blocksOfPages(pages: readonly Laid[]): Block[] {
  const furniture = furnitureOf(pages);
  const blocks: (Block | RuledTable)[] = [];
  let early = true;
  let size = 0;
  for (const page of pages) {
    const lines = page.lines.filter((line) => !furniture.has(line));
    const parts = [...page.tables, ...lines].sort((a, b) => a.top - b.top);
    const { left, right } = textEdges(lines);
    parts.forEach((part, index) => {
      const last = blocks[blocks.length - 1];
      const before = parts[index - 1];
      if ('boxes' in part) {
        if (index === 0 && last !== undefined && 'boxes' in last && continues(last, part))
          blocks[blocks.length - 1] = joinedTable(last, part);
        else blocks.push(part);
        // A paragraph does not go on across a table.
        early = true;
        return;
      }
      const gap = before !== undefined && part.top - before.bottom > 1.6 * part.size;
      const indented = part.left > left + 0.8 * part.size;
      blocks.push({
        is: 'line',
        cells: part.cells,
        opens: early || gap || indented || Math.abs(part.size - size) > 1.5,
      });
      early = part.right < right - 2.2 * part.size;
      size = part.size;
    });
  }
  return blocks.map((block) => ('boxes' in block ? gridOf(block) : block));
}

/** Where most lines of a page begin and end; a line that ends earlier ends its paragraph. */
function textEdges(lines: readonly PrintedLine[]): { left: number; right: number } {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 };
}
