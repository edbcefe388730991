import { beforeEach, describe, expect, it } from 'vitest';
import type { Value } from '@/lib/report/draft';
import { arena, cell, other } from './session-arena';

let { clock, server, open } = arena();
beforeEach(() => void ({ clock, server, open } = arena()));

describe('two people', () => {
  it('takes in what others wrote, within the time of one poll', async () => {
    const { session } = open();
    server.write(other, '9', '李华');
    await clock.turn(4100);
    expect(session.get().cells[other]?.value).toBe('9');
  });

  it('asks for no news while the page is hidden', async () => {
    open();
    clock.shown = false;
    await clock.turn(20_000);
    expect(server.requests).toHaveLength(0);
  });

  it('shows both values where both wrote the same cell, and mine becomes an edit on top of theirs', async () => {
    const { session } = open();
    server.write(cell, '9', '李华');
    session.type(cell, '5');
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('9');
    expect(session.get().conflicts).toMatchObject([{ path: cell, mine: '5', theirs: { value: '9', by: '李华' } }]);
    session.choose(cell, 'mine');
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('5');
    expect(session.get().conflicts).toEqual([]);
  });

  it('keeps a conflict over a reload, and undo brings mine back after theirs was chosen', async () => {
    const first = open();
    server.write(cell, '9', '李华');
    first.session.type(cell, '5');
    await clock.turn(1000);
    first.stop();
    const { session } = open();
    expect(session.get().conflicts).toMatchObject([{ mine: '5' }]);
    await clock.turn(5000);
    session.choose(cell, 'theirs');
    expect(session.get().draft.cells[cell]).toBe('9');
    session.turn('undo');
    expect(session.get().draft.cells[cell]).toBe('5');
  });

  it('writes over nothing when a paragraph changed under somebody who was composing in it', async () => {
    const { session } = open();
    const id = 'p-7f9a1c1e-3f0c-4c53-9f0a-0d7d3a2b8c11';
    const says = (text: string): Value => ({ place: 'overview', order: 'a0', runs: [{ text }] });
    server.write(id, says('今年'), '李华');
    await clock.turn(5000);
    session.clash({ path: id, value: says('主动') });
    session.apply([{ path: id, value: says('主动公开') }]);
    await clock.turn(5000);
    expect(server.head(id)?.value).toEqual(says('今年'));
    expect(session.get().conflicts).toMatchObject([
      { path: id, mine: says('主动公开'), theirs: { value: says('今年') } },
    ]);
    session.choose(id, 'mine');
    await clock.turn(1000);
    expect(server.head(id)?.value).toEqual(says('主动公开'));
    expect(session.get().conflicts).toEqual([]);
  });

  it('has no conflict where both wrote the same value', async () => {
    const { session } = open();
    server.write(cell, '9', '李华');
    session.type(cell, '9');
    await clock.turn(1000);
    expect(session.get().conflicts).toEqual([]);
  });
});
