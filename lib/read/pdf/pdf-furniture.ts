import type { PrintedLine } from './pdf-lines';

const number =
  /^(?:[-—–－―·•~\s]*\d{1,4}[-—–－―·•~\s]*|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[Pp]age\s*\d+.*)$/;

const wordsOf = (line: PrintedLine): string => line.cells.join(' ').trim();
const patternOf = (line: PrintedLine): string => wordsOf(line).replace(/\d+/g, '#').replace(/\s/g, '');

/** How far from the upper and lower edge of a page its number and running heads stand, as a share of its height. */
const margin = 0.11;

/**
 * Page numbers and running heads: at the edge of the page, a number alone, or the same words on most pages. `pages` are
 * the lines of every page with its height; what is returned is to be left out.
 */
export function furnitureOf(
  pages: readonly { readonly lines: readonly PrintedLine[]; readonly height: number }[],
): Set<PrintedLine> {
  const found = new Set<PrintedLine>();
  const repeated = new Map<string, PrintedLine[]>();
  for (const { lines, height } of pages) {
    const edge = lines.filter((line) => line.bottom < height * margin || line.top > height * (1 - margin));
    for (const line of edge) {
      const outermost = lines.every(
        (other) =>
          other === line || (line.top > height / 2 ? other.bottom <= line.bottom + 2 : other.top >= line.top - 2),
      );
      if (outermost && number.test(wordsOf(line))) found.add(line);
      else repeated.set(patternOf(line), [...(repeated.get(patternOf(line)) ?? []), line]);
    }
  }
  for (const lines of repeated.values())
    if (lines.length >= 3 && lines.length >= pages.length * 0.6) for (const line of lines) found.add(line);
  return found;
}
