import type { Block } from './document';
import { unreadable, type Unreadable } from './result';

export async function blocksOfDoc(_bytes: Uint8Array): Promise<readonly Block[] | Unreadable> {
  return unreadable('unknown-kind');
}
