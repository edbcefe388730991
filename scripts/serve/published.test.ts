import { createHash } from 'node:crypto';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PublishedFile } from '@/lib/usecases/publishing/read-publication';
import { answerPublished, chooseEncoding, contentSecurityPolicy } from './published';

const style = 'td { text-align: right }';
const superseded = Buffer.from('<!doctype html><p>已被第2版取代');
const page = (version: number): Buffer => Buffer.from(`<!doctype html><style>${style}</style><p>第${version}版`);

function fileOf(bytes: Buffer, fileName: string | null): PublishedFile {
  const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  const contentType = fileName === null ? 'text/html; charset=utf-8' : 'application/octet-stream';
  const schema = fileName === 'yj-2024-report.json' ? '/report.schema.json' : null;
  const lastModified = new Date('2025-01-17T01:02:03.456Z');
  return {
    contentType,
    etag,
    lastModified,
    bytes,
    gzip: gzipSync(bytes),
    brotli: brotliCompressSync(bytes),
    fileName,
    immutable: false,
    schema,
  };
}

let current = 1;
let marked = false;
let reads = 0;

const answer = answerPublished({
  versionAddress: (path) => {
    const stands = /^\/reports\/yj\/2024(?:\/versions\/(\d))?(\/report\.\w+)?$/.exec(path);
    if (stands === null) return Promise.resolve(null);
    const number = stands[1] ?? String(current);
    return Promise.resolve(
      `/reports/yj/2024/versions/${number}${stands[2] ?? (marked && number === '1' ? '/superseded.html' : '/page.html')}`,
    );
  },
  publishedFile: (path) => {
    reads += 1;
    const version =
      /^\/reports\/yj\/2024\/versions\/([12])\/(?:report|signature|page|superseded)\.(docx|json|html)$/.exec(path);
    const names: Record<string, string> = { docx: '年报.docx', json: 'yj-2024-report.json' };
    if (path.endsWith('superseded.html')) return Promise.resolve(fileOf(superseded, null));
    return Promise.resolve(version === null ? null : fileOf(page(Number(version[1])), names[version[2] ?? ''] ?? null));
  },
});
const server = createServer((incoming, outgoing) => {
  void answer(incoming, outgoing).then((done) => done || outgoing.writeHead(404, { from: 'next' }).end());
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, headers, method }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) }),
      );
    });
    outgoing.on('error', reject).end();
  });
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  current = 1;
  marked = false;
  reads = 0;
});

test('a published page is answered with its bytes, and whatever stands behind a question mark changes nothing', async () => {
  const { status, headers, body } = await ask('/reports/yj/2024?from=list');
  expect(status).toBe(200);
  expect(body.equals(page(1))).toBe(true);
  expect(headers['content-length']).toBe(String(page(1).byteLength));
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect(headers.vary).toBe('Accept-Encoding');
});

test('bytes are read once and a new version shows at the next request', async () => {
  await ask('/reports/yj/2024/versions/2');
  await ask('/reports/yj/2024/versions/2');
  expect(reads).toBeLessThanOrEqual(1);
  expect((await ask('/reports/yj/2024')).body.equals(page(1))).toBe(true);
  current = 2;
  expect((await ask('/reports/yj/2024')).body.equals(page(2))).toBe(true);
  expect((await ask('/reports/yj/2024/versions/1')).body.equals(page(1))).toBe(true);
});

test('each encoding has its own tag, and who has it already gets no body', async () => {
  const plain = await ask('/reports/yj/2024');
  const small = await ask('/reports/yj/2024', { 'accept-encoding': 'gzip, deflate, br' });
  const zipped = await ask('/reports/yj/2024', { 'accept-encoding': 'gzip' });
  expect(brotliDecompressSync(small.body).equals(page(1))).toBe(true);
  expect(gunzipSync(zipped.body).equals(page(1))).toBe(true);
  expect(new Set([plain, small, zipped].map(({ headers }) => headers.etag)).size).toBe(3);
  const again = await ask('/reports/yj/2024', {
    'accept-encoding': 'br',
    'if-none-match': `"other", W/${small.headers.etag}`,
  });
  expect([again.status, again.body.byteLength]).toEqual([304, 0]);
  expect((await ask('/reports/yj/2024', { 'if-none-match': String(small.headers.etag) })).status).toBe(200);
});

