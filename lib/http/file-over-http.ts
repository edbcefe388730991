import { faultAnswer } from '@/lib/accounts/fault';
import { fromOwnPage } from '@/lib/accounts/gate';
import { commonHeaders, publicPolicy } from '@/lib/accounts/policy';
import { largest, unreadable } from '@/lib/read/result';
import { storable } from '@/lib/report/storable';
import { settings } from '@/lib/settings';
import { FILE_HEADER } from '@/lib/workflow/checked-file';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { boundedBody } from './bounded-body';
import { callerOf } from '@/lib/usecases/checking/check-limit';
import { Turns } from '@/lib/usecases/checking/check-turn';
import { answer } from './http';

/** What becomes of a file that comes as the body of a request. */
export interface FileTaker {
  /** Asked before a byte of the file is taken in. */
  readonly may: (actor: Actor | null) => Promise<Refusal | null>;
  /** Bytes; 32 MB where nothing is said. */
  readonly largest?: number;
  readonly take: (actor: Actor | null, bytes: Uint8Array, name: string) => Promise<Response>;
}

const turns = new Turns();

/**
 * Answers a POST of which the body is a file of at most 32 MB or as its taker says (413 with an Unreadable for a larger
 * one). `proxy.ts` does not see these addresses, because it would hold the whole body in memory once more; what it sees
 * to elsewhere is seen to here.
 */
export async function fileOverHttp(
  request: Request,
  acting: Promise<Actor | null>,
  taker: FileTaker,
): Promise<Response> {
  const response = await outcome(request, acting, taker).catch((error: unknown) => {
    // Whoever takes the file away while it is being sent hears no answer, and nothing is at fault.
    if (request.signal.aborted) return new Response(null, { status: 400 });
    return faultAnswer(error, 'json');
  });
  const { appUrl } = settings();
  for (const [name, value] of Object.entries(commonHeaders(appUrl.startsWith('https:'))))
    response.headers.set(name, value);
  response.headers.set('content-security-policy', publicPolicy);
  return response;
}

async function outcome(
  request: Request,
  acting: Promise<Actor | null>,
  { may, take, largest: most = largest }: FileTaker,
): Promise<Response> {
  const { pathname: path, search } = new URL(request.url);
  const actor = await acting;
  if (!fromOwnPage({ method: request.method, path, search, headers: request.headers }, settings().appUrl)) {
    return answer(refuse('not-permitted', '这个请求不是从本系统的页面发出的，没有办理；请回到本系统的页面重新操作'));
  }
  const refusal = await may(actor);
  if (refusal !== null) return answer(refusal);
  const giveBack = turns.take(callerOf(actor, request.headers));
  if (giveBack === null) return answer(refuse('too-many', '正在核对的文件很多，请过一会儿再试'));
  try {
    const bytes = await boundedBody(request, most);
    if (bytes === null)
      return Response.json(unreadable('too-large'), {
        status: 413,
        headers: { 'cache-control': 'no-store', connection: 'close' },
      });
    return await take(actor, bytes, nameIn(request.headers));
  } finally {
    giveBack();
  }
}

function nameIn(headers: Headers): string {
  try {
    return storable(decodeURIComponent(headers.get(FILE_HEADER) ?? '')).slice(0, 300);
  } catch {
    return '';
  }
}
