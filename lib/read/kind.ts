import { unreadable, type FileKind, type Unreadable } from './result';

/** What kind of file these bytes are, and their text where it is text (UTF-8, UTF-16 or GB 18030); told by content. */
export function sniff(_bytes: Uint8Array): { kind: FileKind; text: string } | Unreadable {
  return unreadable('unknown-kind');
}
