import { describe, expect, it } from 'vitest';
import { isUnreadable } from './result';
import { read } from './read';
import { textOf } from './encoding';
import { readTables } from '@/lib/read/tables/tables';
import { blocksOfText } from '@/lib/read/text/text';
import { allTexts, sharedReportsAtHand } from '@/lib/read/test/shared-texts';

const han = (text: string): string => [...text.matchAll(/\p{Script=Han}/gu)].join('');

/** Every Han character outside the tables, in order: from the lines themselves, before anything is understood. */
function hanOutsideTables(text: string): string {
  const blocks = blocksOfText(text);
  if (isUnreadable(blocks)) throw new Error(blocks.error.message);
  const lines = blocks.map((block) => (block.is === 'line' ? block.cells.join('\n') : ''));
  expect(han(lines.join('\n'))).toBe(han(text));
  const taken = new Set(readTables(blocks, null).found.flatMap((found) => found.blocks));
  return han(lines.filter((_, index) => !taken.has(index)).join('\n'));
}

describe.skipIf(!sharedReportsAtHand())('the real texts', () => {
  it.each(allTexts())(
    '$name: all that is said outside the tables stands in the report, in order',
    async ({ bytes }) => {
      const text = textOf(bytes) ?? '';
      const result = await read(bytes);
      if (isUnreadable(result)) throw new Error(result.error.message);
      const { report, written } = result;
      const headings = written?.headings ?? [];
      const sections = Object.entries(report.sections).map(
        ([id, prose]) => `${headings.find(({ section }) => section === id)?.text ?? ''}\n${prose}`,
      );
      const said = [report.title, report.preamble, ...sections, report.signature.agency, written?.date ?? ''].join(
        '\n',
      );
      expect(han(said)).toBe(hanOutsideTables(text));
      expect(result.unplaced).toEqual([]);
    },
  );

  it.each(allTexts())('$name: no label of the tables stands in the prose', async ({ bytes }) => {
    const result = await read(bytes);
    if (isUnreadable(result)) throw new Error(result.error.message);
    const { disclosure, applications, remedies } = result.report.sections;
    expect([disclosure, applications, remedies]).toEqual(['', '', '']);
    expect(result.written?.headings.map(({ section }) => section)).toEqual([
      'overview',
      'disclosure',
      'applications',
      'remedies',
      'problems',
      'other',
    ]);
  });
});
