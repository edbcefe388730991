import { describe, expect, it } from 'vitest';
import { FaultyFile, type ToSend } from './gathered';
import { Sending, type Post } from './sending';
import type { Said } from './speak';

const file = (name: string): ToSend => ({ name, size: 1, content: () => Promise.resolve(new Blob([name])) });
const ok: Said<object> = { is: 'answer', value: {} };
const later: Said<object> = { is: 'later', sentence: '没有连上服务器', status: 0 };

/** A server that answers as told, and a record of what it was handed. */
function server(answers: (number: number, attempt: number) => Said<object>): {
  post: Post;
  handed: [number, string][];
} {
  const handed: [number, string][] = [];
  const handIn: Post['handIn'] = (number, _name, content) => {
    handed.push([number, typeof content === 'string' ? content : 'bytes']);
    return Promise.resolve(answers(number, handed.filter(([other]) => other === number).length));
  };
  return { handed, post: { handIn, wait: () => Promise.resolve() } };
}

describe('files on their way into a batch', () => {
  it('are each handed in under their own number', async () => {
    const { post, handed } = server(() => ok);
    const sending = new Sending(['a', 'b', 'c'].map(file), post, () => undefined);
    expect(await sending.run()).toBeNull();
    expect(handed.map(([number]) => number).sort()).toEqual([1, 2, 3]);
  });
  it('are sent again under the same number when no answer was heard', async () => {
    const { post, handed } = server((number, attempt) => (number === 2 && attempt < 3 ? later : ok));
    expect(await new Sending(['a', 'b'].map(file), post, () => undefined).run()).toBeNull();
    expect(handed.filter(([number]) => number === 2)).toHaveLength(3);
  });
  it('wait for somebody when the server stays away, and go on with those that are left', async () => {
    let away = true;
    const { post, handed } = server((number) => (away && number > 1 ? later : ok));
    const sending = new Sending(['a', 'b', 'c'].map(file), post, () => undefined);
    expect(await sending.run()).toBe('没有连上服务器');
    expect(sending.sent).toBe(1);
    away = false;
    expect(await sending.run()).toBeNull();
    expect(sending.sent).toBe(3);
    expect(handed.filter(([number]) => number === 1)).toHaveLength(1);
  });
  it('are named all the same when they cannot be handed in', async () => {
    const { post, handed } = server(() => ok);
    const broken: ToSend = { name: 'x', size: 1, content: () => Promise.reject(new FaultyFile('too-large')) };
    expect(await new Sending([broken, file('b')], post, () => undefined).run()).toBeNull();
    expect(handed).toContainEqual([1, 'too-large']);
  });
});
