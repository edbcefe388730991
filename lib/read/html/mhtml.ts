import { textOf } from '@/lib/read/encoding';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Headers up to the first empty line, folded ones joined (RFC 5322, 2.2), and what follows it. */
function partOf(bytes: Buffer): Part | null {
  const gap = /\r?\n\r?\n/.exec(bytes.subarray(0, 65_536).toString('latin1'));
  if (gap === null) return null;
  const lines = bytes
    .subarray(0, gap.index)
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: bytes.subarray(gap.index + gap[0].length) };
}

function partsOf({ headers, body }: Part): Part[] {
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(headers.get('content-type') ?? '');
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`, 'latin1');
  if (mark.length === 2) return [];
  const parts: Part[] = [];
  let from = body.indexOf(mark);
  while (from >= 0 && parts.length < 2_000) {
    const to = body.indexOf(mark, from + mark.length);
    const lineEnd = body.indexOf('\n', from + mark.length);
    const part = lineEnd < 0 ? null : partOf(body.subarray(lineEnd + 1, to < 0 ? body.length : to));
    if (part !== null) parts.push(part);
    from = to;
  }
  return parts;
}

function contentOf({ headers, body }: Part): Buffer {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding !== 'quoted-printable') return body;
  const text = body.toString('latin1').replace(/=[ \t]*\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

const looksLike = (head: string): boolean =>
  /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.test(head) && /^content-type:\s*multipart\//im.test(head);

/** The page within a saved web archive (RFC 2557, as browsers and Word write it); null where it is none. */
export function pageInArchive(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!looksLike(file.subarray(0, 8_192).toString('latin1'))) return null;
  const whole = partOf(file);
  return whole === null ? null : pageIn(whole, 0);
}

function pageIn(part: Part, depth: number): string | null {
  const type = (part.headers.get('content-type') ?? '').toLowerCase();
  if (type.startsWith('text/html')) return textOf(contentOf(part), /charset\s*=\s*"?([\w-]+)/.exec(type)?.[1] ?? null);
  if (!type.startsWith('multipart/') || depth > 3) return null;
  for (const each of partsOf(part)) {
    const page = pageIn(each, depth + 1);
    if (page !== null) return page;
  }
  return null;
}
