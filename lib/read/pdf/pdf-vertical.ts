import { composed, type Matrix } from './pdf-matrix';
import { numbersIn, type Step } from './pdf-steps';

/** A character of a font for writing from top to bottom. */
export interface Glyph {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

// Values of OPS in pdf.js.
const beginText = 31;
const setLeading = 36;
const setFont = 37;
const moveText = 40;
const setLeadingMoveText = 41;
const setTextMatrix = 42;
const nextLine = 43;
const showText = 44;

const unmoved: Matrix = [1, 0, 0, 1, 0, 0];
const movedBy = (matrix: Matrix, x: number, y: number): Matrix => composed(matrix, [1, 0, 0, 1, x, y]);

interface Written {
  readonly unicode: string;
  /** Advance in thousandths, then where the character's origin lies within it. */
  readonly vmetric?: readonly number[] | null;
}

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';

/**
 * Text set vertically. `getTextContent` of pdf.js loses part of it: it compares an advance that is not scaled with the
 * edge of the page.
 */
export function verticalText(steps: Iterable<Step>): Glyph[] {
  const glyphs: Glyph[] = [];
  let line = unmoved;
  let at = unmoved;
  let size = 0;
  let leading = 0;
  for (const { operator, operands, matrix } of steps) {
    const [x = 0, y = 0] = operator === showText ? [] : operands.map(Number);
    if (operator === beginText) line = at = unmoved;
    else if (operator === setFont) size = Number(operands[1]);
    else if (operator === setLeading) leading = -x;
    else if (operator === setTextMatrix) {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(operands[0]);
      line = at = [a, b, c, d, e, f];
    } else if (operator === moveText || operator === setLeadingMoveText || operator === nextLine) {
      if (operator === setLeadingMoveText) leading = y;
      line = at = operator === nextLine ? movedBy(line, 0, leading) : movedBy(line, x, y);
    } else if (operator === showText && Array.isArray(operands[0])) {
      for (const each of operands[0]) {
        if (typeof each === 'number') at = movedBy(at, 0, (-each / 1000) * size);
        if (!isWritten(each) || !Array.isArray(each.vmetric)) continue;
        const [, , c, d, e, f] = composed(matrix, at);
        glyphs.push({ text: each.unicode, size: Math.hypot(c, d) * Math.abs(size), x: e, y: f });
        at = movedBy(at, 0, (Number(each.vmetric[0]) / 1000) * size);
      }
    }
  }
  return glyphs;
}
