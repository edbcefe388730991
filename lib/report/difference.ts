/** A stretch of text that stands in both, only in the earlier, or only in the later version. */
export interface Piece {
  readonly is: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** A figure, a Latin word or a stretch of blanks is one token, else every character is: people read numbers whole. */
const token = /\d+(?:[.,]\d+)*[%％]?|[A-Za-z]+|\s+|[\s\S]/gu;
const sentence = /[^。；！？]+[。；！？]?|[。；！？]/gu;

/** Above this many token pairs whole sentences are compared, so that a pasted chapter cannot stall the page. */
const mostPairs = 4_000_000;

/**
 * The changes from `before` to `after`, in reading order; where both stand side by side `gone` comes first.
 * The `same` and `gone` pieces spell `before`, the `same` and `new` pieces spell `after`.
 */
export function difference(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ is: 'same', text: before }];
  const a = before.match(token) ?? [];
  const b = after.match(token) ?? [];
  const pieces =
    a.length * b.length > mostPairs
      ? compare(before.match(sentence) ?? [], after.match(sentence) ?? [])
      : compare(a, b);
  return readable(pieces);
}

/** True when the pieces hold a change. */
export function isChanged(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.is !== 'same');
}

/** Longest common subsequence of two token lists (Hunt and Szymanski's table form), ends trimmed first. */
function compare(a: readonly string[], b: readonly string[]): Piece[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  const pieces: Piece[] = [{ is: 'same', text: a.slice(0, head).join('') }];
  if (left.length * right.length > mostPairs) {
    pieces.push({ is: 'gone', text: left.join('') }, { is: 'new', text: right.join('') });
  } else {
    pieces.push(...walk(left, right));
  }
  pieces.push({ is: 'same', text: a.slice(a.length - tail).join('') });
  return joined(pieces);
}

function walk(a: readonly string[], b: readonly string[]): Piece[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x !== undefined && x === y) {
      pieces.push({ is: 'same', text: x });
      i += 1;
      j += 1;
    } else if (x !== undefined && (y === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ is: 'gone', text: x });
      i += 1;
    } else if (y !== undefined) {
      pieces.push({ is: 'new', text: y });
      j += 1;
    }
  }
  return pieces;
}

/** Neighbours of one sort joined; between two same pieces at most one gone, then one new. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let gone = '';
  let added = '';
  const flush = (): void => {
    if (gone !== '') result.push({ is: 'gone', text: gone });
    if (added !== '') result.push({ is: 'new', text: added });
    gone = '';
    added = '';
  };
  for (const piece of pieces) {
    if (piece.text === '') continue;
    if (piece.is === 'gone') gone += piece.text;
    else if (piece.is === 'new') added += piece.text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.is === 'same') result[result.length - 1] = { is: 'same', text: last.text + piece.text };
      else result.push(piece);
    }
  }
  flush();
  return result;
}

/**
 * A character or two that happen to stand in both versions between larger changes are counted as changed:
 * a sentence struck letter by letter cannot be read.
 */
function readable(pieces: readonly Piece[]): Piece[] {
  let current = [...pieces];
  for (;;) {
    const island = current.findIndex(
      (piece, index) =>
        piece.is === 'same' &&
        piece.text.length <= 2 &&
        extent(current, index, -1) > piece.text.length &&
        extent(current, index, 1) > piece.text.length,
    );
    const text = current[island]?.text;
    if (text === undefined) return current;
    current = joined([
      ...current.slice(0, island),
      { is: 'gone', text },
      { is: 'new', text },
      ...current.slice(island + 1),
    ]);
  }
}

/** Length of the larger change that stands next to a piece; 0 at the ends. */
function extent(pieces: readonly Piece[], index: number, step: 1 | -1): number {
  let length = 0;
  for (let at = index + step; ; at += step) {
    const piece = pieces[at];
    if (piece === undefined || piece.is === 'same') return length;
    length = Math.max(length, piece.text.length);
  }
}
