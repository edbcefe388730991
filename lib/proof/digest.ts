import { createHash } from 'node:crypto';

/** SHA-256, hexadecimal in lower case; a text counts by its UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
