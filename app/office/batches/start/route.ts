import { currentActor } from '@/lib/accounts/actor';
import { answered } from '@/lib/http/http';
import { startBatch } from '@/lib/usecases/batches/start-batch';

export function POST(request: Request): Promise<Response> {
  return answered(request, currentActor(), (actor, body) => startBatch(actor, body, new Date()));
}
