import { currentActor } from '@/lib/accounts/actor';
import { answered } from '@/lib/usecases/http';
import { startBatch } from '@/lib/usecases/start-batch';

export function POST(request: Request): Promise<Response> {
  return answered(request, currentActor(), (actor, body) => startBatch(actor, body, new Date()));
}
