import { sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { PublicKey, SigningKey } from './key';
import { readStatement, statementText, type Statement } from './statement';

/** A statement with its signature, as `signature.json` holds it. */
export interface Signed {
  /** The very text that was signed, as UTF-8. */
  readonly statement: string;
  /** Ed25519, base64. */
  readonly signature: string;
  /** Id of the key. */
  readonly key: string;
}

/** Signs a statement. */
export function signStatement(statement: Statement, key: SigningKey): Signed {
  const text = statementText(statement);
  return { statement: text, signature: sign(null, Buffer.from(text), key.privatePem).toString('base64'), key: key.id };
}

export interface Proven {
  readonly statement: Statement;
  /** The known key that made the signature. */
  readonly key: PublicKey;
}

export type NotProven = 'unknown-key' | 'bad-signature' | 'not-a-statement';

/**
 * What a signed statement proves, by known keys only: what stands beside the signature (its own copy of a key, the id
 * it names) is never trusted. `unknown-key` when it names a key that is not among them.
 */
export function prove(signed: Signed, known: readonly PublicKey[]): Proven | NotProven {
  const text = Buffer.from(signed.statement);
  const signature = Buffer.from(signed.signature, 'base64');
  const key = known.find(({ pem }) => verify(null, text, pem, signature));
  if (key === undefined) return known.some(({ id }) => id === signed.key) ? 'bad-signature' : 'unknown-key';
  const statement = readStatement(signed.statement);
  return statement === null ? 'not-a-statement' : { statement, key };
}

const signatureFileSchema = z.object({
  signatures: z.array(z.object({ statement: z.string(), signature: z.string(), key: z.string() })).min(1),
});

/** The signed statements in the text of a `signature.json`; null when it is none. */
export function readSignatureFile(text: string): Signed[] | null {
  try {
    const parsed = signatureFileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.signatures : null;
  } catch {
    return null;
  }
}

/**
 * The text of `signature.json`. The public key is there for convenience; who checks takes it from where it is
 * published.
 */
export function signatureFileText(signatures: readonly Signed[], known: readonly PublicKey[]): string {
  const written = signatures.map(({ statement, signature, key }) => ({
    statement,
    signature,
    key,
    publicKey: known.find(({ id }) => id === key)?.pem,
  }));
  return `${JSON.stringify({ signatures: written }, null, 2)}\n`;
}