test('a page not modified since a time is not sent again; one modified later is', async () => {
  expect((await ask('/reports/yj/2024', { 'if-modified-since': 'Fri, 17 Jan 2025 01:02:03 GMT' })).status).toBe(304);
  expect((await ask('/reports/yj/2024', { 'if-modified-since': 'Fri, 17 Jan 2025 01:02:02 GMT' })).status).toBe(200);
  expect((await ask('/reports/yj/2024', { 'if-modified-since': 'yesterday' })).status).toBe(200);
});

test('HEAD tells the same without a body, and nothing else than reading is allowed', async () => {
  const head = await ask('/reports/yj/2024', {}, 'HEAD');
  expect([head.status, head.body.byteLength, head.headers['content-length']]).toEqual([
    200,
    0,
    String(page(1).byteLength),
  ]);
  const post = await ask('/reports/yj/2024', {}, 'POST');
  expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('a file is offered under its name', async () => {
  const { headers } = await ask('/reports/yj/2024/report.docx');
  expect(headers['content-disposition']).toBe(
    `attachment; filename="__.docx"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.docx`,
  );
});

test('the data names the schema that describes it; nothing else does', async () => {
  expect((await ask('/reports/yj/2024/report.json')).headers.link).toBe(
    '</report.schema.json>; rel="describedby"; type="application/schema+json"',
  );
  expect((await ask('/reports/yj/2024/report.docx')).headers.link).toBeUndefined();
});

test('the signatures of a version are asked for each time, since one may follow', async () => {
  for (const count of [1, 2]) {
    const { headers } = await ask('/reports/yj/2024/versions/1/signature.json');
    expect([headers['cache-control'], reads]).toEqual(['public, max-age=0, must-revalidate', count]);
  }
});

test.each(['report.docx', 'report.json', 'page.html'])('the %s of a version stays for ever', async (name) => {
  expect((await ask(`/reports/yj/2024/versions/1/${name}`)).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  );
});

test('the page of a version is asked for each time, and shows its mark in every process at once', async () => {
  const before = await ask('/reports/yj/2024/versions/1');
  expect([before.body.equals(page(1)), before.headers['cache-control']]).toEqual([
    true,
    'public, max-age=0, must-revalidate',
  ]);
  [current, marked] = [2, true];
  const after = await ask('/reports/yj/2024/versions/1', { 'if-none-match': String(before.headers.etag) });
  expect([after.status, after.body.equals(superseded)]).toEqual([200, true]);
  expect((await ask('/reports/yj/2024/versions/1/page.html')).body.equals(page(1))).toBe(true);
  expect((await ask('/reports/yj/2024')).body.equals(page(2))).toBe(true);
});

test.each([
  '/reports/yj/2023',
  '/reports/yj/2024/versions/9',
  '/reports/yj',
  '/reports/yj/2024/',
  '/reports/yj/2024/report.exe',
  '/',
])('%s is left to Next', async (path) => {
  expect((await ask(path)).headers.from).toBe('next');
});

test('the policy of a page allows no script and only its own style', () => {
  const policy = contentSecurityPolicy({ contentType: 'text/html', bytes: page(1) });
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).not.toMatch(/script-src|unsafe/);
});

test.each([
  [undefined, 'identity'],
  ['gzip;q=0.5, br;q=0.4', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['*', 'br'],
  ['identity', 'identity'],
  ['gzip;q=0, br;q=0', 'identity'],
])('Accept-Encoding %s: %s', (accepted, expected) => {
  expect(chooseEncoding(accepted, { gzip: Buffer.from('g'), brotli: Buffer.from('b') })).toBe(expected);
});
