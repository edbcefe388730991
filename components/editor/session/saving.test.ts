import { beforeEach, describe, expect, it } from 'vitest';
import { arena, cell } from './session-arena';

let { clock, server, open } = arena();
beforeEach(() => void ({ clock, server, open } = arena()));

describe('saving', () => {
  it('saves within a second of a pause, the keystrokes of one cell as one edit', async () => {
    const { session } = open();
    session.type(cell, '1');
    await clock.turn(200);
    session.type(cell, '12');
    await clock.turn(999);
    expect(server.head(cell)?.value).toBe('12');
    expect(server.requests.flatMap((request) => request.edits)).toHaveLength(1);
    expect(session.get().save).toEqual({ is: 'saved', at: expect.any(Number) as number });
    expect(session.get().queue).toEqual([]);
  });

  it('saves at the latest two seconds after the first keystroke of someone who never pauses', async () => {
    const { session } = open();
    for (let i = 1; i <= 8; i += 1) {
      session.type(cell, String(i));
      await clock.turn(300);
    }
    expect(server.log.length).toBeGreaterThan(0);
  });

  it('says that it saves only when the answer takes longer than 400 ms', async () => {
    const { session } = open();
    let answer = (): void => undefined;
    server.hold = new Promise((done) => (answer = done));
    session.type(cell, '1');
    await clock.turn(900);
    expect(session.get().save.is).toBe('saved');
    await clock.turn(200);
    expect(session.get().save.is).toBe('saving');
    answer();
    server.hold = null;
    await clock.turn(1);
    expect(session.get().save.is).toBe('saved');
  });

  it('keeps one request in flight and sends what was typed meanwhile afterwards, on top of it', async () => {
    const { session } = open();
    let answer = (): void => undefined;
    server.hold = new Promise((done) => (answer = done));
    session.type(cell, '1');
    await clock.turn(700);
    session.type(cell, '15');
    await clock.turn(3000);
    expect(server.requests).toHaveLength(1);
    server.hold = null;
    answer();
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('15');
    expect(session.get().conflicts).toEqual([]);
  });

  it('does not meet itself when an answer was lost and the cell was changed since', async () => {
    const { session } = open();
    server.losesAnswers = true;
    session.type(cell, '1');
    await clock.turn(700);
    expect(session.get().save).toEqual({ is: 'retrying', count: 1 });
    session.type(cell, '2');
    server.losesAnswers = false;
    await clock.turn(3000);
    expect(server.head(cell)?.value).toBe('2');
    expect(session.get().conflicts).toEqual([]);
    expect(session.get().queue).toEqual([]);
  });
});
