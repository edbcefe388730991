import { describe, expect, it } from 'vitest';
import { read } from '@/lib/read/read';
import { isUnreadable } from '@/lib/read/result';
import { blocksOfMarkdown } from './markdown';
import { reportOfJson } from '@/lib/read/json';
import { blocksOfText } from './text';

const mega = 1024 * 1024;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const title = '云泽市澄湖区水务局2023年政府信息公开工作年度报告\n一、总体情况\n';

/** Seconds a call takes. */
async function seconds(call: () => unknown): Promise<number> {
  const start = performance.now();
  await call();
  return (performance.now() - start) / 1000;
}

describe('text that no office sends', () => {
  it.each([
    ['one line of 30 MB', () => 'a'.repeat(30 * mega)],
    ['one line of 3 MB behind a title', () => title + '公'.repeat(mega)],
    ['a million blank lines', () => title + '\n'.repeat(mega)],
    ['a million lines of blanks', () => title + ' \n'.repeat(mega)],
    ['a million line ends of Windows', () => title + '\r\n'.repeat(mega)],
    ['a million short lines', () => title + '一\n'.repeat(mega)],
    ['tabs alone', () => title + '\t'.repeat(3 * mega)],
    ['lines of tabs', () => title + '\t\n'.repeat(mega)],
    ['form feeds', () => title + '\f'.repeat(mega)],
    ['bars alone', () => title + '|'.repeat(3 * mega)],
    ['blanks in one line', () => `${title}一${' '.repeat(3 * mega)}二`],
    ['headings alone', () => title + '一、总体情况\n'.repeat(9_900)],
    ['titles alone', () => `${title.split('\n')[0] ?? ''}\n`.repeat(9_900)],
    ['dates alone', () => title + '2024年1月17日\n'.repeat(9_900)],
    ['brackets', () => title + '[bookmark:'.repeat(300_000)],
    ['page furniture', () => title + '来源：'.repeat(300_000)],
    ['spaced out', () => title + '公 '.repeat(mega)],
  ])('%s is read or refused in time', async (_, text) => {
    const bytes = bytesOf(text());
    let result: Awaited<ReturnType<typeof read>> | undefined;
    expect(await seconds(async () => (result = await read(bytes)))).toBeLessThan(10);
    expect(result !== undefined && (isUnreadable(result) ? result.error.message : result.report.title)).toMatch(/./);
  });

  it('says so where there is more of it than in any report', () => {
    expect(blocksOfText('一\n'.repeat(200_000))).toMatchObject({ error: { code: 'too-large' } });
    expect(blocksOfText('公'.repeat(5_000_000))).toMatchObject({ error: { code: 'too-large' } });
  });

  it.each([
    ['pictures', '!['],
    ['links', '[a]('],
    ['comments', '<!-- '],
    ['stars', '*a'],
    ['dollars', '$a '],
    ['formulas', '\\('],
    ['commands', '\\text{'],
    ['tables that open', '<table>'],
    ['tables that close', '</table>'],
    ['entities', '&amp'],
    ['rows', '| a | b |\n'],
    ['rules', '|---|\n'],
    ['quotes', '> '],
  ])('Markdown of %s takes time in proportion', async (_, piece) => {
    const text = `# 一、总体情况\n${piece.repeat(Math.floor(1_000_000 / piece.length))}`;
    let blocks: ReturnType<typeof blocksOfMarkdown> | undefined;
    expect(await seconds(() => (blocks = blocksOfMarkdown(text)))).toBeLessThan(10);
    expect(blocks).toBeDefined();
  });

  it.each([
    ['a deep array', '['.repeat(mega)],
    ['a deep object', '{"report":'.repeat(300_000)],
    [
      'a million cells',
      `{"format":"2021","year":2023,"agency":"澄湖区水务局","cells":{${Array.from({ length: 200_000 }, (_, i) => `"x${i}":"0"`).join(',')}}}`,
    ],
    ['a prototype', '{"__proto__":{"report":1},"constructor":{"prototype":{}}}'],
  ])('JSON of %s is refused', async (_, text) => {
    let result: ReturnType<typeof reportOfJson> | undefined;
    expect(await seconds(() => (result = reportOfJson(text)))).toBeLessThan(10);
    expect(result !== undefined && isUnreadable(result)).toBe(true);
  });
});
