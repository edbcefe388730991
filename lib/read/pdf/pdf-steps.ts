import { composed, matrixOf, type Matrix } from './pdf-matrix';

/** One operator of a page's content with the matrix in force, which leads to points of the page. */
export interface Step {
  readonly operator: number;
  readonly operands: readonly unknown[];
  readonly matrix: Matrix;
}

// Values of OPS in pdf.js.
const save = 10;
const restore = 11;
const transform = 12;
const beginForm = 74;
const endForm = 75;

export const numbersIn = (values: unknown): number[] =>
  Array.isArray(values)
    ? values.map(Number)
    : ArrayBuffer.isView(values)
      ? [...(values as Float32Array)].map(Number)
      : [];

/** What a page draws, in order; `matrix` leads from its own coordinates to those wanted. */
export function* stepsOf(
  { fnArray, argsArray }: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  matrix: Matrix,
): Generator<Step> {
  const stack: Matrix[] = [];
  let current = matrix;
  for (let index = 0; index < fnArray.length; index += 1) {
    const operator = fnArray[index] ?? 0;
    const given = argsArray[index];
    const operands: readonly unknown[] = Array.isArray(given) ? given : [];
    if (operator === save || operator === beginForm) stack.push(current);
    if (operator === restore || operator === endForm) current = stack.pop() ?? matrix;
    const added = operator === transform ? numbersIn(given) : operator === beginForm ? numbersIn(operands[0]) : [];
    if (added.length === 6) current = composed(current, matrixOf(added));
    yield { operator, operands, matrix: current };
  }
}
