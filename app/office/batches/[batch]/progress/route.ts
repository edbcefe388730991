import { currentActor } from '@/lib/accounts/actor';
import { answer } from '@/lib/http/http';
import { showProgress } from '@/lib/usecases/batches/show-batch';

export async function GET(_request: Request, { params }: { params: Promise<{ batch: string }> }): Promise<Response> {
  return answer(await showProgress(await currentActor(), (await params).batch));
}
