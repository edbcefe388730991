import { storable } from '@/lib/report/storable';
import { isRefusal, type RefusalCode } from '@/lib/workflow/refusal';

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'own-work': 403,
  'not-found': 404,
  'wrong-state': 409,
  'stale-version': 409,
  exists: 409,
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
