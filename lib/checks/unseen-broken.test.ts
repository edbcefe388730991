import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { sectionIds } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import type { Read } from '@/lib/read/result';
import type { CellId } from '@/lib/statute/table';
import type { Finding } from './finding';
import { findingsOf, readOnce, readUnseen, unseen, type Change, type Unseen } from '@/lib/checks/test/unseen';

/** One mistake as authors make it: what the report then says, the rule that has to speak, and where. */
interface Broken {
  readonly rule: string;
  readonly says: string;
  readonly read: () => Promise<Read>;
  readonly place: (finding: Finding) => boolean;
}

const named = (name: string): Unseen => {
  const found = unseen.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no report ${name}`);
  return found;
};

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the report does not say ${from}`);
  return text.replace(from, () => to);
}

const reading = (report: Unseen, change: Change): Promise<Read> => readUnseen(report, change);

/** The report with other words in one of its texts. */
async function withWords(unchanged: Unseen, section: string, from: string, to: string): Promise<Read> {
  const read = await readOnce(unchanged);
  const { report } = read;
  if (section === 'preamble') return { ...read, report: { ...report, preamble: replaced(report.preamble, from, to) } };
  const id = sectionIds.find((one) => one === section);
  if (id === undefined) throw new Error(`no section ${section}`);
  return {
    ...read,
    report: { ...report, sections: { ...report.sections, [id]: replaced(report.sections[id] ?? '', from, to) } },
  };
}

/** The report with other figures in its cells. */
async function withCells(
  unchanged: Unseen,
  change: (cells: Readonly<Record<CellId, string | null>>) => Record<CellId, string | null>,
): Promise<Read> {
  const read = await readOnce(unchanged);
  return { ...read, report: { ...read.report, cells: { ...read.report.cells, ...change(read.report.cells) } } };
}

/** Lines of breaks.tsv: report, rule, words, what stands in their stead, section of the finding. */
const inWords: readonly Broken[] = readFileSync(
  fileURLToPath(new URL('test/unseen/breaks.tsv', import.meta.url)),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [name = '', rule = '', from = '', to = '', section = ''] = line
      .split('\t')
      .map((part) => part.replaceAll('\\n', '\n'));
    return {
      rule,
      says: `${name}：${from} → ${to}`,
      read: () =>
        section === '' || /\n/.test(from + to)
          ? reading(named(name), { text: (text) => replaced(text, from, to) })
          : withWords(named(name), section, from, to),
      place: ({ where }) => section === '' || where?.section === section,
    };
  });

const cellSlips: readonly (readonly [rule: string, cell: string, change: (value: number) => number])[] = [
  ['T3-01', 'applications.received.total', (value) => value + 1],
  ['T3-01', 'applications.granted.total', (value) => value + 10],
  ['T3-01', 'applications.carriedOut.total', (value) => value + 1],
  ['T3-02', 'applications.handled.naturalPerson', (value) => value + 1],
  ['T3-02', 'applications.refused.thirdParty.naturalPerson', (value) => value + 2],
  ['T3-03', 'applications.carriedIn.naturalPerson', (value) => value + 1],
  ['T3-03', 'applications.received.business', (value) => value + 3],
  ['T4-01', 'remedies.reconsideration.total', (value) => value + 1],
  ['T4-01', 'remedies.litigationDirect.upheld', (value) => value + 5],
  ['T4-01', 'remedies.litigationAfterReconsideration.total', (value) => value + 2],
];

/** A cell as stated differs from what its row and column say. */
const inCells: readonly Broken[] = unseen.flatMap((report, index) =>
  cellSlips
    .filter((_, at) => (at + index) % 5 === 0)
    .map(
      ([rule, cell, slip]): Broken => ({
        rule,
        says: `${report.name}：${cell}`,
        read: () => withCells(report, (cells) => ({ [cell]: String(slip(Number(cells[cell] ?? 0))) })),
        place: ({ cells }) =>
          cells.some(
            (one) =>
              one.split('.')[0] === cell.split('.')[0] &&
              (one.startsWith(cell.slice(0, cell.lastIndexOf('.'))) || one.endsWith(cell.slice(cell.lastIndexOf('.')))),
          ),
      }),
    ),
);

