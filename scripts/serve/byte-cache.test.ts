import { expect, test } from 'vitest';
import { ByteCache } from './byte-cache';

test('what was used least recently goes first', () => {
  const cache = new ByteCache<string>(10, (value) => value.length);
  cache.set('a', 'aaaa');
  cache.set('b', 'bbbb');
  cache.get('a');
  cache.set('c', 'cccc');
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['aaaa', undefined, 'cccc']);
  expect(cache.bytes).toBe(8);
});

test('a value set anew is weighed once, and one too heavy is not kept', () => {
  const cache = new ByteCache<string>(10, (value) => value.length);
  cache.set('a', 'aaaa');
  cache.set('a', 'aaaaaa');
  expect(cache.bytes).toBe(6);
  cache.set('b', 'b'.repeat(11));
  expect([cache.get('a'), cache.get('b'), cache.bytes]).toEqual(['aaaaaa', undefined, 6]);
});
