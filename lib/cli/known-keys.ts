import { readFileSync } from 'node:fs';
import { publicKeysIn, type PublicKey } from '@/lib/proof/key';
import { settings } from '@/lib/settings';
import { knownKeys } from '@/lib/store/publications/signing-keys';

/** The keys in the named PEM files, or else those of this installation; a sentence when there is none. */
export function keysFor(files: readonly string[]): PublicKey[] | string {
  if (files.length === 0) {
    const own = knownKeys(settings().signingKeysDir);
    return own.length > 0
      ? own
      : '没有可供核验的公钥：本机没有密钥，请用 --key 指定从公布网站（/verify/keys.json）取得的公钥。';
  }
  const keys: PublicKey[] = [];
  for (const file of files) {
    const found = contentOf(file);
    if (found === null) return `公钥文件 ${file} 读不出来。`;
    const own = publicKeysIn(found);
    if (own.length === 0) return `${file} 里没有 Ed25519 公钥（PEM）。`;
    keys.push(...own);
  }
  return keys;
}

/** A file's text; null when it cannot be read. */
export function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
