import { describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import { writtenAs } from '@/lib/checks/test/as-written';
import { contextOf, reportOf2020, reportWith } from '@/lib/checks/test/reports';

const cell = 'remedies.reconsideration.upheld';
const change = 'disclosure.licensing.change';

function found(text: string, value: string | null) {
  const report = reportWith({ [cell]: value, ...(value === null && { 'remedies.reconsideration.total': '0' }) });
  return check(
    report,
    contextOf({ report, context: { purpose: 'file', written: writtenAs('2021', {}, { cells: { [cell]: text } }) } }),
  ).findings.filter(({ cells }) => cells.includes(cell));
}

describe('a cell is judged as the document writes it', () => {
  it.each([
    ['[bookmark: _GoBack]0 ', '0', 'CELL-04'],
    ['\u30000', '0', 'CELL-04'],
    ['０', '0', 'CELL-04'],
    ['22（其中修订16件）', '22', 'CELL-03'],
    ['约12', null, 'CELL-01'],
    ['12余', null, 'CELL-01'],
    ['1.5万', null, 'CELL-01'],
    ['-3', null, 'CELL-01'],
    ['1,200', null, 'CELL-01'],
    ['3件', '3', 'FMT-09'],
    ['—', null, 'CELL-02'],
    ['无', null, 'CELL-02'],
  ])('%j, read as %j: %s', (text, value, rule) => {
    expect(found(text, value).map((finding) => finding.rule)).toContain(rule);
  });
  it.each([['0 '], [' 0\u00a0'], ['\n0']])('%j is an ordinary 0', (text) => {
    expect(found(text, '0')).toEqual([]);
  });
  it.each([
    ['增10', 0],
    ['减3', 0],
    ['+5', 0],
    ['＋5', 1],
  ])('a change written %s: CELL-04 %i times', (text, times) => {
    const report = reportOf2020({ [change]: '5' });
    const { findings } = check(
      report,
      contextOf({
        report,
        context: { purpose: 'file', written: writtenAs('2019', {}, { cells: { [change]: text } }) },
      }),
    );
    expect(findings.filter(({ rule }) => rule === 'CELL-04')).toHaveLength(times);
    expect(findings.filter(({ rule }) => rule === 'CELL-01')).toEqual([]);
  });
});
