import type { IncomingMessage } from 'node:http';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** Next reads ten megabytes of a body and then stops; more than that no page sends. */
const LARGEST = 10 * 1024 * 1024;
/** A file to be checked, at addresses that read their body themselves and stop there as well. */
const FILE = {
  address:
    /^\/(check\/read|verify|office\/batches\/[^/?]+\/files|office\/reports\/[^/?]+\/[^/?]+\/papers\/(evidence|copies\/[^/?]+\/page))$/,
  largest: 32 * 1024 * 1024,
};

export type NotAdmitted = {
  readonly status: 400 | 405 | 413;
  readonly sentence: string;
  readonly headers?: Record<string, string>;
};

function isAddress(url: string): boolean {
  // Absolute addresses are for proxies: Next would answer one by a redirect to whatever host it names.
  if (!url.startsWith('/') || url.length > 4000) return false;
  try {
    return !decodeURIComponent(url.split('?', 1)[0] ?? '').includes('\0');
  } catch {
    return false;
  }
}

/**
 * Why a request is not handed on at all; null when it is. What nothing here understands must not become a fault further
 * in.
 */
export function notAdmitted(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): NotAdmitted | null {
  if (!METHODS.includes(request.method ?? '')) {
    return { status: 405, sentence: '这个地址不接受这种请求。', headers: { Allow: METHODS.join(', ') } };
  }
  if (!isAddress(request.url ?? '')) return { status: 400, sentence: '地址有误，请检查后再试。' };
  const largest = FILE.address.test(request.url ?? '') ? FILE.largest : LARGEST;
  if (Number(request.headers['content-length'] ?? 0) > largest) {
    return { status: 413, sentence: `提交的内容超过 ${largest / 1024 / 1024} 兆字节，没有接收。` };
  }
  return null;
}
