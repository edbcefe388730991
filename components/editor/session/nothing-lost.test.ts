import { beforeEach, describe, expect, it } from 'vitest';
import { arena, cell, other } from './session-arena';

let { clock, server, storage, open } = arena();
beforeEach(() => void ({ clock, server, storage, open } = arena()));

describe('nothing is lost', () => {
  it('counts a place once that is changed again after its first change was sent in vain', async () => {
    const { session } = open();
    server.away = true;
    session.type(cell, '1');
    await clock.turn(700);
    session.type(cell, '12');
    await clock.turn(3000);
    expect(session.get().queue).toHaveLength(2);
    expect(session.get().save).toEqual({ is: 'offline', count: 1 });
  });

  it('keeps what was typed while the server was away, says so with the count, and saves it when it is back', async () => {
    const { session } = open();
    server.away = true;
    session.type(cell, '3');
    session.type(other, '4');
    await clock.turn(10_000);
    expect(session.get().save).toEqual({ is: 'offline', count: 2 });
    server.away = false;
    await clock.turn(30_000);
    expect(server.head(cell)?.value).toBe('3');
    expect(server.head(other)?.value).toBe('4');
    expect(session.get().save.is).toBe('saved');
    expect(storage.length).toBe(0);
  });

  it('takes up after a reload what the page before could not save', async () => {
    const first = open();
    server.away = true;
    first.session.type(cell, '3');
    first.session.type(other, '3x');
    await clock.turn(1000);
    first.stop();
    server.away = false;
    const { session } = open();
    expect(session.get().draft.cells[cell]).toBe('3');
    expect(session.get().refused[other]?.text).toBe('3x');
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('3');
    expect(session.get().cells[other]?.refused?.why).toContain('不是数字');
  });

  it('loses nothing when it is stopped and started again', async () => {
    const first = open();
    server.away = true;
    first.session.type(cell, '3');
    await clock.turn(1000);
    first.stop();
    const { session, stop } = open();
    stop();
    session.start(storage);
    expect(session.get().queue).toHaveLength(1);
    server.away = false;
    await clock.turn(1000);
    expect(server.head(cell)?.value).toBe('3');
  });

  it('sends at once when the connection returns', async () => {
    const { session } = open();
    server.away = true;
    session.type(cell, '3');
    await clock.turn(40_000);
    server.away = false;
    session.sender.wake();
    await clock.turn(0);
    expect(server.head(cell)?.value).toBe('3');
  });

  it('keeps all while the sign-in has lapsed and goes on by itself after it', async () => {
    const { session } = open();
    server.refusal = { refused: 'not-signed-in', message: '请先登录' };
    session.type(cell, '3');
    await clock.turn(1000);
    session.type(other, '4');
    expect(session.get().save).toEqual({ is: 'expired', count: 2 });
    server.refusal = null;
    await clock.turn(6000);
    expect(server.head(other)?.value).toBe('4');
    expect(session.get().save.is).toBe('saved');
  });

  it('stops when the report was submitted meanwhile, says why, and keeps what was typed in the browser', async () => {
    const { session, stop } = open();
    server.refusal = { refused: 'wrong-state', message: '报告已提交，正在审核，请刷新页面查看最新状态' };
    session.type(cell, '3');
    await clock.turn(60_000);
    expect(session.get().save).toMatchObject({ is: 'refused', count: 1, refusal: { refused: 'wrong-state' } });
    expect(server.requests).toHaveLength(1);
    expect(storage.length).toBe(1);
    stop();
    const { session: readOnly } = open(false);
    expect(readOnly.get().said).toContain('1 处');
    expect(storage.length).toBe(1);
  });
});
