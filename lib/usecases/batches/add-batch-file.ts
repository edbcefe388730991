import { unreadable } from '@/lib/read/result';
import { storable } from '@/lib/report/storable';
import { addFile, addUnread, bytesHandedIn } from '@/lib/store/batches/batch-intake';
import { database } from '@/lib/store/database/database';
import { largestBatch, mostFiles, type HandInFault } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { ownBatch } from './own-batch';

/** A file as it is handed in, or the reason why its sender could not. */
export type BatchFileGiven = { readonly number: number; readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly fault: HandInFault }
);

/**
 * Takes one file of a batch in; it is read as soon as its turn comes. The same number a second time changes nothing, so
 * a sender who heard no answer sends it again. Refuses with `not-signed-in`, `not-found`, `wrong-state`, `too-many`,
 * `bad-input`.
 */
export async function addBatchFile(
  actor: Actor | null,
  id: string,
  file: BatchFileGiven,
  now: Date,
): Promise<Refusal | { added: number }> {
  const refusal = await mayAddFile(actor, id, file.number);
  if (refusal !== null) return refusal;
  const db = database();
  const as = { number: file.number, name: storable(file.name).slice(0, 300) };
  if ('fault' in file) await addUnread(db, id, { ...as, ...unreadable(file.fault) }, now);
  else if ((await bytesHandedIn(db, id)) + file.bytes.byteLength > largestBatch)
    return refuse('bad-input', `一批最多 ${largestBatch / 1024 / 1024} MB，请分批核对`);
  else await addFile(db, id, { ...as, bytes: file.bytes });
  return { added: file.number };
}

/** What `addBatchFile` refuses whatever the file is; null when it may come. */
export async function mayAddFile(actor: Actor | null, id: string, number: number): Promise<Refusal | null> {
  const batch = await ownBatch(actor, id);
  if (isRefusal(batch)) return batch;
  if (batch.sealedAt !== null || batch.cancelledAt !== null)
    return refuse('wrong-state', '这一批文件已经交齐或取消，请另开一批');
  if (!Number.isInteger(number) || number < 1) return refuse('bad-input', '文件的序号有误，请刷新页面后重新选择');
  if (number > mostFiles) return refuse('bad-input', `一批最多 ${mostFiles} 个文件，请分批核对`);
  return null;
}
