import { describe, expect, it } from 'vitest';
import { fingerprint, type Finding } from '@/lib/checks/finding';
import { decide, type Command } from './decide';
import type { Actor } from './permissions';
import { isRefusal } from './refusal';
import { defaultSteps, evolve, reportStates, type ReportState, type Subject } from './state';

const now = new Date('2026-01-20T02:00:00Z');
const person = (role: 'author' | 'reviewer'): Actor => ({
  id: role,
  name: role,
  roles: [{ agencyId: 'own', agencyPath: '/own/', role }],
});
const subject = (state: ReportState, more: Partial<Subject> = {}): Subject => ({
  agencyId: 'own',
  agencyPath: '/own/',
  state,
  step: 0,
  steps: defaultSteps,
  submission: state === 'draft' ? 0 : 1,
  correction: null,
  writers: ['author'],
  findings: [],
  reasons: [],
  openComments: 0,
  changed: true,
  ...more,
});
const finding = (severity: Finding['severity'], stated = '1'): Finding => ({
  rule: 'T3-05',
  severity,
  title: '上年结转不一致',
  message: '',
  cells: ['applications.carriedIn.total'],
  stated,
  expected: '2',
});
const refusedWith = (report: Subject, command: Command, actor = person('author')) => {
  const decision = decide(report, command, actor, now);
  return isRefusal(decision) ? decision.refused : decision.type;
};

