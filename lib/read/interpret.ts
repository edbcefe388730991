import type { Block } from './document';
import type { PageSource } from './html';
import { unreadable, type FileKind, type Read, type Unreadable } from './result';

/** From blocks to a report: title, agency, year, preamble, sections, tables, signature. */
export function interpret(_kind: FileKind, _blocks: readonly Block[], _page: PageSource | null): Read | Unreadable {
  return unreadable('not-a-report');
}
