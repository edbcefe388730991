import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describedBy } from '@/lib/http/published-response';
import type { PublishedFile } from '@/lib/usecases/publishing/read-publication';
import { ByteCache } from './byte-cache';

/** Where published files come from: the use cases, or a stand-in of a test. */
export type Publications = {
  /** The address whose bytes stand at this address now, and never change; null when nothing is published there. */
  versionAddress: (path: string) => Promise<string | null>;
  publishedFile: (path: string) => Promise<PublishedFile | null>;
};

type Encoding = 'br' | 'gzip' | 'identity';
type Held = { file: PublishedFile; policy: string };

const published =
  /^\/reports\/[^/]+\/\d{4}(\/versions\/\d+)?(\/report\.(docx|html|json|csv|pdf)|\/page\.html|\/signature\.json)?$/;
const MEMORY = 128 * 1024 * 1024;

/** The page's own style elements are allowed by what they say, and nothing else that is inline; no script at all. */
export function contentSecurityPolicy(file: Pick<PublishedFile, 'contentType' | 'bytes'>): string {
  const styles = file.contentType.startsWith('text/html')
    ? [...file.bytes.toString('utf8').matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(
        ([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      )
    : [];
  return [
    `default-src 'none'`,
    `style-src 'self'${[...new Set(styles)].join('')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The encodings a client takes, of those that are stored, by its weights; at equal weight the smaller one. */
export function chooseEncoding(accepted: string | undefined, file: Pick<PublishedFile, 'gzip' | 'brotli'>): Encoding {
  const weights = new Map<string, number>();
  for (const part of (accepted ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    if (name !== '') weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0);
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  const brotli = file.brotli === null ? 0 : weightOf('br');
  const gzip = file.gzip === null ? 0 : weightOf('gzip');
  if (brotli > 0 && brotli >= gzip) return 'br';
  return gzip > 0 ? 'gzip' : 'identity';
}

function entityTag(file: PublishedFile, encoding: Encoding): string {
  return encoding === 'identity' ? file.etag : `${file.etag.slice(0, -1)}-${encoding}"`;
}

function unchanged(request: IncomingMessage, file: PublishedFile, tag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined)
    return known.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return Number.isFinite(since) && Math.floor(file.lastModified.getTime() / 1000) * 1000 <= since;
}

function attachment(name: string): string {
  return `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

function bodyOf(file: PublishedFile, encoding: Encoding): Buffer {
  const encoded = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : null;
  return encoded ?? file.bytes;
}

function send(request: IncomingMessage, response: ServerResponse, { file, policy }: Held, forEver: boolean): void {
  const encoding = chooseEncoding(request.headers['accept-encoding'], file);
  const tag = entityTag(file, encoding);
  response.setHeader('ETag', tag);
  response.setHeader('Last-Modified', file.lastModified.toUTCString());
  response.setHeader(
    'Cache-Control',
    forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
  );
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  if (file.schema !== null) response.setHeader('Link', describedBy(file.schema));
  if (unchanged(request, file, tag)) {
    response.writeHead(304).end();
    return;
  }
  const body = bodyOf(file, encoding);
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', body.byteLength);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (file.fileName !== null) response.setHeader('Content-Disposition', attachment(file.fileName));
  response.writeHead(200);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Answers the addresses of published reports from stored bytes; true when it did, false when the request is for
 * Next. Bytes are held in memory by an address under which they never change. What stands at the address without a
 * number, or at that of a version's page, is asked of the database each time, so that a publication, a correction or a
 * withdrawal shows at once in every process; requests that come while the question is under way share its answer.
 */
export function answerPublished({ versionAddress, publishedFile }: Publications, memory = MEMORY) {
  const weigh = ({ file }: Held): number =>
    file.bytes.byteLength + (file.gzip?.byteLength ?? 0) + (file.brotli?.byteLength ?? 0) + 1024;
  const cache = new ByteCache<Held>(memory, weigh);
  const asked = new Map<string, Promise<string | null>>();

  const current = (path: string): Promise<string | null> => {
    const under = asked.get(path);
    if (under !== undefined) return under;
    const question = versionAddress(path).finally(() => asked.delete(path));
    asked.set(path, question);
    return question;
  };

  const fetched = async (path: string): Promise<Held | null> => {
    const file = await publishedFile(path);
    return file === null ? null : { file, policy: contentSecurityPolicy(file) };
  };

  const held = async (version: string): Promise<Held | null> => {
    const known = cache.get(version);
    if (known !== undefined) return known;
    const found = await fetched(version);
    if (found !== null) cache.set(version, found);
    return found;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const match = published.exec(path);
    if (match === null) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response
        .writeHead(405, { Allow: 'GET, HEAD', 'Content-Length': 0, 'Content-Security-Policy': `default-src 'none'` })
        .end();
      return true;
    }
    // A second signature may follow the first, so this one file of a version is asked for each time.
    const grows = match[2] === '/signature.json';
    const forEver = match[1] !== undefined && match[2] !== undefined && !grows;
    const version = forEver || grows ? path : await current(path);
    const found = version === null ? null : await (grows ? fetched(version) : held(version));
    if (found === null) return false;
    send(request, response, found, forEver);
    return true;
  };
}
