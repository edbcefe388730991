import type { Block } from '@/lib/read/document';
import { blocksOfDocTable, type DocRow } from './doc-table';
import { isEncrypted, isWord97, paragraphsOf, type DocParagraph } from './doc-text';
import { Damaged, openOle } from '@/lib/read/package/ole';
import { isUnreadable, unreadable, type Unreadable } from '@/lib/read/result';

/**
 * The paragraphs and tables of a Word 97 to 2003 document ([MS-DOC]), as WPS saves it too, deleted and hidden text left
 * out. Codes: damaged, encrypted; unknown-kind for an OLE container of something else.
 */
export async function blocksOfDoc(bytes: Uint8Array): Promise<readonly Block[] | Unreadable> {
  const streams = openOle(bytes);
  if (isUnreadable(streams)) return streams;
  // [MS-OFFCRYPTO] 2.3: a .docx with a password is wrapped so.
  if (streams.has('EncryptedPackage')) return unreadable('encrypted');
  try {
    const document = streams.get('WordDocument')?.();
    if (document === undefined) return unreadable('unknown-kind');
    if (!isWord97(document)) return unreadable('unknown-kind', 'Word 95 或更早的文档，请用 Word 或 WPS 另存为 .docx');
    if (isEncrypted(document)) return unreadable('encrypted');
    const blocks = new DocBlocks();
    for (const paragraph of paragraphsOf(streams, document)) blocks.add(paragraph);
    return blocks.finish();
  } catch (error) {
    if (error instanceof Damaged || error instanceof RangeError) return unreadable('damaged');
    throw error;
  }
}

interface OpenTable {
  readonly rows: DocRow[];
  cells: Block[][];
  blocks: Block[];
}

/** Puts the paragraphs of a .doc into the cells, rows and tables that their marks end. */
class DocBlocks {
  private readonly blocks: Block[] = [];
  /** Open tables, each within a cell of the one before. */
  private readonly tables: OpenTable[] = [];
  private carried = '';

  add({ text, cellMark, markGone, properties }: DocParagraph): void {
    const { depth, rowEnd, innerCell, level, row } = properties;
    this.reach(depth);
    const table = this.tables.at(-1);
    if (table !== undefined && rowEnd) {
      table.rows.push({ cells: table.cells, definition: row });
      table.cells = [];
      table.blocks = [];
      return;
    }
    this.carried += text;
    if (markGone) return;
    this.push(level);
    if (table !== undefined && (depth > 1 ? innerCell : cellMark)) {
      table.cells.push(table.blocks);
      table.blocks = [];
    }
  }

  finish(): readonly Block[] {
    this.push(null);
    this.reach(0);
    return this.blocks;
  }

  private get container(): Block[] {
    return this.tables.at(-1)?.blocks ?? this.blocks;
  }

  private push(level: number | null): void {
    const text = this.carried.replace(/^\n+|\n+$/g, '');
    this.carried = '';
    if (text.trim() !== '') this.container.push({ is: 'paragraph', text, level });
  }

  private reach(depth: number): void {
    while (this.tables.length < depth) this.tables.push({ rows: [], cells: [], blocks: [] });
    while (this.tables.length > depth) {
      const table = this.tables.pop();
      if (table === undefined) return;
      if (table.cells.length > 0 || table.blocks.length > 0)
        table.rows.push({ cells: [...table.cells, table.blocks], definition: null });
      this.container.push(...blocksOfDocTable(table.rows));
    }
  }
}
