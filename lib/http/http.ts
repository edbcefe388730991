import { faultAnswer } from '@/lib/accounts/fault';
import { storable } from '@/lib/report/storable';
import type { Actor } from '@/lib/workflow/permissions';
import { PERSON_HEADER } from '@/lib/workflow/protocol';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '@/lib/workflow/refusal';

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'own-work': 403,
  'not-found': 404,
  'wrong-state': 409,
  'stale-version': 409,
  exists: 409,
  'too-many': 429,
};

/** What a use case answered, as JSON over HTTP (lib/workflow/protocol.ts). */
export function answer(result: object): Response {
  const status = isRefusal(result) ? (statuses[result.refused] ?? 422) : 200;
  return Response.json(result, { status, headers: { 'cache-control': 'no-store' } });
}

/**
 * The body of a request as JSON, its texts without the characters that PostgreSQL refuses (so that one stray character
 * from a pasted file does not keep everything else from being saved); undefined when it is none, which every schema
 * refuses.
 */
export async function jsonOf(request: Request): Promise<unknown> {
  try {
    const text = await request.text();
    return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? storable(value) : value)) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Answers a write of the office that came as JSON: who acts, what was sent, what became of it. Refuses when somebody
 * else has signed in since the page was opened. What nobody expected is logged under a number and answered with it.
 */
export async function answered(
  request: Request,
  acting: Promise<Actor | null>,
  act: (actor: Actor | null, body: unknown) => Promise<object>,
): Promise<Response> {
  try {
    const [actor, body] = await Promise.all([acting, jsonOf(request)]);
    return answer(notSamePerson(actor, request.headers) ?? (await act(actor, body)));
  } catch (error) {
    return faultAnswer(error, 'json');
  }
}

/** Answers a request for a .docx that is made of what came as JSON; a refusal is answered as JSON. */
export async function answeredWithFile(
  request: Request,
  acting: Promise<Actor | null>,
  make: (actor: Actor | null, body: unknown) => Promise<Uint8Array | Refusal>,
): Promise<Response> {
  try {
    const [actor, body] = await Promise.all([acting, jsonOf(request)]);
    const file = await make(actor, body);
    if (isRefusal(file)) return answer(file);
    return new Response(Uint8Array.from(file), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    return faultAnswer(error, 'json');
  }
}

/** Answers a request for a file that the browser keeps under the given name; a refusal is answered as JSON. */
export async function answeredAsDownload(
  type: string,
  acting: Promise<Actor | null>,
  make: (actor: Actor | null) => Promise<{ readonly name: string; readonly bytes: Uint8Array } | Refusal>,
): Promise<Response> {
  try {
    const file = await make(await acting);
    if (isRefusal(file)) return answer(file);
    return new Response(Uint8Array.from(file.bytes), {
      headers: { 'content-type': type, 'content-disposition': attached(file.name), 'cache-control': 'no-store' },
    });
  } catch (error) {
    return faultAnswer(error, 'json');
  }
}

/** Content-Disposition of a file that the browser keeps under this name. */
export function attached(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_');
  return `attachment; filename*=UTF-8''${encodeURIComponent(plain).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;
}

/** Refuses when somebody else has signed in since the page that sends this request was opened. */
export function notSamePerson(actor: Actor | null, headers: Headers): Refusal | null {
  const opened = headers.get(PERSON_HEADER);
  return actor !== null && opened !== null && opened !== actor.id ? somebodyElse(actor.name) : null;
}

function somebodyElse(name: string): Refusal {
  return refuse(
    'not-permitted',
    `这个浏览器里现在登录的是“${name}”，不是打开本页的人，没有办理；请由本人重新登录后再打开本页`,
  );
}
