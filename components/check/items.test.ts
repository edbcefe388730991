import { describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import { severities } from '@/lib/checks/finding';
import { reportWith } from '@/lib/checks/test/reports';
import { largest } from '@/lib/read/result';
import type { Report } from '@/lib/report/report';
import { largestFile, mostAtOnce, type CheckedFile } from '@/lib/workflow/checked-file';
import { after, emptyDesk, type Checked, type Desk } from './items';

function fileOf(report: Report): CheckedFile {
  const result = check(report, { purpose: 'file', kind: 'department', last: null });
  return {
    file: '',
    readAs: 'json',
    report,
    written: null,
    unplaced: [],
    agency: null,
    kind: 'department',
    last: null,
    result,
  };
}

const given = (desk: Desk, count: number): Desk =>
  after(desk, {
    is: 'given',
    files: Array.from({ length: count }, (_, index) => ({ name: `${index}.docx`, content: new Blob(['x']) })),
  });
const read = (desk: Desk, id: number, report: Report): Desk => after(desk, { is: 'read', id, file: fileOf(report) });
const rulesOf = (desk: Desk, id: number): string[] =>
  (desk.items.find((item): item is Checked => item.is === 'checked' && item.id === id)?.result.findings ?? []).map(
    ({ rule }) => rule,
  );

describe('the files on the page', () => {
  it('are ten at most; the others are counted, not lost in silence', () => {
    const desk = given(emptyDesk, 13);
    expect([desk.items.length, desk.left]).toEqual([mostAtOnce, 3]);
  });
  it('show the first that was read, and keep showing it when others follow', () => {
    const desk = read(read(given(emptyDesk, 2), 1, reportWith()), 2, reportWith());
    expect(desk.shown).toBe(1);
    expect(after(desk, { is: 'removed', id: 1 }).shown).toBe(2);
  });
  it('stay when one of them cannot be read', () => {
    const desk = after(read(given(emptyDesk, 2), 1, reportWith()), { is: 'refused', id: 2, sentence: '文件已损坏' });
    expect(desk.items.map(({ is }) => is)).toEqual(['checked', 'refused']);
    expect(desk.shown).toBe(1);
  });
  it('do not come back when the answer comes after they were taken away', () => {
    const desk = after(given(emptyDesk, 1), { is: 'removed', id: 1 });
    expect(read(desk, 1, reportWith())).toEqual(desk);
  });
  it('number the gravest findings first, those of one severity in the order of the report', () => {
    const desk = read(
      given(emptyDesk, 1),
      1,
      reportWith(
        { 'applications.received.naturalPerson': '8' },
        { overview: '今年，我局工作有序开展。', problems: '本局公开意识不强，已改进。' },
      ),
    );
    const [item] = desk.items;
    const found = item?.is === 'checked' ? item.result.findings.map(({ severity }) => severity) : [];
    expect(found).toContain('notice');
    expect(found).toEqual([...found].sort((a, b) => severities.indexOf(a) - severities.indexOf(b)));
    expect(found[0]).toBe('error');
  });
  it('are as large as the reader takes them', () => {
    expect(largestFile).toBe(largest);
  });
});

describe('a file is checked again', () => {
  const report = reportWith(
    { 'applications.carriedIn.naturalPerson': '2', 'applications.granted.naturalPerson': '2' },
    {},
    { year: 2023 },
  );
  const desk = read(given(emptyDesk, 1), 1, report);
  it('as what it was said to be', () => {
    expect(rulesOf(desk, 1)).not.toContain('SEC-06');
    expect(rulesOf(after(desk, { is: 'kind', id: 1, kind: 'government' }), 1)).toContain('SEC-06');
  });
  it('against last year’s report', () => {
    const last = { report: reportWith({}, {}, { year: 2022 }), from: '上年.docx' };
    const compared = after(desk, { is: 'last', id: 1, last });
    expect(rulesOf(compared, 1)).toContain('T3-05');
    expect(rulesOf(after(compared, { is: 'last', id: 1, last: null }), 1)).not.toContain('T3-05');
  });
});
