import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sha256 } from './digest';

/** A public key by which signatures are checked. */
export interface PublicKey {
  /** First 16 hexadecimal digits of the SHA-256 of the SPKI DER. */
  readonly id: string;
  /** SPKI. */
  readonly pem: string;
}

/** The public key in a PEM (of a private key: the one that belongs to it); null when it holds no Ed25519 key. */
export function publicKeyIn(pem: string): PublicKey | null {
  try {
    return publicKeyOf(createPublicKey(pem));
  } catch {
    return null;
  }
}

/** All Ed25519 keys in a text that holds one PEM after another. */
export function publicKeysIn(text: string): PublicKey[] {
  const blocks = text.match(/-----BEGIN ([A-Z ]+)-----[\s\S]*?-----END \1-----/g) ?? [];
  return blocks.flatMap((block) => publicKeyIn(block) ?? []);
}

function publicKeyOf(key: KeyObject): PublicKey | null {
  if (key.asymmetricKeyType !== 'ed25519') return null;
  const id = sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16);
  return { id, pem: key.export({ type: 'spki', format: 'pem' }).toString() };
}

export interface SigningKey extends PublicKey {
  /** PKCS8. */
  readonly privatePem: string;
}

/** A new key by node:crypto. */
export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const known = publicKeyOf(publicKey);
  if (known === null) throw new Error('node:crypto made no Ed25519 key');
  return { ...known, privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
