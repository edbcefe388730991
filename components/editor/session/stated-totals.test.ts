import { beforeEach, describe, expect, it } from 'vitest';
import { arena, cell } from './session-arena';

let { clock, server, open } = arena();
beforeEach(() => void ({ clock, server, open } = arena()));

describe('stated totals', () => {
  const total = 'applications.received.total';
  const row = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganisation'].map(
    (column) => ({ path: `applications.received.${column}`, value: '0' }),
  );

  it('one that agrees with its parts follows them from then on', async () => {
    const { session } = open();
    session.apply([...row, { path: cell, value: '3' }, { path: total, value: '3' }]);
    expect(session.get().draft.cells[total]).toBeNull();
    session.type(cell, '4');
    session.leave();
    expect(session.get().cells[total]).toMatchObject({ value: null, computed: '4' });
    await clock.turn(3000);
    expect(server.head(total)?.value ?? null).toBeNull();
    expect(session.get().save.is).toBe('saved');
  });

  it('one that differs stays, also past a figure in typing that agrees by chance, until the parts agree', () => {
    const { session } = open();
    session.apply([...row, { path: total, value: '12' }]);
    for (const text of ['1', '12', '120']) session.type(cell, text);
    session.leave();
    expect(session.get().draft.cells[total]).toBe('12');
    session.type(cell, '12');
    expect(session.get().draft.cells[total]).toBe('12');
    session.leave();
    expect(session.get().draft.cells[total]).toBeNull();
  });
});
