import { storable } from '@/lib/report/storable';
import { addFile } from '@/lib/store/batches';
import { database } from '@/lib/store/database';
import { mostFiles } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { ownBatch } from './own-batch';

/**
 * Takes one file of a batch in; it is read as soon as its turn comes. The same number a second time changes nothing, so
 * a sender who heard no answer sends it again. Refuses with `not-signed-in`, `not-found`, `wrong-state`, `too-many`, `bad-input`.
 */
export async function addBatchFile(actor: Actor | null, id: string, file: { number: number; name: string; bytes: Uint8Array }): Promise<Refusal | { added: number }> {
  const batch = await ownBatch(actor, id);
  if (isRefusal(batch)) return batch;
  if (batch.sealedAt !== null || batch.cancelledAt !== null) return refuse('wrong-state', '这一批文件已经交齐或取消，请另开一批');
  if (!Number.isInteger(file.number) || file.number < 1) return refuse('bad-input', '文件的序号有误，请刷新页面后重新选择');
  if (file.number > mostFiles) return refuse('too-many', `一批最多 ${mostFiles} 个文件，请分批核对`);
  await addFile(database(), id, { number: file.number, name: storable(file.name).slice(0, 300), bytes: file.bytes });
  return { added: file.number };
}
