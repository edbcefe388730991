import { beforeEach, describe, expect, it } from 'vitest';
import { arena, cell } from './session-arena';

let { clock, server, storage, open } = arena();
beforeEach(() => void ({ clock, server, storage, open } = arena()));

describe('reasons and commands', () => {
  it('sends a reason after the figures it speaks of', async () => {
    const { session } = open();
    session.type(cell, '1');
    session.explain('f', 'T3-05', '撤回');
    await clock.turn(1000);
    expect(server.commands).toEqual([{ do: 'explain', fingerprint: 'f', rule: 'T3-05', text: '撤回' }]);
    expect(server.head(cell)?.value).toBe('1');
    expect(storage.length).toBe(0);
  });

  it('saves everything before a submission, and does not submit what could not be saved', async () => {
    const { session } = open();
    session.type(cell, '1');
    const done = session.command({ do: 'submit', version: 1 });
    await clock.turn(10);
    expect(await done).toMatchObject({ is: 'answer' });
    expect(server.head(cell)?.value).toBe('1');
    server.away = true;
    session.type(cell, '2');
    const refused = session.command({ do: 'submit', version: 1 });
    await clock.turn(10);
    expect(await refused).toMatchObject({ is: 'refusal' });
    expect(server.commands).toHaveLength(1);
  });
});
