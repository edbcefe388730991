import type { SectionId } from '../statute/format';

/**
 * Whether a line is a heading of the first level (一、……): which of the six it is by its words, null where it is
 * another; undefined when the line is no such heading. `rest` is text that runs on behind the heading on the same line.
 */
export function headingOf(_line: string): { section: SectionId | null; text: string; rest: string } | undefined {
  return undefined;
}
