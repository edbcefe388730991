import { describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import { fingerprint, type Finding } from '@/lib/checks/finding';
import { emptyDraft, type Draft } from '@/lib/report/draft';
import { format2021 } from '@/lib/statute/format-2021';
import { commandNames, type CommandName } from '@/lib/workflow/permissions';
import type { EditorView } from '@/lib/workflow/view';
import { needsReason, obstacles, sectionOfFinding, sectionOfPath, standingOf } from './sections';
import { firstState, type SessionState } from '@/components/editor/session/session-state';
import { pathOfFinding } from '@/components/findings/place';

const zeros = Object.fromEntries(format2021.cells.filter((cell) => !cell.isTotal).map((cell) => [cell.id, '0']));
const paragraph = (id: string, place: 'overview' | 'preamble', text: string) => ({
  id: `p-${id}`,
  place,
  order: `a${id}`,
  runs: [{ text }],
});

function stateOf(part: Partial<Draft>): SessionState {
  const view: EditorView = {
    head: {
      id: 'r',
      agency: { key: 'a', name: '某区应急管理局', shortName: '应急局', kind: 'department' },
      year: 2023,
      format: '2021',
      state: 'draft',
      step: 0,
      steps: [],
      submission: 0,
      seq: 0,
      version: 1,
      publication: null,
      correction: null,
    },
    draft: { ...emptyDraft('2021', 2023, '某区应急管理局'), ...part },
    last: null,
    published: null,
    reasons: [],
    comments: [],
    history: [],
    deadlines: [],
    viewer: {
      id: 'u',
      name: '周敏',
      roles: ['author'],
      may: Object.fromEntries(commandNames.map((name) => [name, true])) as Record<CommandName, boolean>,
    },
  };
  return firstState(view, format2021, check, { purpose: 'draft', kind: 'department', last: null });
}

describe('how far a section has come', () => {
  it('has not begun while nothing is in it, though that is an error at submission', () => {
    const state = stateOf({});
    expect(standingOf(format2021, 'applications', state)).toEqual({ is: 'empty', words: '未开始' });
    expect(standingOf(format2021, 'problems', state).is).toBe('empty');
    expect(obstacles(state).errors.length).toBeGreaterThan(0);
  });

  it('counts the blank cells of a table that was begun', () => {
    const state = stateOf({ cells: { 'disclosure.licensing.decisions': '3' } });
    const data = format2021.cells.filter((cell) => cell.table === 'disclosure' && !cell.isTotal).length;
    expect(standingOf(format2021, 'disclosure', state).words).toBe(`${data - 1}\u00a0格未填`);
  });

  it('is done when every cell is filled and every sum holds, and in error when one does not', () => {
    expect(standingOf(format2021, 'applications', stateOf({ cells: zeros })).is).toBe('done');
    const broken = stateOf({ cells: { ...zeros, 'applications.received.naturalPerson': '8' } });
    expect(standingOf(format2021, 'applications', broken).is).toBe('error');
    expect(standingOf(format2021, 'remedies', broken).is).toBe('done');
  });

  it('is half written while one of the five subjects is missing', () => {
    const text = '（一）主动公开情况';
    expect(
      standingOf(format2021, 'overview', stateOf({ cells: zeros, paragraphs: [paragraph('1', 'overview', text)] })).is,
    ).toBe('half');
  });
});

describe('where a finding stands', () => {
  const finding = (part: Partial<Finding>): Finding => ({
    rule: 'X-01',
    severity: 'error',
    title: '',
    message: '',
    cells: [],
    ...part,
  });
  const state = stateOf({
    cells: zeros,
    paragraphs: [paragraph('1', 'overview', '甲乙丙'), paragraph('2', 'overview', '丁戊')],
  });

  it('is the page of its cell or its sentence, the opening paragraph on the first', () => {
    expect(sectionOfFinding(format2021, state.draft, finding({ cells: ['remedies.reconsideration.total'] }))).toBe(
      'remedies',
    );
    expect(sectionOfFinding(format2021, state.draft, finding({ where: { section: 'preamble' } }))).toBe('overview');
    expect(sectionOfPath(format2021, state.draft, 'p-2')).toBe('overview');
  });

  it('is the paragraph that holds its words, with the words counted from its beginning', () => {
    const target = pathOfFinding(finding({ where: { section: 'overview', start: 4, end: 6, quote: '丁戊' } }), state);
    expect(target).toEqual({ path: 'p-2', start: 0, end: 2 });
  });

  it('is the section itself where nothing is written, and the mended cell before the others', () => {
    expect(pathOfFinding(finding({ where: { section: 'problems' } }), state)).toEqual({
      path: null,
      section: 'problems',
    });
    expect(pathOfFinding(finding({ cells: ['a', 'b'], fix: { cell: 'b', value: '1', label: '' } }), state)).toEqual({
      path: 'b',
    });
  });

  it('asks a reason for a warning until one is written for exactly these values', () => {
    const warning = finding({ severity: 'warning', cells: ['a'], stated: '1' });
    const reason = { fingerprint: fingerprint(warning), rule: 'X-01', text: '因为', by: '周敏', at: '' };
    expect(needsReason(warning, [])).toBe(true);
    expect(needsReason(warning, [reason])).toBe(false);
    expect(needsReason({ ...warning, stated: '2' }, [reason])).toBe(true);
  });
});
