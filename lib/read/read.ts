import { blocksOfDoc } from '@/lib/read/doc/doc';
import type { Block } from './document';
import { documentOfDocx } from '@/lib/read/docx/docx';
import { pageOfHtml } from '@/lib/read/html/html';
import { interpret } from './interpret';
import { reportOfJson } from './json';
import { sniff } from './kind';
import { blocksOfMarkdown } from '@/lib/read/text/markdown';
import { blocksOfPdf } from '@/lib/read/pdf/pdf';
import { noPictures, type Pictures } from './picture';
import { isUnreadable, largest, unreadable, type FileKind, type Read, type Unreadable } from './result';
import { blocksOfText } from '@/lib/read/text/text';

/**
 * Reads a report from the bytes of a file of any kind; the kind is told by content. Never throws for what a file may
 * hold.
 */
export async function read(bytes: Uint8Array): Promise<Read | Unreadable> {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > largest) return unreadable('too-large');
  const kind = sniff(bytes);
  if (isUnreadable(kind)) return kind;
  if (kind.kind === 'json') return reportOfJson(kind.text);
  if (kind.kind === 'html') {
    const page = pageOfHtml(kind.text);
    return isUnreadable(page) ? page : interpret('html', page.blocks, page.page, page.pictures);
  }
  const document = await documentOf(kind, bytes);
  return isUnreadable(document) ? document : interpret(kind.kind, document.blocks, null, document.pictures);
}

/** Pictures come along from the kinds of file that say where they stand. */
async function documentOf(
  kind: { kind: FileKind; text: string },
  bytes: Uint8Array,
): Promise<{ readonly blocks: readonly Block[]; readonly pictures: Pictures } | Unreadable> {
  if (kind.kind === 'docx') return documentOfDocx(bytes);
  const blocks = await blocksOf(kind, bytes);
  return isUnreadable(blocks) ? blocks : { blocks, pictures: noPictures };
}

async function blocksOf(
  { kind, text }: { kind: FileKind; text: string },
  bytes: Uint8Array,
): Promise<readonly Block[] | Unreadable> {
  if (kind === 'doc') return blocksOfDoc(bytes);
  if (kind === 'pdf') return blocksOfPdf(bytes);
  return kind === 'markdown' ? blocksOfMarkdown(text) : blocksOfText(text);
}