const of2021 = unseen.filter(({ format }, index) => format.id === '2021' && index % 2 === 0);
const someOf = (every: number, from = 0): readonly Unseen[] => of2021.filter((_, index) => index % every === from);
const yearOf = ({ text }: Unseen): number => Number(/20\d\d/.exec(text)?.[0]);

/** Mistakes that any report can have. */
const anywhere: readonly Broken[] = [
  ...someOf(4).map(
    (report): Broken => ({
      rule: 'FMT-01',
      says: `${report.name}：2019 年的表`,
      read: () => reading(report, { form: formatById('2019') }),
      place: () => true,
    }),
  ),
  ...someOf(4, 1).map(
    (report): Broken => ({
      rule: 'FMT-05',
      says: `${report.name}：行政止公开`,
      read: () =>
        reading(report, { printed: (text) => text.replace('其他法律行政法规禁止公开', '其他法律行政止公开') }),
      place: ({ cells }) => cells.some((cell) => cell.includes('otherLaw')),
    }),
  ),
  ...someOf(4, 2).map(
    (report): Broken => ({
      rule: 'FMT-06',
      says: `${report.name}：规范性文件`,
      read: () => reading(report, { printed: (text) => text.replace(/^行政规范性文件\t/m, '规范性文件\t') }),
      place: () => true,
    }),
  ),
  ...someOf(4, 3).map(
    (report): Broken => ({
      rule: 'FMT-07',
      says: `${report.name}：缺“重复申请”一行`,
      read: () => reading(report, { printed: (text) => text.replace(/^.*2\.重复申请.*\n/m, '') }),
      place: ({ cells }) => cells.some((cell) => cell.includes('declined.repeated')),
    }),
  ),
  ...someOf(5).map(
    (report): Broken => ({
      rule: 'FMT-08',
      says: `${report.name}：没有勾稽关系`,
      read: () => reading(report, { printed: (text) => text.replaceAll(/（本列数据的勾稽关系[^）]*）/g, '') }),
      place: () => true,
    }),
  ),
  ...someOf(5, 1).map(
    (report): Broken => ({
      rule: 'CELL-01',
      says: `${report.name}：小数`,
      read: () => withCells(report, () => ({ 'disclosure.licensing.decisions': '12.5' })),
      place: ({ cells }) => cells.includes('disclosure.licensing.decisions'),
    }),
  ),
  ...someOf(5, 2).map(
    (report): Broken => ({
      rule: 'CELL-02',
      says: `${report.name}：空格`,
      read: () => withCells(report, () => ({ 'applications.refused.stateSecret.research': '' })),
      place: ({ cells }) => cells.some((cell) => cell.startsWith('applications.')),
    }),
  ),
  ...someOf(5, 3).map(
    (report): Broken => ({
      rule: 'T2-01',
      says: `${report.name}：现行有效少于制发`,
      read: () =>
        withCells(report, () => ({
          'disclosure.normativeDocuments.issued': '900',
          'disclosure.normativeDocuments.inForce': '2',
        })),
      place: ({ cells }) => cells.some((cell) => cell.includes('normativeDocuments')),
    }),
  ),
  ...of2021
    .filter(({ name }) => /局|镇|县/.test(name) && !/省|公安|自然|交通|城管/.test(name))
    .slice(0, 8)
    .map(
      (report): Broken => ({
        rule: 'T2-02',
        says: `${report.name}：规章`,
        read: () => withCells(report, () => ({ 'disclosure.regulations.inForce': '3' })),
        place: ({ cells }) => cells.some((cell) => cell.includes('regulations')),
      }),
    ),
  ...(['overview', 'problems', 'other'] as const).flatMap((section, at) =>
    someOf(6, at).map(
      (report): Broken => ({
        rule: 'SEC-01',
        says: `${report.name}：没有 ${section}`,
        read: () =>
          reading(report, {
            text: (text) =>
              text.replace(
                section === 'overview'
                  ? /^一、总体情况[^]*?(?=^二、)/m
                  : section === 'problems'
                    ? /^五、[^]*?(?=^六、)/m
                    : /^六、[^]*(?=\n[^\n]*\n20\d\d年)/m,
                '',
              ),
          }),
        place: ({ where }) => where?.section === section,
      }),
    ),
  ),
  ...someOf(4, 1)
    .filter(({ text }) => /统计/.test(text.split('一、')[0] ?? ''))
    .map(
      (report): Broken => ({
        rule: 'YR-01',
        says: `${report.name}：标题是上一年`,
        read: () => reading(report, { text: (text) => text.replace(/^([^\n]*?)20\d\d/, `$1${yearOf(report) - 1}`) }),
        place: () => true,
      }),
    ),
  ...someOf(5, 4).map(
    (report): Broken => ({
      rule: 'TTL-02',
      says: `${report.name}：标题没有年份`,
      read: () => reading(report, { text: (text) => text.replace(/^([^\n]*?)20\d\d年度?/, '$1') }),
      place: ({ where }) => where?.section === 'title',
    }),
  ),
  ...someOf(5).map(
    (report): Broken => ({
      rule: 'DAT-01',
      says: `${report.name}：没有落款`,
      read: () => reading(report, { text: (text) => text.replace(/\n[^\n]*\n20\d\d年\d+月\d+日\s*$/, '') }),
      place: () => true,
    }),
  ),
  ...someOf(3)
    .filter(({ text }) => /^五、[^\n]*\n[^\n]*(?<!目)的/m.test(text))
    .map(
      (report): Broken => ({
        rule: 'LNG-01',
        says: `${report.name}：的的`,
        read: () => reading(report, { text: (text) => text.replace(/(^五、[^\n]*\n[^\n]*?)(?<!目)的/m, '$1的的') }),
        place: ({ where }) => where?.quote?.includes('的的') === true,
      }),
    ),
  ...someOf(4, 2).map(
    (report): Broken => ({
      rule: 'PH-01',
      says: `${report.name}：XX`,
      read: () => reading(report, { text: (text) => text.replace(/(^五、[^]*?)。/m, '$1，共XX项。') }),
      place: ({ where }) => where?.section === 'problems',
    }),
  ),
  ...someOf(6, 3).map(
    (report): Broken => ({
      rule: 'PII-02',
      says: `${report.name}：手机号`,
      read: () =>
        reading(report, { text: (text) => text.replace(/(^五、[^]*?)。/m, '$1（申请人李某，电话13905512345）。') }),
      place: ({ where }) => where?.section === 'problems',
    }),
  ),
];

