import { describe, expect, it } from 'vitest';
import { fingerprint, type Finding } from '@/lib/checks/finding';
import { commandNames, type CommandName } from '@/lib/workflow/permissions';
import type { CommentView, Viewer } from '@/lib/workflow/view';
import { tallyOf, whyNotApprove, whyNotReturn } from './standing';

const finding = (part: Partial<Finding>): Finding => ({
  rule: 'X-01',
  severity: 'error',
  title: '',
  message: '',
  cells: [],
  ...part,
});
const viewer = (allowed: boolean): Viewer => ({
  id: 'u',
  name: '李建国',
  roles: ['reviewer'],
  may: Object.fromEntries(commandNames.map((name) => [name, allowed])) as Record<CommandName, boolean>,
});
const comment = (settled: boolean): CommentView => ({
  number: 1,
  id: 'c',
  path: 'p',
  quote: '',
  anchored: true,
  by: '',
  at: '',
  text: '',
  submission: 1,
  settled: settled ? { by: '', at: '' } : null,
  replies: [],
});

describe('the decision bar', () => {
  it('counts errors, columns that do not balance, warnings with and without a reason, open comments', () => {
    const warning = finding({ severity: 'warning', rule: 'T3-05' });
    const other = finding({ severity: 'warning', rule: 'T2-03' });
    const broken = ['naturalPerson', 'total'].map((column) =>
      finding({ rule: 'T3-03', cells: [`applications.received.${column}`, `applications.handled.${column}`] }),
    );
    const tally = tallyOf(
      {
        comments: [comment(true), comment(false)],
        reasons: [{ fingerprint: fingerprint(warning), rule: 'T3-05', text: '撤回', by: '周敏', at: '' }],
      },
      [warning, other, ...broken],
    );
    expect(tally).toEqual({ errors: 2, unbalanced: 2, explained: 1, unexplained: 1, openComments: 1 });
  });

  it('says why a report cannot be approved: own work first, then errors, then comments', () => {
    const clean = { errors: 0, unbalanced: 0, explained: 0, unexplained: 0, openComments: 0 };
    expect(whyNotApprove({ viewer: viewer(true) }, clean)).toBeNull();
    expect(whyNotApprove({ viewer: viewer(false) }, clean)).toMatch(/不能审核自己写的/);
    expect(whyNotApprove({ viewer: viewer(true) }, { ...clean, errors: 2, openComments: 1 })).toMatch(/2 处错误/);
    expect(whyNotApprove({ viewer: viewer(true) }, { ...clean, openComments: 3 })).toMatch(/3 条批注/);
    expect(whyNotReturn({ viewer: viewer(true) })).toBeNull();
    expect(whyNotReturn({ viewer: viewer(false) })).toMatch(/不能审核自己写的/);
  });
});
