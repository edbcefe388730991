/** What `proxy.ts` decides about a request before any page sees it. Pure. */

export interface Asked {
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty when there is none. */
  readonly search: string;
  readonly headers: Headers;
}

const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request may change anything. */
export function isWrite(asked: Pick<Asked, 'method'>): boolean {
  return !reading.includes(asked.method);
}

/**
 * Whether a write comes from one of our own pages. Browsers send Origin with every write and pages cannot forge it nor
 * Sec-Fetch-Site; a write that carries neither does not come from our pages in a browser.
 * `appUrl` counts as well as the Host, which a server in front may have rewritten.
 */
export function fromOwnPage(asked: Asked, appUrl: string): boolean {
  const site = asked.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = asked.headers.get('origin');
  if (origin === null) return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  return origin === appUrl || new URL(origin).host === asked.headers.get('host');
}

/** Whether a path is this folder or lies in it. */
export function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

const scriptFree = [
  '/reports',
  '/report.schema.json',
  '/check/rules',
  '/verify',
  '/styles',
  '/healthz',
  '/icon.svg',
  '/favicon.ico',
];

/** Whether a page may carry scripts: all but the public ones, so also the answer to an address that does not exist. */
export function carriesScripts(path: string): boolean {
  return path !== '/' && !scriptFree.some((folder) => isUnder(path, folder));
}

/** Whether a paper of a report is answered there, a file to be kept. */
export function isPaper(path: string): boolean {
  return /^\/office\/reports\/[^/]+\/[^/]+\/papers\/./.test(path);
}

/** The page within the preview of a report: our own preview alone frames it. */
export function isPreviewedPage(path: string): boolean {
  return /^\/office\/reports\/[^/]+\/\d{4}\/preview\/page$/.test(path);
}

/** How somebody who is not signed in is answered: a page leads to sign-in, an address of JSON says so as JSON. */
export function wantsJson(asked: Asked): boolean {
  const accept = asked.headers.get('accept') ?? '';
  if (accept.includes('text/html')) return false;
  if (isWrite(asked)) {
    const type = asked.headers.get('content-type') ?? '';
    return !/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type);
  }
  return accept.includes('application/json');
}

/**
 * A call of a server action from script: its use case answers a stranger itself, so that the form keeps what was typed.
 */
export function isAction(asked: Asked): boolean {
  return asked.method === 'POST' && asked.headers.has('next-action');
}
