import fs from 'node:fs';
import path from 'node:path';
import { makeSigningKey, publicKeyIn, type PublicKey, type SigningKey } from '@/lib/proof/key';

const names = (folder: string, ending: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];

const changedAt = (file: string): number => fs.statSync(file).mtimeMs;

/** The key that signs today: the newest whose private part is there; null when there is none. */
export function currentSigningKey(folder: string): SigningKey | null {
  const files = names(folder, '.key').map((name) => path.join(folder, name));
  const [newest] = files.sort((a, b) => changedAt(b) - changedAt(a) || (a < b ? -1 : 1));
  if (newest === undefined) return null;
  const privatePem = fs.readFileSync(newest, 'utf8');
  const known = publicKeyIn(privatePem);
  if (known === null) throw new Error(`${newest} holds no Ed25519 key.`);
  return { ...known, privatePem };
}

/** The key that signs today, made when there is none (at set-up, or by the first to need one). */
export function ensureSigningKey(folder: string): SigningKey {
  return currentSigningKey(folder) ?? writeNewKey(folder);
}

/** A new key that signs from now on; of the others only the public part stays, by which what they signed is checked. */
export function rotateSigningKey(folder: string): SigningKey {
  const before = names(folder, '.key');
  const key = writeNewKey(folder);
  for (const name of before) fs.rmSync(path.join(folder, name));
  return key;
}

/** All keys that signatures are checked by, the one that signs today first. */
export function knownKeys(folder: string): PublicKey[] {
  const current = currentSigningKey(folder);
  const others = names(folder, '.pub').flatMap(
    (name) => publicKeyIn(fs.readFileSync(path.join(folder, name), 'utf8')) ?? [],
  );
  const kept = others.filter(({ id }) => id !== current?.id);
  return current === null ? kept : [{ id: current.id, pem: current.pem }, ...kept];
}

function writeNewKey(folder: string): SigningKey {
  const key = makeSigningKey();
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(folder, `${key.id}.pub`), key.pem, { flag: 'wx', mode: 0o644, flush: true });
  // In one step: another process never sees half a key.
  const writing = path.join(folder, `${key.id}.partial`);
  fs.writeFileSync(writing, key.privatePem, { flag: 'wx', mode: 0o600, flush: true });
  fs.renameSync(writing, path.join(folder, `${key.id}.key`));
  return key;
}
