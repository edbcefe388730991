import { plain, readFigure } from '@/lib/report/figure';
import type { Cell, CellId } from '@/lib/statute/table';
import type { Slot, Slots } from './clipboard';
import type { Grid } from './grid';

/** What a pasted block comes to. Nothing of it is dropped unsaid: what found no place is counted or listed. */
export interface Pasted {
  readonly changes: readonly { readonly path: CellId; readonly value: string | null }[];
  /** Figures filled in, stated totals included. */
  readonly filled: number;
  /** Totals that came with the block; kept beside what is computed. */
  readonly stated: number;
  /** Figures in which more than blanks was cleaned: full-width digits, thousands marks, units. */
  readonly cleaned: number;
  readonly refused: readonly { readonly cell: CellId; readonly why: string }[];
  /** Texts for which the table has no row or column. */
  readonly outside: readonly string[];
}

/** A label with everything taken away that programs and people change: blanks, marks, numbering. */
function bareLabel(text: string): string {
  return plain(text)
    .replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．,，]?/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

interface Labels {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly all: ReadonlySet<string>;
}

function labelsOf(grid: Grid): Labels {
  const last = (labels: readonly string[]): string => bareLabel(labels.at(-1) ?? '');
  const rows = grid.blocks.flatMap((block) => block.rows.map((row) => last(row.line.labels)));
  const widest = grid.blocks.reduce((best, block) => (block.columns.length > best.columns.length ? block : best));
  const columns = widest.columns.map((column) => last(column.labels));
  const lines = grid.blocks.flatMap((block) => [...block.rows.map((row) => row.line), ...block.columns]);
  const others = grid.blocks.flatMap((block) => [block.block.caption ?? '', block.block.corner ?? '']);
  const all = new Set(
    [...lines.flatMap((line) => line.labels), ...others].map(bareLabel).filter((label) => label !== ''),
  );
  return { rows, columns, all };
}

const isNumber = (text: string): boolean => /^[+-]?[\d,]+(\.\d+)?$/.test(plain(text)) && /\d/.test(text);
const isWords = (slot: Slot): boolean =>
  slot !== null && /\p{Script=Han}/u.test(slot) && !/^[+-]?[\d,.]+\p{Script=Han}{1,2}$/u.test(plain(slot));

/** How many of the leading lines hold labels rather than figures. */
function leading(lines: Slots, labels: Labels): number {
  const isLabels = (line: readonly Slot[]): boolean => {
    const words = line.filter(isWords);
    const known = words.filter((slot) => slot !== null && labels.all.has(bareLabel(slot)));
    return (
      words.length > 0 && known.length * 2 >= words.length && !line.some((slot) => slot !== null && isNumber(slot))
    );
  };
  let last = 0;
  for (const [index, line] of lines.entries()) {
    if (isLabels(line)) last = index + 1;
    else if (line.some((slot) => slot !== null && slot !== '')) break;
  }
  return last;
}

const turned = (slots: Slots): Slots => (slots[0] ?? []).map((_, column) => slots.map((row) => row[column] ?? null));

/** Finds copied labels among those of the table, in their order; null where a label is not of this table. */
function matched(copied: readonly (readonly Slot[])[], known: readonly string[]): (number | null)[] {
  let cursor = 0;
  return copied.map((line) => {
    const words = line.filter((slot) => slot !== null && slot !== '').map((slot) => bareLabel(slot ?? ''));
    const label = words.at(-1);
    if (label === undefined || label === '') return null;
    const ahead = known.indexOf(label, cursor);
    const at = ahead >= 0 ? ahead : known.indexOf(label);
    if (at >= 0) cursor = at + 1;
    return at >= 0 ? at : null;
  });
}

/** Where each line of the body goes: by its labels when it brought them, else from the focused place on. */
function targets(
  copied: readonly (readonly Slot[])[],
  size: number,
  known: readonly string[],
  start: number,
): (number | null)[] {
  const byLabel = copied.length === 0 ? [] : matched(copied, known);
  if (byLabel.some((at) => at !== null)) return byLabel;
  const first = size === known.length ? 0 : start;
  return Array.from({ length: size }, (_, index) => first + index);
}

