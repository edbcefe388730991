import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { reportWith } from '@/lib/checks/test/reports';
import { run } from './check';

const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function file(name: string, value: unknown): string {
  const at = path.join(folder, name);
  writeFileSync(at, typeof value === 'string' ? value : JSON.stringify(value));
  return at;
}

async function told(...args: string[]): Promise<{ status: number; out: string; error: string }> {
  const written = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.error += String(text)), true));
  const status = await run(args);
  vi.restoreAllMocks();
  return { status, ...written };
}

const asked = { 'applications.received.naturalPerson': '8', 'applications.granted.naturalPerson': '8' };
const signed = { signature: { agency: '云泽市应急管理局', date: '2024-01-17' } };
const good = file('good.json', reportWith(asked, {}, signed));
const bad = file('bad.json', reportWith({ ...asked, 'applications.granted.naturalPerson': '7' }, {}, signed));

it('a report without errors gives 0', async () => {
  const { status, out } = await told(good);
  expect([status, JSON.parse(out)[0].findings]).toEqual([0, []]);
});
it('a report with errors gives 1, and each finding the fields of the contract', async () => {
  const { status, out } = await told(good, bad);
  const [, second] = JSON.parse(out);
  expect(status).toBe(1);
  expect(second.file).toBe(bad);
  expect(second.unplaced).toEqual([]);
  expect(second.checked.ran).toBeGreaterThan(50);
  expect(Object.keys(second.findings[0]).sort()).toEqual([
    'cells',
    'culprits',
    'expected',
    'message',
    'rule',
    'severity',
    'stated',
    'suggestion',
  ]);
  expect(second.findings[0]).toMatchObject({ rule: 'T3-03', severity: 'error', stated: '8', expected: '7' });
});
it('an unreadable file gives 2, which wins, and the others are checked all the same', async () => {
  const { status, out } = await told(
    bad,
    file('rubbish.json', '{ "format": '),
    file('other.json', { a: 1 }),
    path.join(folder, 'absent.json'),
  );
  const [first, ...others] = JSON.parse(out);
  expect(status).toBe(2);
  expect(first.findings.length).toBeGreaterThan(0);
  expect(others.map((one: { error: { code: string } }) => one.error.code)).toEqual([
    'not-json',
    'not-a-report',
    'unreadable-file',
  ]);
});
it('compares with last year when it is given', async () => {
  const last = file(
    'last.json',
    reportWith(
      { 'applications.received.naturalPerson': '1', 'applications.carriedOut.naturalPerson': '1' },
      { overview: '主动公开信息18条。', problems: '' },
      { year: 2022 },
    ),
  );
  const { status, out } = await told(good, '--last', last);
  expect(status).toBe(0);
  expect(JSON.parse(out)[0].findings).toMatchObject([{ rule: 'T3-05', severity: 'warning' }]);
});
it('takes the kind of agency from the command when it is given', async () => {
  const rulesFor = async (...args: string[]) =>
    JSON.parse((await told(good, ...args)).out)[0].findings.map(({ rule }: { rule: string }) => rule);
  expect(await rulesFor('--kind', 'government')).toEqual(['SEC-06']);
  expect(await rulesFor('--kind', 'department')).toEqual([]);
});
it.each([[[]], [['--kind', 'office', good]], [['--unknown', good]]])(
  'wrong use %j gives 2 and says how',
  async (args) => {
    const { status, out, error } = await told(...args);
    expect([status, out]).toEqual([2, '']);
    expect(error).toContain('用法');
  },
);
