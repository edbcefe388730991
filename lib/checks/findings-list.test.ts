import { describe, expect, it } from 'vitest';
import { check } from './check';
import { csvOfFindings, findingsList, type FindingsList } from './findings-list';
import { reportWith } from '@/lib/checks/test/reports';

function listOf(overview?: string): FindingsList {
  const report = reportWith({ 'applications.received.naturalPerson': '8' }, overview === undefined ? {} : { overview });
  const result = check(report, { purpose: 'file', kind: 'department', last: null });
  return findingsList(report, result, { file: '年报.docx', kind: 'department', checkedOn: '2026-01-12', unplaced: [] });
}

describe('the list of findings', () => {
  it('names section, rule and place of each, numbered as in the page', () => {
    const list = listOf();
    const unbalanced = list.findings.find(({ rule }) => rule === 'T3-03');
    expect(unbalanced).toMatchObject({ section: '三、收到和处理政府信息公开申请情况', severity: 'error' });
    expect(unbalanced?.place).toMatch(/^表三 .*自然人/);
    expect(list.findings.map(({ number }) => number)).toEqual(list.findings.map((_, index) => index + 1));
  });
  it('says of every rule that was not checked what it asks and why it was not', () => {
    for (const one of listOf().notChecked) expect([one.says, one.why].every((text) => text !== '')).toBe(true);
  });
});

describe('the list as .csv', () => {
  it('has a byte order mark, a heading and one line a finding', () => {
    const list = listOf();
    const csv = csvOfFindings(list);
    expect(csv.startsWith('\ufeff序号,部分,规则,')).toBe(true);
    expect(csv.split('\r\n').length).toBe(list.findings.length + 2);
  });
  it('holds nothing that a spreadsheet takes for a formula', () => {
    const [finding] = listOf().findings;
    if (finding === undefined) throw new Error('nothing was found');
    const hostile = {
      ...listOf(),
      findings: [
        { ...finding, place: '=HYPERLINK("http://evil.example")', stated: '+1+1', expected: '-3', title: '@SUM(A1)' },
      ],
    };
    const [, line = ''] = csvOfFindings(hostile).split('\r\n');
    expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(line).toContain(`'+1+1,-3`);
    expect(line).toContain(`'@SUM(A1)`);
  });
});
