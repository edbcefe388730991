import { beforeEach, describe, expect, it } from 'vitest';
import { arena, cell, other } from './session-arena';

let { clock, server, open } = arena();
beforeEach(() => void ({ clock, server, open } = arena()));

describe('undo', () => {
  it('takes a whole paste back in one step and brings it again', async () => {
    const { session } = open();
    session.type(cell, '1');
    session.leave();
    session.apply([
      { path: cell, value: '7' },
      { path: other, value: '8' },
    ]);
    session.turn('undo');
    expect([session.get().draft.cells[cell], session.get().draft.cells[other]]).toEqual(['1', null]);
    session.turn('redo');
    expect([session.get().draft.cells[cell], session.get().draft.cells[other]]).toEqual(['7', '8']);
    await clock.turn(1000);
    expect(server.head(other)?.value).toBe('8');
  });

  it('takes the keystrokes of one visit to a cell back together', () => {
    const { session } = open();
    session.type(cell, '1');
    session.type(cell, '12');
    session.leave();
    session.turn('undo');
    expect(session.get().draft.cells[cell]).toBe(null);
  });

  it('leaves alone what somebody else has written since', async () => {
    const { session } = open();
    session.type(cell, '1');
    await clock.turn(1000);
    server.write(cell, '9', '李华');
    await clock.turn(5000);
    session.turn('undo');
    expect(session.get().draft.cells[cell]).toBe('9');
  });
});
