import { describe, expect, it } from 'vitest';
import { jsonOf } from '@/lib/render/json';
import { sampleReport } from '@/lib/render/test/sample';
import { reportOfJson } from './json';
import { isUnreadable } from './result';

const report = sampleReport();
const text = jsonOf(report);
const plain: unknown = JSON.parse(text);

describe('a report in JSON', () => {
  it.each([
    ['as it is', text],
    ['behind a byte order mark', `\ufeff${text}`],
    ['as read wraps it', JSON.stringify({ file: 'a.docx', report: plain, unplaced: [] })],
    [
      'as check prints it',
      JSON.stringify([
        { file: 'a.docx', report: plain, unplaced: [], findings: [], checked: { ran: 1, notChecked: [] } },
      ]),
    ],
    ['with keys of others', JSON.stringify({ ...(plain as object), verified: true })],
  ])('is read %s', (_, source) => {
    const result = reportOfJson(source);
    if (isUnreadable(result)) throw new Error(result.error.message);
    expect(result).toMatchObject({ kind: 'json', written: null, unplaced: [] });
    expect(JSON.parse(jsonOf(result.report))).toEqual(plain);
  });

  it('has every cell of its format, blank where none is given', () => {
    const result = reportOfJson(
      JSON.stringify({
        format: '2021',
        year: 2023,
        agency: '澄湖区水务局',
        cells: { 'disclosure.regulations.issued': '3' },
      }),
    );
    if (isUnreadable(result)) throw new Error(result.error.message);
    expect(result.report.cells['disclosure.regulations.issued']).toBe('3');
    expect(result.report.cells['disclosure.fees.amount']).toBeNull();
    expect(Object.keys(result.report.cells)).toHaveLength(200);
  });

  it('keeps what found no place', () => {
    expect(reportOfJson(JSON.stringify({ report: plain, unplaced: ['另一行 3'] }))).toMatchObject({
      unplaced: ['另一行 3'],
    });
  });

  it.each([
    ['{', 'not-json'],
    ['[1', 'not-json'],
    ['{}', 'not-a-report'],
    ['[]', 'not-a-report'],
    ['null', 'not-a-report'],
    [JSON.stringify([plain, plain]), 'not-a-report'],
    [JSON.stringify({ ...(plain as object), format: '1999' }), 'not-a-report'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'not-a-report'],
  ])('is refused: %.20s', (source, code) => {
    expect(reportOfJson(source)).toMatchObject({ error: { code } });
  });
});
