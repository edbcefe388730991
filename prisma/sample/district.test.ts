import { describe, expect, test } from 'vitest';
import { isFigure } from '@/lib/report/figure';
import { misfit } from '@/lib/report/schema';
import { reportStates } from '@/lib/workflow/state';
import { sampleAccounts, sampleAgencies, government } from './agencies';
import { draftOf, reportOf, sampleReports, type SampleReport } from './district';
import { formatOf, sampleFigures } from './figures';
import { profiles, sampleYears, stockChanges } from './profiles';
import { round, roundYear } from './round';
import { totalsOf } from '@/lib/report/totals';

const figuresOf = sampleFigures();
const later = new Date('2026-11-03T02:00:00Z');
const reports = sampleReports(later);
const all = sampleAgencies.flatMap((agency) => sampleYears.map((year) => ({ agency, year })));

function numbersOf(agency: string, year: (typeof sampleYears)[number]): (cell: string) => number {
  const cells = figuresOf(agency, year);
  const whole: Record<string, string | null> = { ...totalsOf(formatOf(year), cells), ...cells };
  return (cell) => {
    const value = whole[cell];
    if (value == null) throw new Error(`${agency} ${year} has no ${cell}`);
    return Number(value);
  };
}

const columns = (year: number) =>
  formatOf(year)
    .cells.filter((cell) => cell.table === 'applications' && cell.row.id === 'received')
    .map((cell) => cell.column.id);

test('十二个机关，六个年度，共72套数据，每格都是本格可以填的数', () => {
  expect(all).toHaveLength(72);
  for (const { agency, year } of all) {
    const format = formatOf(year);
    const cells = figuresOf(agency.key, year);
    expect(Object.keys(cells)).toEqual(format.cells.filter((cell) => !cell.isTotal).map((cell) => cell.id));
    for (const [id, value] of Object.entries(cells))
      expect(isFigure(value, format.cell(id)?.number ?? 'count'), `${agency.key} ${year} ${id} ${value}`).toBe(true);
  }
});

describe('同一年度之内', () => {
  test.each(all)('$agency.shortName $year：第一项加第二项之和，等于第三项加第四项之和', ({ agency, year }) => {
    const n = numbersOf(agency.key, year);
    for (const column of columns(year)) {
      const cell = (row: string) => n(`applications.${row}.${column}`);
      expect(cell('received') + cell('carriedIn'), column).toBe(cell('handled') + cell('carriedOut'));
    }
  });

  test.each(sampleYears.map((year) => ({ year })))('$year：区政府的每一格是各单位与区政府办公室之和', ({ year }) => {
    const district = numbersOf(government, year);
    const parts = sampleAgencies
      .filter((agency) => agency.key !== government)
      .map((agency) => numbersOf(agency.key, year));
    const office = profiles.find((profile) => profile.unit === government);
    for (const cell of formatOf(year).cells.filter((one) => !one.isTotal)) {
      const rest = district(cell.id) - parts.reduce((sum, part) => sum + part(cell.id), 0);
      if (cell.number !== 'change') expect(rest, cell.id).toBeGreaterThanOrEqual(-1e-6);
    }
    const own =
      district('applications.received.total') -
      parts.reduce((sum, part) => sum + part('applications.received.total'), 0);
    expect(own).toBe(office?.received[sampleYears.indexOf(year)]);
  });
});

describe('年度之间', () => {
  const pairs = sampleAgencies.flatMap((agency) => sampleYears.slice(1).map((year) => ({ agency, year })));

  test.each(pairs)('$agency.shortName $year：上年结转等于上一年的结转下年度', ({ agency, year }) => {
    const now = numbersOf(agency.key, year);
    const before = numbersOf(agency.key, (year - 1) as typeof year);
    for (const column of columns(year)) {
      expect(now(`applications.carriedIn.${column}`), column).toBe(before(`applications.carriedOut.${column}`));
    }
  });

  test.each(pairs)('$agency.shortName $year：现行有效件数等于上年加制发减废止，有说明的除外', ({ agency, year }) => {
    const row = 'disclosure.normativeDocuments';
    const now = numbersOf(agency.key, year);
    const before = numbersOf(agency.key, (year - 1) as typeof year);
    const stock = before(year === 2021 ? `${row}.totalDisclosed` : `${row}.inForce`);
    const told = stockChanges
      .filter((change) => change.year === year && (change.unit === agency.key || agency.key === government))
      .reduce((sum, change) => sum + change.by, 0);
    expect(now(`${row}.inForce`)).toBe(stock + now(`${row}.issued`) - now(`${row}.repealed`) + told);
  });
});

