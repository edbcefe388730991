import { describe, expect, it } from 'vitest';
import { format2021 } from '@/lib/statute/format-2021';
import { draftFrom, emptyDraft, meet, withEdit, type Edit, type Value } from './draft';
import { resolve } from './resolve';
import { editSchema } from './schema';

const head = { format: '2021', year: 2024, agency: '云泽市临川区档案局' };
const [first, second, third] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const paragraph = (order: string, ...runs: ({ text: string } | { figure: string })[]): Value => ({
  place: 'overview',
  order,
  runs,
});

describe('a draft', () => {
  it('stands for a report whose totals follow the cells', () => {
    let draft = emptyDraft(head.format, head.year, head.agency);
    for (const cell of format2021.cells)
      if (!cell.isTotal) draft = withEdit(draft, { id: first, path: cell.id, base: null, value: '1' });
    const { report } = resolve(format2021, draft);
    expect(report.cells['applications.received.total']).toBe('6');
    expect(report.cells['applications.handled.total']).toBe(String(21 * 6));
    expect(report.cells['remedies.reconsideration.total']).toBe('4');
  });

  it('keeps a stated total beside the computed one until it is settled', () => {
    let draft = draftFrom(head, [
      { path: 'applications.received.naturalPerson', value: '3', edit: first },
      ...['business', 'research', 'nonprofit', 'legalService', 'otherOrganisation'].map((column) => ({
        path: `applications.received.${column}`,
        value: '0',
        edit: first,
      })),
      { path: 'applications.received.total', value: '4', edit: first },
    ]);
    const resolved = resolve(format2021, draft);
    expect([
      resolved.report.cells['applications.received.total'],
      resolved.totals['applications.received.total'],
    ]).toEqual(['4', '3']);
    draft = withEdit(draft, { id: second, path: 'applications.received.total', base: first, value: null });
    expect(resolve(format2021, draft).report.cells['applications.received.total']).toBe('3');
  });

  it('leaves a total blank while one of its parts is blank', () => {
    const draft = draftFrom(head, [{ path: 'applications.received.naturalPerson', value: '3', edit: first }]);
    expect(resolve(format2021, draft).report.cells['applications.received.total']).toBeNull();
  });

  it('writes a linked figure into the sentence as its cell has it now', () => {
    const cell = 'disclosure.licensing.decisions';
    let draft = draftFrom(head, [
      {
        path: `p-${first}`,
        value: paragraph('a1', { text: '作出行政许可决定' }, { figure: cell }, { text: '件。' }),
        edit: first,
      },
      { path: `p-${second}`, value: paragraph('a0', { text: '（一）主动公开情况' }), edit: first },
      { path: cell, value: '716', edit: first },
    ]);
    expect(resolve(format2021, draft).report.sections.overview).toBe('（一）主动公开情况\n作出行政许可决定716件。');
    draft = withEdit(draft, { id: second, path: cell, base: first, value: '717' });
    const { report, spans } = resolve(format2021, draft);
    expect(report.sections.overview).toContain('717件');
    expect(spans.overview).toEqual([
      { paragraph: `p-${second}`, start: 0, end: 9 },
      { paragraph: `p-${first}`, start: 10, end: 23 },
    ]);
  });
});

describe('an edit that meets what stands', () => {
  const edit = (base: string | null, value: Value): Edit => ({
    id: third,
    path: 'disclosure.licensing.decisions',
    base,
    value,
  });
  it.each([
    ['applies where nothing stood', null, edit(null, '1'), 'applies'],
    ['applies when its writer had seen what stands', { id: first, value: '1' }, edit(first, '2'), 'applies'],
    ['is a repeat when it is already the last', { id: third, value: '2' }, edit(first, '2'), 'repeat'],
    ['conflicts when another wrote meanwhile', { id: second, value: '5' }, edit(first, '2'), 'conflict'],
    ['conflicts when its writer believed the cell untouched', { id: second, value: '5' }, edit(null, '2'), 'conflict'],
    ['applies when both mean the same', { id: second, value: '2' }, edit(first, '2'), 'applies'],
  ] as const)('%s', (_title, current, candidate, meeting) => {
    expect(meet(current, candidate)).toBe(meeting);
  });
});

describe('the shape of an edit', () => {
  const schema = editSchema(format2021);
  const edit = (path: string, value: unknown) => ({ id: first, path, base: null, value });
  it.each([
    ['disclosure.licensing.decisions', '12'],
    ['disclosure.fees.amount', '727.08'],
    ['disclosure.licensing.decisions', null],
    [`p-${second}`, { place: 'other', order: 'a0', runs: [{ text: '无。' }] }],
    [`p-${second}`, null],
  ])('accepts %s = %j', (path, value) => {
    expect(schema.safeParse(edit(path, value)).success).toBe(true);
  });
  it.each([
    ['disclosure.licensing.decisions', '012'],
    ['disclosure.licensing.decisions', '1.5'],
    ['disclosure.licensing.decisions', 12],
    ['disclosure.procurement.amount', '1'],
    ['__proto__', '1'],
    ['p-1', { place: 'other', order: 'a0', runs: [] }],
    [`p-${second}`, 'text'],
    [`p-${second}`, { place: 'nowhere', order: 'a0', runs: [] }],
    [`p-${second}`, { place: 'other', order: 'a0', runs: [{ figure: 'no.such.cell' }] }],
  ])('refuses %s = %j', (path, value) => {
    expect(schema.safeParse(edit(path, value)).success).toBe(false);
  });
});