describe('a decision', () => {
  it.each(['error', 'warning', 'notice'] as const)(
    'submits or not when there is a finding of severity %s',
    (severity) => {
      const expected = { error: 'has-errors', warning: 'unexplained-warnings', notice: 'submitted' }[severity];
      expect(refusedWith(subject('draft', { findings: [finding(severity)] }), { do: 'submit' })).toBe(expected);
    },
  );

  it('accepts a reason only for the values it was given for', () => {
    const reasons = [{ fingerprint: fingerprint(finding('warning', '1')) }];
    expect(refusedWith(subject('draft', { findings: [finding('warning', '1')], reasons }), { do: 'submit' })).toBe(
      'submitted',
    );
    expect(refusedWith(subject('draft', { findings: [finding('warning', '3')], reasons }), { do: 'submit' })).toBe(
      'unexplained-warnings',
    );
  });

  it('counts submissions', () => {
    const event = decide(subject('returned', { submission: 2 }), { do: 'submit' }, person('author'), now);
    expect(event).toMatchObject({ type: 'submitted', submission: 3, at: now, actor: { id: 'author' } });
  });

  it('does not return without a reason, nor approve over an open comment', () => {
    expect(refusedWith(subject('submitted'), { do: 'return', reason: '  ' }, person('reviewer'))).toBe(
      'reason-missing',
    );
    expect(refusedWith(subject('submitted', { openComments: 1 }), { do: 'approve' }, person('reviewer'))).toBe(
      'open-comments',
    );
    expect(refusedWith(subject('submitted'), { do: 'return', reason: '请核对' }, person('reviewer'))).toBe('returned');
  });

  it('takes back, corrects and rewords nothing without a reason', () => {
    const correction = { of: 1, reason: '数字有误', by: '', at: '', from: 'published', submission: 1 } as const;
    expect(refusedWith(subject('published'), { do: 'withdraw', reason: ' ' }, person('reviewer'))).toBe(
      'reason-missing',
    );
    expect(refusedWith(subject('published'), { do: 'correct', reason: '' })).toBe('reason-missing');
    expect(refusedWith(subject('draft', { correction }), { do: 'restate', reason: '\n' })).toBe('reason-missing');
    expect(decide(subject('published'), { do: 'correct', reason: ' 数字有误 ' }, person('author'), now)).toMatchObject({
      type: 'reopened',
      reason: '数字有误',
    });
  });

  it('does not submit a correction that changes nothing, unless what it stands on was withdrawn', () => {
    const correcting = (from: 'published' | 'withdrawn', changed: boolean) =>
      subject('draft', {
        changed,
        submission: 2,
        correction: { of: 1, reason: '数字有误', by: '', at: '', from, submission: 2 },
      });
    expect(refusedWith(correcting('published', false), { do: 'submit' })).toBe('nothing-changed');
    expect(refusedWith(correcting('published', true), { do: 'submit' })).toBe('submitted');
    expect(refusedWith(correcting('withdrawn', false), { do: 'submit' })).toBe('submitted');
  });

  it('leads a correction back to what the report was before, and a first submission of it that is recalled to a draft', () => {
    for (const from of ['published', 'withdrawn'] as const) {
      const report = subject('returned', {
        submission: 3,
        correction: { of: 1, reason: '数字有误', by: '', at: '', from, submission: 2 },
      });
      const event = decide(report, { do: 'abandon' }, person('author'), now);
      expect(isRefusal(event) ? event : evolve(report, event).state).toBe(from);
      const recalled = decide({ ...report, state: 'submitted' }, { do: 'recall' }, person('author'), now);
      expect(isRefusal(recalled) ? recalled : evolve(report, recalled).state).toBe('draft');
    }
  });

  it.each(['draft', 'submitted', 'returned', 'approved'] as const)(
    'withdraws what stands while a correction of it is %s; the correction goes on',
    (state) => {
      const report = subject(state, {
        submission: 3,
        correction: { of: 1, reason: '数字有误', by: '', at: '', from: 'published', submission: 2 },
      });
      const event = decide(report, { do: 'withdraw', reason: '含个人信息' }, person('reviewer'), now);
      if (isRefusal(event)) throw new Error(event.message);
      expect(event).toMatchObject({ type: 'withdrawn', step: null });
      expect(evolve(report, event)).toEqual({ state, step: 0, submission: 3 });
    },
  );

  const commands: Command[] = [
    { do: 'submit' },
    { do: 'recall' },
    { do: 'return', reason: 'x' },
    { do: 'approve' },
    { do: 'publish' },
    { do: 'correct', reason: 'x' },
    { do: 'restate', reason: 'x' },
    { do: 'abandon' },
    { do: 'withdraw', reason: 'x' },
  ];
  const after: Record<string, ReportState> = {
    'draft submit': 'submitted',
    'returned submit': 'submitted',
    'submitted recall': 'draft',
    'submitted return': 'returned',
    'submitted approve': 'approved',
    'approved return': 'returned',
    'approved publish': 'published',
    'published correct': 'draft',
    'withdrawn correct': 'draft',
    'published withdraw': 'withdrawn',
  };
  it.each(reportStates.flatMap((state) => commands.map((command) => ({ state, command }))))(
    'leads from $state by $command.do to where it should',
    ({ state, command }) => {
      const report = subject(state);
      const decisions = [person('author'), person('reviewer')]
        .map((actor) => decide(report, command, actor, now))
        .filter((decision) => !isRefusal(decision));
      const reached = decisions.map((decision) => (isRefusal(decision) ? null : evolve(report, decision).state));
      const expected = after[`${state} ${command.do}`];
      expect(reached).toEqual(expected === undefined ? [] : [expected]);
    },
  );

  it('passes through every step of review before it is approved', () => {
    const steps = [
      { id: 'first', name: '初审' },
      { id: 'last', name: '终审' },
    ];
    const report = subject('submitted', { steps });
    const one = decide(report, { do: 'approve' }, person('reviewer'), now);
    if (isRefusal(one)) throw new Error(one.message);
    const midway = evolve(report, one);
    expect([one.step, midway.state, midway.step]).toEqual(['初审', 'submitted', 1]);
    const after = { ...report, ...midway };
    const two = decide(after, { do: 'approve' }, person('reviewer'), now);
    if (isRefusal(two)) throw new Error(two.message);
    expect([two.step, evolve(after, two).state]).toEqual(['终审', 'approved']);
  });
});
