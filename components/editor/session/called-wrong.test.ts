import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '@/lib/workflow/refusal';
import { arena, cell, other } from './session-arena';

let { clock, server, open } = arena();
beforeEach(() => void ({ clock, server, open } = arena()));

describe('what the server calls wrong', () => {
  const wrong: Refusal = { refused: 'bad-input', message: '提交的内容有误：一个自然段最多 20000 字，请分段' };

  it('can be put right in the page: then it is saved, with what was typed meanwhile', async () => {
    const { session } = open();
    server.refusal = wrong;
    session.type(cell, '111');
    await clock.turn(3000);
    expect(session.get().save).toMatchObject({ is: 'refused', count: 1 });
    session.type(other, '2');
    await clock.turn(3000);
    expect(session.get().save).toMatchObject({ is: 'refused', count: 2 });
    server.refusal = null;
    session.type(cell, '1');
    await clock.turn(3000);
    expect(session.get().save.is).toBe('saved');
    expect([server.head(cell)?.value, server.head(other)?.value]).toEqual(['1', '2']);
    expect(server.log.some((one) => one.value === '111')).toBe(false);
    expect(session.get().conflicts).toEqual([]);
  });

  it('is no trap after the page is opened anew', async () => {
    server.refusal = wrong;
    const first = open();
    first.session.type(cell, '111');
    await clock.turn(3000);
    first.stop();
    const { session } = open();
    expect(session.get().cells[cell]?.value).toBe('111');
    server.refusal = null;
    session.type(cell, '1');
    await clock.turn(3000);
    expect(server.log.map((one) => one.value)).toEqual(['1']);
  });
});
