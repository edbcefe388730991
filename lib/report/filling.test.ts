import { describe, expect, it } from 'vitest';
import { reportOf2020, reportWith } from '@/lib/checks/test/reports';
import { formatFor } from '@/lib/statute/formats';
import type { Format } from '@/lib/statute/format';
import { emptyDraft, withEdit, type Draft, type Value } from './draft';
import { fillingOf, isUntouched, type Filling } from './filling';
import { isHeading } from './prose';
import type { Report } from './report';
import { resolve } from './resolve';
import { editSchema } from './schema';

const customaryPreamble = '本报告的开头一段，由系统写好。';
const received = 'applications.received.naturalPerson';
const total = 'applications.received.total';

function formatOf(year: number): Format {
  const format = formatFor(year);
  if (format === undefined) throw new Error('no format');
  return format;
}

let count = 0;
const newId = (): string => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;

const blank = (year = 2023): Draft => emptyDraft(formatOf(year).id, year, '云泽市应急管理局');
const put = (draft: Draft, path: string, value: Value): Draft =>
  withEdit(draft, { id: newId(), path, base: null, value });
const paragraph = (draft: Draft, place: 'preamble' | 'overview', text: string): Draft =>
  put(draft, `p-${newId()}`, { place, order: 'a0', runs: [{ text }] });
const filling = (draft: Draft, report: Report): Filling =>
  fillingOf(formatOf(draft.year), draft, report, { newId, customaryPreamble });
const filled = (draft: Draft, report: Report): Draft => filling(draft, report).edits.reduce(withEdit, draft);

describe('a report that was read fills a blank draft', () => {
  const report = reportWith({ [received]: '8', 'applications.granted.naturalPerson': '8' });
  it('so that the draft stands for the same report', () => {
    const draft = filled(blank(), report);
    expect(resolve(formatOf(2023), draft).report).toMatchObject({
      cells: report.cells,
      sections: report.sections,
      preamble: report.preamble,
    });
  });
  it('by edits that the form would take', () => {
    const schema = editSchema(formatOf(2023));
    for (const edit of filling(blank(), report).edits) expect(schema.safeParse(edit).success).toBe(true);
  });
  it('with its headings as paragraphs of their own', () => {
    const headed = reportWith({}, { overview: '（一）主动公开情况\n本年度主动公开信息。' });
    const [first, second] = filled(blank(), headed).paragraphs.filter(({ place }) => place === 'overview');
    expect(
      [first, second].map((one) => isHeading(one?.runs.map((run) => ('text' in run ? run.text : '')).join('') ?? '')),
    ).toEqual([true, false]);
  });
  it('with a total that is not the sum of its parts beside the computed one, and none that is', () => {
    const draft = filled(blank(), reportWith({ [received]: '8', [total]: '9' }));
    expect(draft.cells[total]).toBe('9');
    expect(
      Object.entries(draft.cells).filter(([id, value]) => value !== null && formatOf(2023).cell(id)?.isTotal === true),
    ).toEqual([[total, '9']]);
  });
  it('with the note of a cell below its table', () => {
    const draft = filled(blank(), { ...report, notes: { [received]: '其中补正2件' } });
    expect(resolve(formatOf(2023), draft).report.sections.applications).toBe(
      '注：一、本年新收政府信息公开申请数量，自然人：其中补正2件',
    );
  });
  it('in which the customary opening gives way to its own', () => {
    const started = paragraph(blank(), 'preamble', customaryPreamble);
    expect(isUntouched(started, { customaryPreamble })).toBe(true);
    expect(resolve(formatOf(2023), filled(started, report)).report.preamble).toBe(report.preamble);
  });
});

describe('what somebody has written stays', () => {
  const report = reportWith({ [received]: '8' }, { overview: '另一段文字。' });
  const begun = paragraph(put(blank(), received, '5'), 'overview', '同事写的。');
  it('a figure, and it is said', () => {
    expect(filled(begun, report).cells[received]).toBe('5');
    expect(filling(begun, report).kept).toEqual([received]);
  });
  it('a section, and it is said; the others are filled', () => {
    const after = resolve(formatOf(2023), filled(begun, report)).report;
    expect(after.sections.overview).toBe('同事写的。');
    expect(after.sections.problems).toBe(report.sections.problems);
    expect(filling(begun, report).keptPlaces).toEqual(['overview']);
  });
  it('the same value is no difference', () => {
    expect(filling(put(blank(), received, '8'), report).kept).toEqual([]);
  });
  it('the totals of a table that was begun follow what stands there', () => {
    expect(filled(begun, reportWith({ [received]: '8', [total]: '9' })).cells[total]).toBeUndefined();
  });
  it('an edit names the edit that it saw', () => {
    const emptied = put(begun, received, null);
    const edit = filling(emptied, report).edits.find(({ path }) => path === received);
    expect(edit?.base).toBe(emptied.seen[received]);
  });
});

describe('what has no place is told and not put anywhere', () => {
  it('cells of another format', () => {
    const old = reportOf2020({ 'disclosure.regulations.published': '3', [received]: '2' });
    const other = Object.keys(old.cells).filter((id) => formatOf(2023).cell(id) === undefined);
    const result = filling(blank(), { ...old, year: 2023 });
    expect(other.length).toBeGreaterThan(0);
    expect(result.noPlace.map(({ cell }) => cell)).toEqual(other.filter((id) => old.cells[id] !== null));
    expect(result.cells).toContain(received);
  });
  it('a text that is no number, and a row that the form does not know', () => {
    const odd = {
      ...reportWith({ [received]: '约12' }),
      extra: [{ table: 'applications', label: '撤回', value: '1' }],
    };
    expect(filling(blank(), odd).noPlace).toEqual([
      { cell: received, label: received, text: '约12', why: 'no-figure' },
      { cell: null, label: '撤回', text: '1', why: 'unknown-row' },
    ]);
  });
});
