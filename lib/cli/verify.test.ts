import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { sha256 } from '@/lib/proof/digest';
import { makeSigningKey } from '@/lib/proof/key';
import { signatureFileText, signStatement } from '@/lib/proof/signed';
import { provideSettings } from '@/lib/settings';
import { rotateSigningKey } from '@/lib/store/publications/signing-keys';
import { run as runKey } from './key';
import { run } from './verify';

const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const at = (name: string): string => path.join(folder, name);
const csv = '表,行,栏,值\n三,新收,总计,8\n';
const key = makeSigningKey();
const statement = {
  ...{
    agencyKey: 'jiaoyuju',
    agency: '云泽市澄湖区教育局',
    year: 2024,
    version: 2,
    title: '年度报告',
    publishedAt: '2025-03-03T01:00:00.000Z',
    note: '更正申请数量',
  },
  ...{
    replaces: sha256('before'),
    log: { number: 9, hash: sha256('log') },
    files: [{ name: 'report.csv', size: Buffer.byteLength(csv), sha256: sha256(csv) }],
  },
};
writeFileSync(at('report.csv'), csv);
writeFileSync(at('signature.json'), signatureFileText([signStatement(statement, key)], [key]));
writeFileSync(at('key.pem'), key.pem);

async function told(...args: string[]) {
  const written = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.error += String(text)), true));
  const status = await run(args);
  vi.restoreAllMocks();
  return {
    status,
    ...written,
    results: written.out === '' ? [] : (JSON.parse(written.out) as Record<string, unknown>[]),
  };
}

it('a file that was renamed and sent about is still what was published', async () => {
  copyFileSync(at('report.csv'), at('邮件附件.csv'));
  const { status, results } = await told(at('邮件附件.csv'), '--key', at('key.pem'));
  expect(status).toBe(0);
  expect(results).toMatchObject([
    {
      verdict: 'published',
      agency: '云泽市澄湖区教育局',
      year: 2024,
      version: 2,
      publishedAt: statement.publishedAt,
      name: 'report.csv',
      key: key.id,
      message: '这个文件就是云泽市澄湖区教育局公布的 2024 年度报告第 2 版（2025年3月3日公布）的 report.csv，一字不差。',
    },
  ]);
});

it('one changed digit is not', async () => {
  writeFileSync(at('changed.csv'), csv.replace('8', '9'));
  const { status, results } = await told(at('report.csv'), at('changed.csv'), '--key', at('key.pem'));
  expect([status, results[0]?.verdict]).toEqual([1, 'published']);
  expect(results[1]).toMatchObject({ verdict: 'not-as-published', why: 'other-content', agency: '云泽市澄湖区教育局' });
});

it('a signature by somebody else proves nothing, though the key stands beside it', async () => {
  const other = makeSigningKey();
  writeFileSync(at('forged.json'), signatureFileText([signStatement(statement, other)], [other]));
  const { status, results } = await told(at('report.csv'), '--signature', at('forged.json'), '--key', at('key.pem'));
  expect([status, results[0]?.why]).toEqual([1, 'unknown-key']);
});

it('a signature under the name of its download is found', async () => {
  mkdirSync(at('downloads'));
  copyFileSync(at('report.csv'), at('downloads/jiaoyuju-2024-report.csv'));
  copyFileSync(at('signature.json'), at('downloads/jiaoyuju-2024-signature.json'));
  expect((await told(at('downloads/jiaoyuju-2024-report.csv'), '--key', at('key.pem'))).status).toBe(0);
});

it('without a known key it refuses, and by the keys of the installation it tells, old ones too', async () => {
  const keys = at('keys');
  provideSettings({ SIGNING_KEYS_DIR: keys });
  const refused = await told(at('report.csv'));
  expect([refused.status, refused.out]).toEqual([2, '']);
  expect(refused.error).toContain('--key');
  const own = rotateSigningKey(keys);
  writeFileSync(at('own.json'), signatureFileText([signStatement(statement, own)], [own]));
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  expect(await runKey(['rotate'])).toBe(0);
  const { status, results } = await told(at('report.csv'), '--signature', at('own.json'));
  expect([status, results[0]?.key]).toEqual([0, own.id]);
});

it.each([
  ['no such file', ['absent.docx'], 'unreadable-file'],
  ['no signature', ['report.csv', '--signature', 'absent.json'], 'no-signature'],
  ['something else for a signature', ['report.csv', '--signature', 'report.csv'], 'not-a-signature'],
])('%s gives 2', async (_, args, code) => {
  const { status, results } = await told(
    ...args.map((arg) => (arg.startsWith('--') ? arg : at(arg))),
    '--key',
    at('key.pem'),
  );
  expect([status, results[0]?.error]).toMatchObject([2, { code }]);
});

it.each([
  [[]],
  [['--unknown', 'x']],
  [['report.csv', '--key', 'absent.pem']],
  [['report.csv', '--key', at('report.csv')]],
])('wrong use %j gives 2 and says how', async (args) => {
  const { status, out, error } = await told(...args);
  expect([status, out]).toEqual([2, '']);
  expect(error).not.toBe('');
});
