import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { currentSigningKey, ensureSigningKey, knownKeys, rotateSigningKey } from './signing-keys';

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'nianbao-keys-')), 'keys');
afterAll(() => rmSync(path.dirname(folder), { recursive: true }));

it('a key is made once, and nobody else may read it', () => {
  expect([currentSigningKey(folder), knownKeys(folder)]).toEqual([null, []]);
  const key = ensureSigningKey(folder);
  expect(ensureSigningKey(folder)).toEqual(key);
  expect(readdirSync(folder).sort()).toEqual([`${key.id}.key`, `${key.id}.pub`]);
  expect(statSync(path.join(folder, `${key.id}.key`)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it('a new key takes over, and the public part of the old one stays', () => {
  const old = ensureSigningKey(folder);
  utimesSync(path.join(folder, `${old.id}.key`), 1, 1);
  const key = rotateSigningKey(folder);
  expect(currentSigningKey(folder)).toEqual(key);
  expect(knownKeys(folder).map(({ id }) => id)).toEqual([key.id, old.id]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.key'))).toEqual([`${key.id}.key`]);
});
