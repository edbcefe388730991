import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '@/lib/statute/formats';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { totalsOf } from '@/lib/report/totals';
import type { Report } from '@/lib/report/report';
import { check } from '@/lib/checks/check';
import { contextOf, reportWith } from '@/lib/checks/test/reports';

const sumRules = /^(T3-0[123]|T4-01)$/;
const columns = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganisation'];

/** Any report of a format whose sums hold: the outcomes are drawn, 新收 follows from them. */
function correct(format: Format): fc.Arbitrary<Report> {
  const data = format.cells.filter((cell) => !cell.isTotal);
  return fc.array(fc.nat({ max: 300 }), { minLength: data.length, maxLength: data.length }).map((values) => {
    const cells: Record<CellId, string> = Object.fromEntries(
      data.map(({ id }, index) => [id, String(values[index] ?? 0)]),
    );
    const handled = totalsOf(format, cells);
    for (const column of columns) {
      const came =
        Number(handled[`applications.handled.${column}`]) + Number(cells[`applications.carriedOut.${column}`]);
      const before = Math.min(came, Number(cells[`applications.carriedIn.${column}`]));
      cells[`applications.carriedIn.${column}`] = String(before);
      cells[`applications.received.${column}`] = String(came - before);
    }
    return reportWith(cells, {}, { format: format.id, year: format.from });
  });
}

/** The identities that do not hold, worked out by hand from the table: rule and the cells they bind. */
function broken(format: Format, report: Report): string[] {
  const value = (id: CellId): number => Number(report.cells[id]);
  const sums = format.sums
    .filter(({ whole, parts }) => value(whole) !== parts.reduce((sum, part) => sum + value(part), 0))
    .map(
      ({ whole, along }) => `${whole.startsWith('remedies') ? 'T4-01' : along === 'row' ? 'T3-01' : 'T3-02'} ${whole}`,
    );
  const unbalanced = [...columns, 'total'].filter(
    (column) =>
      value(`applications.received.${column}`) + value(`applications.carriedIn.${column}`) !==
      value(`applications.handled.${column}`) + value(`applications.carriedOut.${column}`),
  );
  return [...sums, ...unbalanced.map((column) => `T3-03 applications.received.${column}`)].sort();
}

const found = (report: Report) =>
  check(report, contextOf({ report })).findings.filter(({ rule }) => sumRules.test(rule));
const names = (report: Report): string[] =>
  found(report)
    .map(({ rule, cells }) => `${rule} ${cells[0]}`)
    .sort();

describe.each(formats)('format $id', (format) => {
  const inSums = format.cells.filter((cell) => cell.table !== 'disclosure');

  it('stays silent on any report whose sums hold', () => {
    fc.assert(
      fc.property(correct(format), (report) => {
        expect(found(report)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('finds every identity that one wrong cell breaks, and names that cell', () => {
    fc.assert(
      fc.property(correct(format), fc.constantFrom(...inSums), fc.integer({ min: 1, max: 40 }), (report, cell, by) => {
        const wrong: Report = {
          ...report,
          cells: { ...report.cells, [cell.id]: String(Number(report.cells[cell.id]) + by) },
        };
        const expected = broken(format, wrong);
        expect(expected.length).toBeGreaterThan(0);
        expect(names(wrong)).toEqual(expected);
        for (const { cells, culprits, rule } of found(wrong)) {
          expect([...cells, ...(culprits ?? [])]).toContain(cell.id);
          if (rule !== 'T4-01') expect(culprits).toEqual([cell.id]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('repairs a wrong data cell of a document to the value it had', () => {
    const data = inSums.filter((cell) => cell.table === 'applications' && !cell.isTotal);
    fc.assert(
      fc.property(correct(format), fc.constantFrom(...data), fc.integer({ min: 1, max: 40 }), (report, cell, by) => {
        const right = report.cells[cell.id];
        const wrong: Report = { ...report, cells: { ...report.cells, [cell.id]: String(Number(right) + by) } };
        for (const { fix } of found(wrong)) expect(fix).toMatchObject({ cell: cell.id, value: right });
      }),
      { numRuns: 100 },
    );
  });

  it('settles a wrong stated total by the computed one', () => {
    const totals = inSums.filter((cell) => cell.isTotal);
    fc.assert(
      fc.property(correct(format), fc.constantFrom(...totals), fc.integer({ min: 1, max: 40 }), (report, cell, by) => {
        const right = report.cells[cell.id];
        const wrong: Report = { ...report, cells: { ...report.cells, [cell.id]: String(Number(right) + by) } };
        expect(found(wrong)[0]?.fix).toEqual({ cell: cell.id, value: null, label: `采用合计 ${right}` });
      }),
      { numRuns: 100 },
    );
  });
});

describe('two slips at once', () => {
  const report = reportWith({
    'applications.received.naturalPerson': '8',
    'applications.granted.naturalPerson': '7',
    'applications.received.business': '12',
    'applications.granted.business': '21',
  });
  it('names a cell for each column, and says that 总计 follows both', () => {
    const [naturalPerson, business, total] = found(report);
    expect(naturalPerson).toMatchObject({ culprits: ['applications.granted.naturalPerson'], fix: { value: '8' } });
    expect(business).toMatchObject({ culprits: ['applications.granted.business'], fix: { value: '12' } });
    expect(total?.message).toContain('随“自然人”、“商业企业”一列不平');
  });
});

describe('without a trace of where the slip is', () => {
  it('names no cell when every outcome is still 0', () => {
    const [first] = found(reportWith({ 'applications.received.naturalPerson': '8' }));
    expect(first).toMatchObject({ rule: 'T3-03', difference: '8' });
    expect(first?.culprits).toBeUndefined();
    expect(first?.fix).toBeUndefined();
  });
  it('believes last year when it says what was carried over', () => {
    const report = reportWith({
      'applications.carriedIn.naturalPerson': '1',
      'applications.granted.naturalPerson': '3',
      'applications.received.naturalPerson': '1',
    });
    const last = reportWith(
      { 'applications.received.naturalPerson': '2', 'applications.carriedOut.naturalPerson': '2' },
      {},
      { year: 2022 },
    );
    const [first] = check(report, contextOf({ report, context: { last } })).findings.filter(
      ({ rule }) => rule === 'T3-03',
    );
    expect(first?.fix).toEqual({ cell: 'applications.carriedIn.naturalPerson', value: '2', label: '上年结转改为 2' });
  });
});
