import { currentActor } from '@/lib/accounts/actor';
import { batchWorkbook } from '@/lib/usecases/batches/batch-workbook';
import { answeredAsDownload } from '@/lib/http/http';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function GET(_request: Request, { params }: { params: Promise<{ batch: string }> }): Promise<Response> {
  const { batch } = await params;
  return answeredAsDownload(type, currentActor(), (actor) => batchWorkbook(actor, batch));
}
