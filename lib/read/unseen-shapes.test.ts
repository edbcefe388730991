import { describe, expect, test } from 'vitest';
import { measure } from '@/lib/read/test/unseen-measure';
import { unseenReport } from '@/lib/read/test/unseen-report';
import { shapes } from '@/lib/read/test/unseen-shapes';

const seeds = [2, 4];
/** Figures left blank leave no trace where cells do not show: those rows are told, never guessed. */
const withBlanks = 3;

/** What a shape does not show: figures of table two that stand apart from all its labels; letters for digits. */
const toldIn: Readonly<Record<string, number>> = {
  'text: labels first, then columns of figures': 0.98,
  'text: labels first, then rows of figures': 0.12,
  'text: O for 0, l for 1': 0.2,
};

describe('Reports in shapes that nobody here has seen', () => {
  test.each(shapes)('$name: every figure in its cell, nothing guessed, nothing dropped', async ({ name, file }) => {
    for (const seed of seeds) {
      const { report } = unseenReport(seed);
      const { wrong, silent, told, words } = await measure(report, file(report, seed));
      expect(wrong).toEqual([]);
      expect(name.startsWith('text: O for 0') ? [] : silent).toEqual([]);
      expect(told.length).toBeLessThanOrEqual((toldIn[name] ?? 0) * Object.keys(report.cells).length);
      expect(words.filter((what) => !what.startsWith('paragraphs of'))).toEqual([]);
    }
  });

  test.each(shapes)('$name: with blanks among the figures none is wrong', async ({ file }) => {
    const { report } = unseenReport(withBlanks);
    const { wrong, result } = await measure(report, file(report, withBlanks));
    expect(wrong).toEqual([]);
    expect(result).not.toBeNull();
  });
});
