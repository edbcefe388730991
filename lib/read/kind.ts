import { binaryKind } from './container';
import { textOf } from './encoding';
import { pageInArchive } from '@/lib/read/html/mhtml';
import { unreadable, type FileKind, type Unreadable } from './result';

/** What kind of file these bytes are, and their text where it is text (UTF-8, UTF-16 or GB 18030); told by content. */
export function sniff(bytes: Uint8Array): { kind: FileKind; text: string } | Unreadable {
  const binary = binaryKind(bytes);
  if (binary !== null) return typeof binary === 'string' ? { kind: binary, text: '' } : binary;
  const page = pageInArchive(bytes);
  if (page !== null) return { kind: 'html', text: page };
  const text = textOf(bytes);
  if (text === null) return unreadable('unknown-kind');
  const kind = kindOfText(text);
  return typeof kind === 'string' ? { kind, text: text.replace(/^\ufeff/, '') } : kind;
}

const prolog = /^(?:[\s\ufeff]+|<\?xml[^>]*>|<!--[^]*?-->|<!\[[^\]]*\]>)*/;
const wholePage = /^<(?:!doctype\s+html|html|head|body|frameset)\b/i;
const otherXml = /^<(?!\w*:?html)(?:\?|!doctype|[\w]+:[\w]|svg|xml|rss|feed|workbook|office)/i;
const leadingTag =
  /^<(?:table|tbody|tr|div|p|h[1-6]|section|article|main|header|span|strong|b|u|i|em|ul|ol|li|center|font|meta|title|style|script|link|a|img|br|hr|blockquote|pre|form|caption|figure|nav)\b[^>]*>/i;
const flowTag = /<\/?(?:p|div|h[1-6]|section|article|center|ul|ol|blockquote|span|font|br)\b[^<>]*>/gi;

function kindOfText(text: string): FileKind | Unreadable {
  if (text.trim() === '') return unreadable('empty');
  // Enough to tell by; a page may open with a long style sheet, which holds no marks of Markdown.
  const head = text.slice(0, 2_000_000);
  const begin = head.slice(prolog.exec(head)?.[0].length ?? 0);
  if (/^\{\s*["}]|^\[\s*[{\]]/.test(begin)) return 'json';
  if (wholePage.test(begin)) return (head.match(/<html\b/gi)?.length ?? 0) > 1 && marked(begin) ? 'markdown' : 'html';
  if (otherXml.test(begin)) return unreadable('unknown-kind', '这是 XML 文件');
  if (marked(begin)) return 'markdown';
  const around = withoutTables(begin);
  if (around.length === begin.length && !leadingTag.test(begin))
    return (around.match(flowTag)?.length ?? 0) > 3 ? 'html' : 'text';
  if ((around.match(flowTag)?.length ?? 0) > (leadingTag.test(begin) ? 0 : 3)) return 'html';
  return around.replace(/<[^<>]*>/g, '').trim() === '' ? 'html' : 'markdown';
}

/** Whether lines stand there that only Markdown has: `# …`, a ruled pipe table, `**…**` alone, a picture. */
const marked = (text: string): boolean =>
  /^ {0,3}#{1,6} +\S|^ *\|?(?: *:?-{2,}:? *\|)+(?: *:?-{2,}:?)? *$|^ *\*\*[^*\n]+\*\* *$|^ *!\[[^\]\n]*\]\([^)\n]*\) *$|^ *\|[^\n]*\| *\r?\n *\|[^\n]*\| *\r?\n *\|[^\n]*\| *$/m.test(
    text,
  );

function withoutTables(text: string): string {
  const pieces = text.split(/<table\b[^<>]*>/i);
  return pieces
    .map((piece, index) => {
      const end = index === 0 ? -1 : piece.toLowerCase().lastIndexOf('</table');
      return index === 0 ? piece : end < 0 ? '' : piece.slice(piece.indexOf('>', end) + 1);
    })
    .join('');
}
