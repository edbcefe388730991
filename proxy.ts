import { NextResponse, type NextRequest } from 'next/server';
import { faultAnswer } from '@/lib/accounts/fault';
import {
  carriesScripts,
  fromOwnPage,
  isAction,
  isPaper,
  isPreviewedPage,
  isUnder,
  isWrite,
  wantsJson,
  type Asked,
} from '@/lib/accounts/gate';
import { signInPage } from '@/lib/accounts/next-page';
import { personFrom } from '@/lib/accounts/person';
import { commonHeaders, downloadPolicy, publicPolicy, staffPolicy } from '@/lib/accounts/policy';
import { settings } from '@/lib/settings';
import { refuse, type Refusal } from '@/lib/workflow/refusal';

/**
 * Runs before every page: refuses writes of foreign pages, leads strangers to sign-in, and sets the policies. It keeps
 * nobody from anything by itself: authorisation stands inside every use case.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const asked: Asked = {
    method: request.method,
    path: request.nextUrl.pathname,
    search: request.nextUrl.search,
    headers: request.headers,
  };
  const answer = await answerTo(asked, request).catch((error: unknown) =>
    faultAnswer(error, wantsJson(asked) ? 'json' : 'text'),
  );
  for (const [name, value] of Object.entries(commonHeaders(settings().appUrl.startsWith('https:'))))
    answer.headers.set(name, value);
  if (isPreviewedPage(asked.path)) answer.headers.set('x-frame-options', 'SAMEORIGIN');
  if (isUnder(asked.path, '/office') || isUnder(asked.path, '/login')) answer.headers.set('cache-control', 'no-store');
  return answer;
}

async function answerTo(asked: Asked, request: NextRequest): Promise<Response> {
  if (isWrite(asked) && !fromOwnPage(asked, settings().appUrl)) {
    const message = '这个请求不是从本系统的页面发出的，没有办理；请回到本系统的页面重新操作';
    return wantsJson(asked) ? refused(refuse('not-permitted', message), 403) : sentence(message, 403);
  }
  const stop = isUnder(asked.path, '/office') && !isAction(asked) ? await beforeOffice(asked, request) : null;
  return stop ?? onwards(asked);
}

async function beforeOffice(asked: Asked, request: NextRequest): Promise<Response | null> {
  const person = await personFrom(asked.headers);
  if (person !== null && !person.mustChangePassword) return null;
  if (person !== null && isUnder(asked.path, '/office/password')) return null;
  if (wantsJson(asked)) {
    return refused(
      refuse('not-signed-in', person === null ? '登录已过期，请重新登录' : '请先修改初始密码，再继续'),
      401,
    );
  }
  const wanted = isWrite(asked) ? asked.path : asked.path + asked.search;
  const where = person === null ? signInPage(wanted) : '/office/password';
  return withPolicy(NextResponse.redirect(new URL(where, request.url), 303), publicPolicy);
}

function onwards(asked: Asked): Response {
  // What stands below /reports, and the preview of it, bears a policy of its own, which admits the style that its bytes
  // carry.
  if (isUnder(asked.path, '/reports') || isPreviewedPage(asked.path)) return NextResponse.next();
  if (isPaper(asked.path)) return withPolicy(NextResponse.next(), downloadPolicy);
  if (!carriesScripts(asked.path)) return withPolicy(NextResponse.next(), publicPolicy);
  const policy = staffPolicy(btoa(crypto.randomUUID()), !settings().production);
  // Next puts the nonce that it finds in the request's policy on every script it writes.
  const headers = new Headers(asked.headers);
  headers.set('content-security-policy', policy);
  return withPolicy(NextResponse.next({ request: { headers } }), policy);
}

function withPolicy(response: Response, policy: string): Response {
  response.headers.set('content-security-policy', policy);
  return response;
}

function refused(refusal: Refusal, status: number): Response {
  return withPolicy(Response.json(refusal, { status }), publicPolicy);
}

function sentence(text: string, status: number): Response {
  return withPolicy(
    new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    publicPolicy,
  );
}

// These take files: what stands here would hold each in memory once more (lib/http/file-over-http.ts,
// hashed-upload.ts).
export const config = {
  matcher: [
    '/((?!_next/static/|_next/image|favicon\\.ico$|check/read$|verify$|office/batches/[^/]+/files$|office/reports/[^/]+/[^/]+/(?:pictures|papers/evidence|papers/copies/[^/]+/page)$).*)',
  ],
};
