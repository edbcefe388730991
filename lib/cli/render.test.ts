import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { run } from './render';
import { sampleReport } from '@/lib/render/test/sample';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

const at = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

async function said(args: string[]): Promise<{ status: number; words: string }> {
  const words: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => words.push(String(chunk)) > 0);
  return { status: await run(args), words: words.join('') };
}

const report = at('report.json', `\ufeff${JSON.stringify({ ...sampleReport(), findings: [] })}`);
const bare = at(
  'bare.json',
  JSON.stringify({
    format: '2021',
    year: 2024,
    agency: '临川市白鹭区水务局',
    cells: { 'applications.received.total': '15' },
  }),
);

describe('nianbao render', () => {
  it.each(['docx', 'html', 'json', 'csv'])(
    'writes %s, also from a report without prose and with keys it does not know',
    async (kind) => {
      for (const file of [report, bare]) {
        const out = join(folder, `out.${kind}`);
        expect(await said([file, '--to', kind, '--out', out])).toEqual({ status: 0, words: '' });
        const bytes = readFileSync(out);
        expect(bytes.subarray(0, 3).toString('latin1')).toBe(
          { docx: 'PK\u0003', html: '<!D', json: '{\n ', csv: '\u00ef\u00bb\u00bf' }[kind],
        );
      }
    },
  );

  it.each([
    ['no arguments', [], /^用法：/],
    ['no --out', [report, '--to', 'docx'], /^用法：/],
    ['an option it does not know', [report, '--as', 'docx'], /^用法：/],
    ['two files', [report, bare, '--to', 'docx', '--out', 'x'], /^用法：/],
    ['a kind it cannot make', [report, '--to', 'odt', '--out', 'x'], /不能生成 odt/],
    [
      'a file that is not there',
      [join(folder, 'none.json'), '--to', 'csv', '--out', 'x'],
      /none\.json：不能读取.*没有这个文件/,
    ],
    [
      'a text that is no report',
      [at('text.json', '年度报告'), '--to', 'csv', '--out', 'x'],
      /不像政府信息公开工作年度报告/,
    ],
    ['JSON that is no report', [at('list.json', '[1]'), '--to', 'csv', '--out', 'x'], /不像政府信息公开工作年度报告/],
    [
      'a format that never was',
      [at('odd.json', '{"format":"2015","year":2015,"agency":"甲","cells":{}}'), '--to', 'csv', '--out', 'x'],
      /没有 2015 这个格式/,
    ],
    [
      'a place it cannot write to',
      [report, '--to', 'csv', '--out', join(folder, 'none', 'x')],
      /不能写入 .*没有这个文件或文件夹/,
    ],
  ])('says one sentence and ends with 2: %s', async (_, args, sentence) => {
    const { status, words } = await said(args);
    expect(status).toBe(2);
    expect(words).toMatch(sentence);
    expect(words.trim().split('\n')).toHaveLength(1);
  });
});
