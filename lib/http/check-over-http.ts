import { isUnreadable } from '@/lib/read/result';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal } from '@/lib/workflow/refusal';
import { checkFile, mayCheck } from '@/lib/usecases/checking/check-file';
import { countCheck } from '@/lib/usecases/checking/check-limit';
import { fileOverHttp } from './file-over-http';
import { answer } from './http';

/**
 * Answers `POST /check/read`: the body is the file itself, the answer a CheckedFile, an Unreadable (413 for one that is
 * too large, else 422) or a Refusal.
 */
export function checkOverHttp(request: Request, acting: Promise<Actor | null>, now: Date): Promise<Response> {
  return fileOverHttp(request, acting, {
    may: async (actor) => mayCheck(actor) ?? (await countCheck(actor, request.headers, now)),
    take: async (actor, bytes, name) => {
      const result = await checkFile(actor, bytes, name);
      if (isRefusal(result) || !isUnreadable(result)) return answer(result);
      return Response.json(result, { status: 422, headers: { 'cache-control': 'no-store' } });
    },
  });
}
