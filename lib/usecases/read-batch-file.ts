import { readApart } from '@/lib/read/apart';
import { isUnreadable, unreadable } from '@/lib/read/result';
import { withoutPictureData } from '@/lib/report/insert';
import { beginFile, settleFile, waitingFiles } from '@/lib/store/batches';
import { database } from '@/lib/store/database';

/** So often a file is begun. Whatever ends the server each time it is read is not tried again. */
const mostAttempts = 3;

/**
 * Reads one file of a batch and puts down what came of it, once, however often it is called: the queue runs a job again
 * when it cannot know whether it ended. Not for people, so nobody's right is asked.
 */
export async function readBatchFile(id: string, now: () => Date): Promise<void> {
  const db = database();
  const begun = await beginFile(db, id);
  if (begun === null) return;
  const result = begun.attempts > mostAttempts ? unreadable('took-too-long') : await readApart(begun.bytes);
  await settleFile(db, id, isUnreadable(result) ? result : { reading: { ...result, report: withoutPictureData(result.report) } }, now());
}

/** Files of any batch that wait to be read. */
export const waitingBatchFiles = (most: number): Promise<string[]> => waitingFiles(database(), most);
