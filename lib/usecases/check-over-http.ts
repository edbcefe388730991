import { faultAnswer } from '@/lib/accounts/fault';
import { fromOwnPage } from '@/lib/accounts/gate';
import { commonHeaders, publicPolicy } from '@/lib/accounts/policy';
import { largest } from '@/lib/read/result';
import { isUnreadable, unreadable } from '@/lib/read/result';
import { storable } from '@/lib/report/storable';
import { settings } from '@/lib/settings';
import { FILE_HEADER } from '@/lib/workflow/checked-file';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse } from '@/lib/workflow/refusal';
import { boundedBody } from './bounded-body';
import { checkFile, mayCheck } from './check-file';
import { callerOf, countCheck } from './check-limit';
import { Turns } from './check-turn';
import { answer } from './http';

const turns = new Turns();

/**
 * Answers `POST /check/read`: the body is the file itself, the answer a CheckedFile, an Unreadable (413 for one that is
 * too large, else 422) or a Refusal. `proxy.ts` does not see this address, because it would hold the whole body in memory
 * once more; what it sees to elsewhere is seen to here.
 */
export async function checkOverHttp(request: Request, acting: Promise<Actor | null>, now: Date): Promise<Response> {
  const response = await outcome(request, acting, now).catch((error: unknown) => {
    // Whoever takes the file away while it is being sent hears no answer, and nothing is at fault.
    if (request.signal.aborted) return new Response(null, { status: 400 });
    return faultAnswer(error, 'json');
  });
  const { appUrl } = settings();
  for (const [name, value] of Object.entries(commonHeaders(appUrl.startsWith('https:')))) response.headers.set(name, value);
  response.headers.set('content-security-policy', publicPolicy);
  return response;
}

async function outcome(request: Request, acting: Promise<Actor | null>, now: Date): Promise<Response> {
  const { pathname: path, search } = new URL(request.url);
  const actor = await acting;
  if (!fromOwnPage({ method: request.method, path, search, headers: request.headers }, settings().appUrl)) {
    return answer(refuse('not-permitted', '这个请求不是从本系统的页面发出的，没有办理；请回到本系统的页面重新操作'));
  }
  const refusal = mayCheck(actor) ?? (await countCheck(actor, request.headers, now));
  if (refusal !== null) return answer(refusal);
  const giveBack = turns.take(callerOf(actor, request.headers));
  if (giveBack === null) return answer(refuse('too-many', '正在核对的文件很多，请过一会儿再试'));
  try {
    return await answerTo(request, actor);
  } finally {
    giveBack();
  }
}

async function answerTo(request: Request, actor: Actor | null): Promise<Response> {
  const bytes = await boundedBody(request, largest);
  if (bytes === null) return Response.json(unreadable('too-large'), { status: 413, headers: { 'cache-control': 'no-store', connection: 'close' } });
  const result = await checkFile(actor, bytes, nameIn(request.headers));
  if (isRefusal(result) || !isUnreadable(result)) return answer(result);
  return Response.json(result, { status: 422, headers: { 'cache-control': 'no-store' } });
}

function nameIn(headers: Headers): string {
  try {
    return storable(decodeURIComponent(headers.get(FILE_HEADER) ?? '')).slice(0, 200);
  } catch {
    return '';
  }
}
