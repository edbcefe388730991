import type { Run } from '@/lib/report/draft';
import type { CellId } from '@/lib/statute/table';

/** What a sentence is made of: words, a number, a linked figure, other sentences. */
export type Part = string | number | Run | readonly Run[];
/** A stretch of prose as runs. */
export type Prose = readonly Run[];

export const figure = (cell: CellId): Run => ({ figure: cell });

/** Joins words and figures to runs; neighbouring words become one run. */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): Prose {
  return join(words.flatMap((text, index) => [text, ...(index < parts.length ? [parts[index] ?? ''] : [])]));
}

export function join(parts: readonly Part[]): Prose {
  const runs: Run[] = [];
  const add = (run: Run) => {
    const last = runs.at(-1);
    if ('text' in run && run.text === '') return;
    if ('text' in run && last !== undefined && 'text' in last) runs[runs.length - 1] = { text: last.text + run.text };
    else runs.push(run);
  };
  for (const part of parts) {
    if (typeof part === 'string' || typeof part === 'number') add({ text: String(part) });
    else if (Array.isArray(part)) part.forEach(add);
    else add(part as Run);
  }
  return runs;
}
