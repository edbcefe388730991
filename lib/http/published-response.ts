import { createHash } from 'node:crypto';
import type { PublishedFile } from '@/lib/usecases/publishing/read-publication';

/**
 * A published file as an answer: the bytes as stored, with the policy that admits the styles in them and no script.
 * The server in front answers the same addresses faster; this stands behind it.
 */
export function publishedResponse(request: Request, file: PublishedFile): Response {
  const headers = new Headers({
    'Content-Type': file.contentType,
    ETag: file.etag,
    'Last-Modified': file.lastModified.toUTCString(),
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    'Content-Security-Policy': policyFor(file),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  });
  if (file.schema !== null) headers.set('Link', describedBy(file.schema));
  if (
    request.headers
      .get('if-none-match')
      ?.split(',')
      .some((tag) => tag.trim().replace(/^W\//, '') === file.etag) === true
  ) {
    return new Response(null, { status: 304, headers });
  }
  if (file.fileName !== null) {
    headers.set(
      'Content-Disposition',
      `attachment; filename="${file.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    );
  }
  return new Response(Uint8Array.from(file.bytes), { headers });
}

/** JSON Schema 2020-12, 9.5.1.1: a document names its schema in a header, so that the file itself stays as it is. */
export const describedBy = (schema: string): string => `<${schema}>; rel="describedby"; type="application/schema+json"`;

/** The policy for a file: the styles that it carries, no script, and nobody but `ancestors` may frame it. */
export function policyFor(
  file: Pick<PublishedFile, 'contentType' | 'bytes'>,
  ancestors: 'none' | 'self' = 'none',
): string {
  const styles = file.contentType.startsWith('text/html')
    ? [...file.bytes.toString('utf8').matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(
        ([, text = '']) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      )
    : [];
  return `default-src 'none'; style-src 'self'${[...new Set(styles)].join('')}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors '${ancestors}'`;
}