/**
 * Puts a copied block into a table. Labels in the block are recognised, skipped, and say where their figures belong;
 * without labels the block begins at the focused cell. A blank empties its cell; a merged place changes nothing; what
 * is not a number leaves its cell as it was and is listed.
 */
export function paste(grid: Grid, slots: Slots, focused: CellId): Pasted {
  const labels = labelsOf(grid);
  const start = grid.place.get(focused) ?? { row: 0, column: 0 };
  const heads = leading(slots, labels);
  const below = slots.slice(heads);
  const asides = leading(turned(below), labels);
  const body = below.map((row) => row.slice(asides));
  const width = body[0]?.length ?? 0;
  const headLabels = heads === 0 ? [] : turned(slots.slice(0, heads).map((row) => row.slice(asides)));
  const rows = targets(
    asides === 0 ? [] : below.map((row) => row.slice(0, asides)),
    body.length,
    labels.rows,
    start.row,
  );
  const columns = targets(grid.blocks.length > 1 ? [] : headLabels, width, labels.columns, start.column);

  const changes = new Map<CellId, string | null>();
  const result = {
    filled: 0,
    stated: 0,
    cleaned: 0,
    refused: [] as { cell: CellId; why: string }[],
    outside: [] as string[],
  };
  body.forEach((line, down) =>
    line.forEach((slot, right) => {
      if (slot === null) return;
      const row = rows[down];
      const column = columns[right];
      const cell = row == null || column == null ? undefined : grid.matrix[row]?.[column];
      if (cell === undefined) {
        if (slot !== '' && !labels.all.has(bareLabel(slot))) result.outside.push(slot);
        return;
      }
      put(cell, slot, changes, result);
    }),
  );
  // A block without any figure is no table of ours: it must not empty cells.
  const taken = result.filled === 0 ? [] : [...changes];
  return { changes: taken.map(([path, value]) => ({ path, value })), ...result };
}

function put(
  cell: Cell,
  slot: string,
  changes: Map<CellId, string | null>,
  result: { filled: number; stated: number; cleaned: number; refused: { cell: CellId; why: string }[] },
): void {
  const read = readFigure(slot, cell.number);
  if (read.is === 'refused') {
    result.refused.push({ cell: cell.id, why: read.why });
    return;
  }
  changes.set(cell.id, read.is === 'figure' ? read.value : null);
  if (read.is === 'blank') return;
  result.filled += 1;
  if (cell.isTotal) result.stated += 1;
  if (read.cleaned) result.cleaned += 1;
}

/** The sentence above the table after a paste. */
export function pasteSentence(pasted: Pasted, nameOf: (cell: CellId) => string): string {
  const { filled, stated, cleaned, refused, outside } = pasted;
  const parts: string[] = [];
  parts.push(filled === 0 ? '粘贴的内容里没有可以填入的数字，原有数字未动' : `粘贴了 ${filled} 格`);
  if (stated > 0) parts.push(`其中 ${stated} 个合计只作对照，以自动合计为准`);
  if (cleaned > 0) parts.push(`整理了 ${cleaned} 格的全角数字、千分号或单位，数值没有变`);
  if (refused.length > 0) {
    const shown = refused.slice(0, 5).map((one) => `${nameOf(one.cell)}：${one.why}`);
    const more = refused.length > shown.length ? `；另有 ${refused.length - shown.length} 格` : '';
    parts.push(`${refused.length} 格不是数字，没有填入：${shown.join('；')}${more}`);
  }
  if (outside.length > 0) {
    const shown = outside.slice(0, 5).map((text) => `“${text.length > 12 ? `${text.slice(0, 12)}…` : text}”`);
    parts.push(`${outside.length} 处超出本表，没有填入：${shown.join('、')}${outside.length > 5 ? '等' : ''}`);
  }
  return `${parts.join('；')}。`;
}
