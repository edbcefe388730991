import { createRequire } from 'node:module';
import { packed } from '@/lib/render/docx/docx';
import type { DocxLayout, PieceLayout } from '@/lib/render/docx/docx-layout';

interface Zip {
  generate(options: { type: 'nodebuffer'; compression: 'DEFLATE' }): Buffer;
}
type ZipClass = new (bytes: Uint8Array) => Zip;
type TemplaterClass = new (zip: Zip, options: object) => { render(data: object): void; getZip(): Zip };

/** The two packages; null where one is not installed. */
function peer(): { Zip: ZipClass; Templater: TemplaterClass } | null {
  const require = createRequire(import.meta.url);
  try {
    return { Zip: require('pizzip') as ZipClass, Templater: require('docxtemplater') as TemplaterClass };
  } catch {
    return null;
  }
}

/**
 * Fills a template that has a tag in the place of every text of the report, once for each call: the least that
 * docxtemplater can be asked to do. Null where it is not installed.
 */
export async function byDocxtemplater(layout: DocxLayout, core: string): Promise<(() => Uint8Array) | null> {
  const found = peer();
  if (found === null) return null;
  const { Zip, Templater } = found;
  const data: Record<string, string> = {};
  const tag = (text: string): string => {
    const name = `t${Object.keys(data).length}`;
    data[name] = text;
    return `{${name}}`;
  };
  const template = await packed({ ...layout, pieces: layout.pieces.map((piece) => tagged(piece, tag)) }, core);
  return () => {
    const document = new Templater(new Zip(template), {});
    document.render(data);
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
}

function tagged(piece: PieceLayout, tag: (text: string) => string): PieceLayout {
  if (piece.is === 'insert') return piece;
  if (piece.is === 'paragraph') return { ...piece, lines: piece.lines.map(tag) };
  const rows = piece.grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.is === 'figure' && cell.value !== null ? { ...cell, value: tag(cell.value) } : cell,
    ),
  }));
  return { ...piece, grid: { ...piece.grid, rows } };
}
