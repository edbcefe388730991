import { currentActor } from '@/lib/accounts/actor';
import { commandBatch } from '@/lib/usecases/batches/command-batch';
import { answered } from '@/lib/http/http';

export async function POST(request: Request, { params }: { params: Promise<{ batch: string }> }): Promise<Response> {
  const { batch } = await params;
  return answered(request, currentActor(), (actor, body) => commandBatch(actor, batch, body, new Date()));
}
