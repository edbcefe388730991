import { currentActor } from '@/lib/accounts/actor';
import { batchFileOverHttp } from '@/lib/http/batch-file-over-http';

export async function POST(request: Request, { params }: { params: Promise<{ batch: string }> }): Promise<Response> {
  return batchFileOverHttp(request, currentActor(), (await params).batch, new Date());
}
