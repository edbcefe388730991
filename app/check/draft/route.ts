import { currentActor } from '@/lib/accounts/actor';
import { answered } from '@/lib/http/http';
import { makeDraftOfFile } from '@/lib/usecases/writing/make-draft-of-file';

export function POST(request: Request): Promise<Response> {
  return answered(request, currentActor(), (actor, body) => makeDraftOfFile(actor, body, new Date()));
}