const rows = new Map<string, { found: number; missed: string[] }>();
afterAll(() => {
  const lines = [...rows]
    .sort()
    .map(([rule, { found, missed }]) => `${rule.padEnd(8)} ${found}/${found + missed.length}`);
  const all = [...rows.values()].reduce(
    (sum, { found, missed }) => ({ found: sum.found + found, of: sum.of + found + missed.length }),
    { found: 0, of: 0 },
  );
  if (process.env.SHOW)
    console.log(
      [
        ...lines,
        `all ${all.found}/${all.of}`,
        ...[...rows].flatMap(([rule, { missed }]) => missed.map((one) => `MISSED ${rule} ${one}`)),
      ].join('\n'),
    );
});

describe('one mistake in a truthful report is found by its rule, at its place', () => {
  it.each([...inWords, ...inCells, ...anywhere].map((broken) => ({ name: `${broken.rule} ${broken.says}`, broken })))(
    '$name',
    async ({ broken }) => {
      const found = findingsOf(await broken.read());
      const hit = found.some((finding) => finding.rule === broken.rule && broken.place(finding));
      const row = rows.get(broken.rule) ?? { found: 0, missed: [] };
      rows.set(broken.rule, row);
      if (hit) row.found += 1;
      else
        row.missed.push(
          `${broken.says} || ${found
            .filter(({ severity }) => severity !== 'notice')
            .map(({ rule, title }) => `${rule} ${title}`)
            .join(' / ')}`,
        );
      expect(hit, broken.says).toBe(true);
    },
  );
});
