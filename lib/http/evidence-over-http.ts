import { SCAN_HEADER, scanFactsSchema } from '@/lib/workflow/papers';
import { storable } from '@/lib/report/storable';
import type { Actor } from '@/lib/workflow/permissions';
import { fileEvidence } from '@/lib/usecases/papers/file-evidence';
import { fileOverHttp } from './file-over-http';
import { answer, notSamePerson } from './http';
import { maySend } from '@/lib/usecases/writing/may-send';
import { badInput } from '@/lib/usecases/sentences';

/** Answers `POST …/papers/evidence`: the body is the scan itself, its name and its facts stand in headers. */
export function evidenceOverHttp(
  request: Request,
  acting: Promise<Actor | null>,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<Response> {
  const facts = scanFactsSchema.safeParse(factsIn(request.headers));
  return fileOverHttp(request, acting, {
    may: async (actor) => notSamePerson(actor, request.headers) ?? (await maySend(actor, 'file', agencyKey, year)),
    take: async (actor, bytes, name) =>
      answer(
        facts.success
          ? await fileEvidence(actor, agencyKey, year, { name, bytes }, facts.data, now)
          : badInput(facts.error.issues[0]?.message ?? '格式不对'),
      ),
  });
}

function factsIn(headers: Headers): unknown {
  try {
    return JSON.parse(decodeURIComponent(headers.get(SCAN_HEADER) ?? ''), (_key, value: unknown) =>
      typeof value === 'string' ? storable(value) : value,
    ) as unknown;
  } catch {
    return undefined;
  }
}