const find = (agency: string, year: number): SampleReport => {
  const report = reports.find((one) => one.agency.key === agency && one.year === year);
  if (report === undefined) throw new Error(`no report of ${agency} for ${year}`);
  return report;
};

describe('报告', () => {
  test('往年全部公布过，其中一份更正过、一份已撤回；2025年度五种状态都有，有一个机关尚未新建', () => {
    const past = reports.filter((report) => report.year < roundYear);
    const times = (report: SampleReport) => report.events.filter((event) => event.type === 'published').length;
    expect(
      past
        .filter((report) => report.state !== 'published')
        .map((report) => [report.agency.key, report.year, report.state]),
    ).toEqual([['yunhejiedao', 2023, 'withdrawn']]);
    expect(
      past.filter((report) => times(report) !== 1).map((report) => [report.agency.key, report.year, times(report)]),
    ).toEqual([['yingjiguanliju', 2024, 2]]);
    expect(reports.filter((report) => report.year < roundYear)).toHaveLength(60);
    const running = reports.filter((report) => report.year === roundYear);
    expect(new Set(running.map((report) => report.state))).toEqual(
      new Set(reportStates.filter((state) => state !== 'withdrawn')),
    );
    expect(
      sampleAgencies
        .filter((agency) => !running.some((report) => report.agency.key === agency.key))
        .map((agency) => agency.shortName),
    ).toEqual(['云河街道']);
  });

  test('每一处写入都合本年度的格式，引用的数字都在表里', () => {
    for (const report of reports) {
      for (const write of report.writes)
        expect(
          misfit(formatOf(report.year), write.path, write.value),
          `${report.agency.key} ${report.year} ${write.path}`,
        ).toBeNull();
    }
  });

  test('每一份公布的报告都能解出全文，没有空着的数字', () => {
    for (const report of reports.filter((one) => one.state === 'published')) {
      const resolved = reportOf(report);
      const text = [resolved.preamble, ...Object.values(resolved.sections)].join('\n');
      expect(text, resolved.title).not.toMatch(/＿|undefined|NaN|\{|\[object/);
      expect(Object.values(resolved.cells), resolved.title).not.toContain(null);
      expect(resolved.signature.date, resolved.title).toMatch(new RegExp(`^${report.year + 1}-0[13]-\\d\\d$`));
      for (const section of ['overview', 'problems', 'other'] as const)
        expect(resolved.sections[section]?.length ?? 0, resolved.title).toBeGreaterThan(0);
    }
  });

  test('2021年度起第六部分都写明信息处理费，第一部分有五个小标题', () => {
    for (const report of reports.filter((one) => one.state === 'published' && one.year >= 2021)) {
      const { sections, title } = reportOf(report);
      expect(sections.other, title).toMatch(/信息处理费/);
      expect(sections.overview?.match(/^（[一二三四五]）/gm), title).toHaveLength(5);
    }
  });

  test('区政府和镇街的报告写到考核、评议和责任追究', () => {
    for (const report of reports.filter((one) => one.state === 'published' && one.agency.kind !== 'department')) {
      const { sections, title } = reportOf(report);
      for (const word of ['考核', '评议', '责任']) expect(sections.overview, title).toContain(word);
    }
  });

  test('任何两份报告的文字都不雷同：相同的长句不到四成', () => {
    const sentences = reports
      .map((report) => {
        const { sections, title } = reportOf(report);
        const prose = Object.values(sections)
          .join('\n')
          .replaceAll(/\d+/g, '0')
          .split(/[。\n]/);
        return { title, set: new Set(prose.filter((sentence) => sentence.length > 20)) };
      })
      .filter((one) => one.set.size > 8);
    expect(sentences.length).toBeGreaterThan(60);
    for (const [index, one] of sentences.entries()) {
      for (const two of sentences.slice(index + 1)) {
        const shared = [...one.set].filter((sentence) => two.set.has(sentence)).length;
        expect(shared / Math.min(one.set.size, two.set.size), `${one.title} / ${two.title}`).toBeLessThan(0.4);
      }
    }
  });

  test('写入、办理和批注都按时间先后，编写的人不审核', () => {
    for (const report of reports) {
      const name = `${report.agency.key} ${report.year}`;
      const times = report.events.map((event) => event.at.getTime());
      expect(
        [...times].sort((a, b) => a - b),
        name,
      ).toEqual(times);
      const writers = new Set(report.writes.map((write) => write.by));
      for (const event of report.events)
        if (['returned', 'approved'].includes(event.type)) expect(writers.has(event.by), name).toBe(false);
      const submits = report.events.filter((event) => event.type === 'submitted');
      const lastSubmit = submits.at(-1);
      if (lastSubmit !== undefined)
        for (const write of report.writes)
          expect(write.at.getTime(), `${name} ${write.path}`).toBeLessThan(lastSubmit.at.getTime());
    }
  });

  test('批注落在有值的格上，或者引了段落里的原话', () => {
    const commented = reports.filter((report) => report.comments.length > 0);
    expect(commented.length).toBeGreaterThanOrEqual(3);
    for (const report of commented) {
      const values = new Map(report.writes.map((write) => [write.path, write.value]));
      for (const comment of report.comments) {
        expect(values.has(comment.path), `${report.agency.key} ${comment.path}`).toBe(true);
        if (comment.path.startsWith('p-')) expect(comment.quote.length).toBeGreaterThan(5);
      }
    }
  });

  test('退回的报告留着一格和一句话的批注，重新提交的报告改了被批注的数', () => {
    const returned = find('ziranziyuanheguihuaju', 2025);
    expect(returned.state).toBe('returned');
    expect(returned.comments.map((comment) => comment.path.startsWith('p-'))).toEqual([false, true]);
    const again = find('zhufanghechengxiangjiansheju', 2025);
    expect(again.state).toBe('submitted');
    const licensing = again.writes
      .filter((write) => write.path === 'disclosure.licensing.decisions')
      .map((write) => Number(write.value));
    expect(licensing).toHaveLength(2);
    expect((licensing[1] ?? 0) - (licensing[0] ?? 0)).toBe(27);
  });

  test('区应急管理局的草稿：一列不平、一格没填、一处合计与算出的不同', () => {
    const { cells } = draftOf(find('yingjiguanliju', 2025));
    const right = figuresOf('yingjiguanliju', 2025);
    const granted = 'applications.granted.naturalPerson';
    expect(Number(right[granted]) - Number(cells[granted])).toBe(1);
    expect(cells['disclosure.coercion.decisions']).toBeUndefined();
    expect(cells['remedies.reconsideration.total']).toBe('1');
    expect(totalsOf(formatOf(2025), cells)['remedies.reconsideration.total']).toBe('0');
    expect(Object.keys(round['yingjiguanliju']?.wrong ?? {})).toHaveLength(3);
  });
});

describe('日期', () => {
  test('一月中旬只有那一天之前发生的事', () => {
    const today = new Date('2026-01-13T04:00:00Z');
    const early = sampleReports(today);
    for (const report of early) {
      const moments = [...report.writes, ...report.events, ...report.comments].map((one) => one.at.getTime());
      expect(Math.max(...moments)).toBeLessThanOrEqual(today.getTime());
    }
    expect(early.find((one) => one.agency.key === 'ziranziyuanheguihuaju' && one.year === 2025)?.state).toBe('draft');
    expect(early.find((one) => one.agency.key === 'fazhanhegaigeju' && one.year === 2025)?.state).toBe('published');
  });

  test('同样的日子得到同样的数据', () => {
    expect(sampleReports(later)).toEqual(reports);
  });
});

test('每个机关有一名填报人和一名审核人，管理员在区政府', () => {
  const names = sampleAccounts.map((account) => account.userName);
  expect(new Set(names).size).toBe(names.length);
  for (const { key } of sampleAgencies) {
    for (const role of ['author', 'reviewer'] as const) {
      expect(
        sampleAccounts.filter((account) => account.roles.some((held) => held.agency === key && held.role === role)),
        `${key} ${role}`,
      ).toHaveLength(1);
    }
  }
  expect(sampleAccounts.find((account) => account.name === '王芳')?.roles).toEqual([
    { agency: government, role: 'administrator' },
  ]);
});
