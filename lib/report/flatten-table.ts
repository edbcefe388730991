import { insertLimits, type SimpleTable } from './insert';

/** A cell of a table as it was written. */
export interface WrittenCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
}

/** A number of columns or rows as markup states it, within reason. */
export function spanOf(stated: string | null | undefined): number {
  const span = Number(stated ?? '1');
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 100) : 1;
}

/**
 * The rows of a table with every cell in a place of its own: the text of a merged cell stands in the first of its
 * places, the others are empty. `parted` tells whether there was any. Rows are of one length.
 */
export function flattened(written: readonly (readonly WrittenCell[])[]): {
  readonly rows: string[][];
  readonly parted: boolean;
} {
  const places: (string | undefined)[][] = written.map(() => []);
  let parted = false;
  written.forEach((cells, line) => {
    let column = 0;
    for (const { text, colspan, rowspan } of cells) {
      while (places[line]?.[column] !== undefined) column += 1;
      if (column >= widest) return;
      if (colspan > 1 || rowspan > 1) parted = true;
      for (let down = 0; down < rowspan && line + down < places.length; down += 1) {
        for (let right = 0; right < colspan && column + right < widest; right += 1) {
          const row = places[line + down];
          if (row !== undefined) row[column + right] = down === 0 && right === 0 ? text : '';
        }
      }
      column += colspan;
    }
  });
  const width = Math.max(0, ...places.map((row) => row.length));
  return { rows: places.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')), parted };
}

/** Columns behind these are not looked at: far more than a simple table takes. */
const widest = 200;

/**
 * A pasted table as a simple one, without the empty rows and columns at its edges, and whether merged cells were parted
 * for it. Null for what is no table (one row or one column) or more than a simple table takes.
 */
export function tableFrom(
  caption: string,
  written: readonly (readonly WrittenCell[])[],
): { readonly table: SimpleTable; readonly parted: boolean } | null {
  if (written.length > insertLimits.rows * 2) return null;
  const { rows: all, parted } = flattened(written);
  const told = all.filter((row) => row.some((text) => text !== ''));
  const width = Math.max(0, ...told.map((row) => row.findLastIndex((text) => text !== '') + 1));
  if (told.length < 2 || width < 2 || width > insertLimits.columns || told.length > insertLimits.rows) return null;
  const rows = told.map((row) => row.slice(0, width));
  if (rows.some((row) => row.some((text) => text.length > insertLimits.cell))) return null;
  return { table: { caption: caption.slice(0, insertLimits.caption), rows }, parted };
}
