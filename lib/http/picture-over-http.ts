import { faultAnswer } from '@/lib/accounts/fault';
import type { Actor } from '@/lib/workflow/permissions';
import { largestPicture } from '@/lib/workflow/protocol';
import { isRefusal } from '@/lib/workflow/refusal';
import { addPicture } from '@/lib/usecases/writing/add-picture';
import { fileOverHttp } from './file-over-http';
import { answer, notSamePerson } from './http';
import { maySend } from '@/lib/usecases/writing/may-send';
import { showPicture } from '@/lib/usecases/writing/show-picture';

/** Answers `POST /office/reports/{agency}/{year}/pictures`: the body is a picture of at most 10 MB. */
export function pictureOverHttp(
  request: Request,
  acting: Promise<Actor | null>,
  agency: string,
  year: number,
  now: Date,
): Promise<Response> {
  return fileOverHttp(request, acting, {
    largest: largestPicture,
    may: async (actor) => notSamePerson(actor, request.headers) ?? maySend(actor, 'edit', agency, year),
    take: async (actor, bytes) => answer(await addPicture(actor, agency, year, bytes, now)),
  });
}

/** Answers `GET /office/reports/{agency}/{year}/pictures/{sha256}`; a refusal as JSON. */
export async function pictureShown(
  acting: Promise<Actor | null>,
  agency: string,
  year: number,
  sha256: string,
): Promise<Response> {
  try {
    const picture = await showPicture(await acting, agency, year, sha256);
    if (isRefusal(picture)) return answer(picture);
    return new Response(Uint8Array.from(picture.bytes), {
      headers: { 'content-type': picture.contentType, 'cache-control': 'private, max-age=31536000, immutable' },
    });
  } catch (error) {
    return faultAnswer(error, 'json');
  }
}
