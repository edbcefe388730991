import type { Line } from '@/lib/read/document';

/**
 * A plain text cut into lines as simply as can be, so that the tables are tested apart from the reader of text files:
 * rows are lines with tabs, or runs of one cell a line behind a tab up to the next blank line.
 */
export function simpleLines(text: string): Line[] {
  const blocks: Line[] = [];
  let run: string[] | null = null;
  const close = (): void => {
    if (run !== null) blocks.push({ is: 'line', cells: run, opens: true });
    run = null;
  };
  for (const line of text.split(/\r?\n/)) {
    if (/^\t[^\t]*$/.test(line)) (run ??= []).push(line.slice(1));
    else if (run !== null && line.trim() !== '') run.push(`${run.pop() ?? ''}\n${line}`);
    else {
      close();
      if (line.trim() !== '')
        blocks.push({ is: 'line', cells: line.includes('\t') ? line.split('\t') : [line.trim()], opens: true });
    }
  }
  close();
  return blocks;
}
