/**
 * What printing adds to every page of a text. A bare number may as well be a figure of a table, so it counts only
 * beside a page break.
 */
const rule = '[-‐‑‒–—―－─━~～·•]{1,3}';
const pageNumber = new RegExp(
  `^(?:${rule}\\s{0,9}\\d{1,3}\\s{0,9}${rule}|第\\s{0,9}\\d{1,3}\\s{0,9}页(?:\\s{0,9}[,，/]?\\s{0,9}共\\s{0,9}\\d{1,3}\\s{0,9}页)?|[Pp]age\\s{1,9}\\d{1,3}(?:\\s{1,9}of\\s{1,9}\\d{1,3})?)$`,
);
const bareNumber = /^\d{1,3}(?:\s{0,9}\/\s{0,9}\d{1,3})?$/;

/** `-1-`, `— 1 —`, `第 1 页 共 5 页`, also in full-width digits. */
export function isPageNumber(line: string): boolean {
  const text = line.trim();
  return text.length <= 40 && pageNumber.test(text.normalize('NFKC'));
}

/** Lines of a printed text without page numbers and running heads; `page` tells which page break they follow. */
export interface PrintedLine {
  readonly text: string;
  /** 0 on the first page; form feeds part pages. */
  readonly page: number;
}

/**
 * Drops page numbers, and heads and feet that stand on three pages or more, but for the first (it may be the title).
 */
export function withoutPageMarks(lines: readonly PrintedLine[]): PrintedLine[] {
  const edges = edgesOf(lines);
  const numbers = bareNumbers(lines, edges);
  const seen = new Map<string, number>();
  for (const index of edges) {
    const words = headWords(lines[index]?.text ?? '');
    if (words !== '') seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  const kept = new Set<string>();
  return lines.filter(({ text }, index) => {
    if (isPageNumber(text)) return false;
    if (!edges.has(index)) return true;
    if (numbers.has(index)) return false;
    const words = headWords(text);
    if ((seen.get(words) ?? 0) < 3) return true;
    const first = !kept.has(words);
    kept.add(words);
    return first;
  });
}

/** Bare numbers beside page breaks that count the pages: a figure of a table may stand there too. */
function bareNumbers(lines: readonly PrintedLine[], edges: ReadonlySet<number>): ReadonlySet<number> {
  const numbered = new Set(lines.flatMap(({ text, page }) => (isPageNumber(text) ? [page] : [])));
  const found = [...edges].flatMap((index) => {
    const { text = '', page = 0 } = lines[index] ?? {};
    return bareNumber.test(text.trim()) ? [{ index, page, ahead: Number.parseInt(text, 10) - page }] : [];
  });
  const often = new Map<number, number>();
  for (const { ahead } of found) often.set(ahead, (often.get(ahead) ?? 0) + 1);
  const [first] = [...often].sort((a, b) => b[1] - a[1]);
  const marked = numbered.size > 0;
  return new Set(
    found.flatMap(({ index, ahead }) =>
      !marked && ahead === first?.[0] && (first[1] > 1 || (ahead >= 0 && ahead <= 1)) ? [index] : [],
    ),
  );
}

const headWords = (text: string): string =>
  text.length > 60 || /[，。；]/.test(text) ? '' : text.replace(/[\d\s\u3000-]/g, '');

/** The first and the last line with text on each page, where there is more than one page. */
function edgesOf(lines: readonly PrintedLine[]): ReadonlySet<number> {
  const edges = new Set<number>();
  if ((lines.at(-1)?.page ?? 0) === 0) return edges;
  let last = -1;
  lines.forEach(({ text, page }, index) => {
    if (text.trim() === '') return;
    if (last < 0 || lines[last]?.page !== page) {
      if (last >= 0) edges.add(last);
      edges.add(index);
    }
    last = index;
  });
  if (last >= 0) edges.add(last);
  return edges;
}
