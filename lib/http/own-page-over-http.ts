import type { Actor } from '@/lib/workflow/permissions';
import { countCheck } from '@/lib/usecases/checking/check-limit';
import { compareOwnSite } from '@/lib/usecases/papers/compare-own-site';
import { fileOverHttp } from './file-over-http';
import { answer, notSamePerson } from './http';
import { maySend } from '@/lib/usecases/writing/may-send';

/** Answers `POST …/papers/copies/{id}/page`: the body is a page saved from the agency's own site. */
export function ownPageOverHttp(
  request: Request,
  acting: Promise<Actor | null>,
  agencyKey: string,
  year: number,
  id: string,
  now: Date,
): Promise<Response> {
  return fileOverHttp(request, acting, {
    may: async (actor) =>
      notSamePerson(actor, request.headers) ??
      (await maySend(actor, 'record', agencyKey, year)) ??
      (await countCheck(actor, request.headers, now)),
    take: async (actor, bytes, name) => answer(await compareOwnSite(actor, agencyKey, year, id, { name, bytes }, now)),
  });
}
