import { describe, expect, it } from 'vitest';
import { commandNames, may, roles, type Actor, type CommandName, type Role } from './permissions';
import { defaultSteps, reportStates, type ReportState, type Standing } from './state';

const standing = (state: ReportState, writers: string[] = [], correction: Standing['correction'] = null): Standing => ({
  agencyId: 'own',
  agencyPath: '/district/own/',
  state,
  step: 0,
  steps: defaultSteps,
  submission: 1,
  correction,
  writers,
});
const actor = (role: Role, agencyId: string, agencyPath: string): Actor => ({
  id: `${role}@${agencyId}`,
  name: '某人',
  roles: [{ agencyId, agencyPath, role }],
});

/** Written by hand, one line a role: in which states which commands are allowed to someone of the own agency. */
const allowed: Record<Role, Record<ReportState, CommandName[]>> = {
  author: {
    draft: ['read', 'start', 'edit', 'explain', 'reply', 'submit', 'record'],
    submitted: ['read', 'start', 'reply', 'recall', 'file', 'record'],
    returned: ['read', 'start', 'edit', 'explain', 'reply', 'submit', 'record'],
    approved: ['read', 'start', 'file', 'record'],
    published: ['read', 'start', 'correct', 'file', 'record'],
    withdrawn: ['read', 'start', 'correct', 'record'],
  },
  reviewer: {
    draft: ['read', 'reply', 'settle', 'record'],
    submitted: ['read', 'comment', 'reply', 'settle', 'return', 'approve', 'file', 'record'],
    returned: ['read', 'reply', 'settle', 'record'],
    approved: ['read', 'return', 'publish', 'file', 'record'],
    published: ['read', 'withdraw', 'file', 'record'],
    withdrawn: ['read', 'record'],
  },
  administrator: {
    draft: ['read', 'record'],
    submitted: ['read', 'record'],
    returned: ['read', 'record'],
    approved: ['read', 'publish', 'record'],
    published: ['read', 'withdraw', 'record'],
    withdrawn: ['read', 'record'],
  },
};

/** What is allowed besides while a published version is being corrected. */
const besides: Record<Role, Record<ReportState, CommandName[]>> = {
  author: {
    draft: ['restate', 'abandon'],
    submitted: [],
    returned: ['restate', 'abandon'],
    approved: [],
    published: [],
    withdrawn: [],
  },
  reviewer: {
    draft: ['withdraw'],
    submitted: ['withdraw'],
    returned: ['withdraw'],
    approved: ['withdraw'],
    published: [],
    withdrawn: ['withdraw'],
  },
  administrator: {
    draft: ['withdraw'],
    submitted: ['withdraw'],
    returned: ['withdraw'],
    approved: ['withdraw'],
    published: [],
    withdrawn: ['withdraw'],
  },
};

const cases = roles.flatMap((role) =>
  reportStates.flatMap((state) => commandNames.map((command) => ({ role, state, command }))),
);

describe('who may do what', () => {
  it.each(cases)('$role of the own agency, $state: $command', ({ role, state, command }) => {
    const refusal = may(actor(role, 'own', '/district/own/'), command, standing(state));
    expect(refusal === null).toBe(allowed[role][state].includes(command));
  });

  it.each(cases)('$role of a foreign agency, $state: never $command', ({ role, state, command }) => {
    expect(may(actor(role, 'other', '/district/other/'), command, standing(state))?.refused).toBe('not-permitted');
  });

  it.each(cases.filter(({ role }) => role === 'administrator'))(
    'the office above, $state: $command only if it is reading',
    ({ role, state, command }) => {
      expect(may(actor(role, 'above', '/district/'), command, standing(state)) === null).toBe(command === 'read');
    },
  );

  it.each(cases.filter(({ role }) => role !== 'administrator'))(
    '$role of the office above, $state: not even $command',
    ({ role, state, command }) => {
      expect(may(actor(role, 'above', '/district/'), command, standing(state))?.refused).toBe('not-permitted');
    },
  );

  it.each(reportStates.flatMap((state) => commandNames.map((command) => ({ state, command }))))(
    'a stranger, $state: never $command',
    ({ state, command }) => {
      expect(may(null, command, standing(state))?.refused).toBe('not-signed-in');
    },
  );

  it.each(['approve', 'return'] as const)('nobody may %s what they wrote', (command) => {
    const reviewer = actor('reviewer', 'own', '/district/own/');
    expect(may(reviewer, command, standing('submitted', [reviewer.id]))?.refused).toBe('own-work');
    expect(may(reviewer, command, standing('submitted', ['someone else']))).toBeNull();
  });

  const correction = {
    of: 1,
    reason: '数字有误',
    by: '周敏',
    at: '2026-03-02T01:00:00.000Z',
    from: 'published',
    submission: 1,
  } as const;
  it.each(cases)('$role of the own agency, in a correction that is $state: $command', ({ role, state, command }) => {
    const refusal = may(actor(role, 'own', '/district/own/'), command, standing(state, [], correction));
    expect(refusal === null).toBe(allowed[role][state].includes(command) || besides[role][state].includes(command));
  });

  it.each(cases)(
    '$role of the own agency, in a correction of what was withdrawn that is $state: $command',
    ({ role, state, command }) => {
      const refusal = may(
        actor(role, 'own', '/district/own/'),
        command,
        standing(state, [], { ...correction, from: 'withdrawn' }),
      );
      const further = command !== 'withdraw' && besides[role][state].includes(command);
      expect(refusal === null).toBe(allowed[role][state].includes(command) || further);
    },
  );

  it('does not take an agency whose path merely begins alike for one below', () => {
    const refusal = may(actor('administrator', 'x', '/district/ow/'), 'read', standing('draft'));
    expect(refusal?.refused).toBe('not-permitted');
  });
});
