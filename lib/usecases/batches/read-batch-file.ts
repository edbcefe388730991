import { readApart } from '@/lib/read/apart';
import { isUnreadable, unreadable } from '@/lib/read/result';
import { withoutPictureData } from '@/lib/report/insert';
import type { Report } from '@/lib/report/report';
import { beginFile, keptFile, settleFile, waitingFiles } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import { withLighterPictures } from '@/lib/usecases/writing/lighter-pictures';

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
  await settleFile(
    db,
    id,
    isUnreadable(result)
      ? result
      : { reading: { ...result, report: withoutPictureData(result.report) }, keepsFile: hasPictures(result.report) },
    now(),
  );
}

/** Files of any batch that wait to be read. */
export const waitingBatchFiles = (most: number): Promise<string[]> => waitingFiles(database(), most);

/**
 * A report of a batch with the bytes of its pictures: they are not stored with what was read, of which a batch has
 * thousands, but read once more out of the file. Without them where the file cannot be read now.
 */
export async function withPicturesOfFile(report: Report, batchId: string, id: string): Promise<Report> {
  const file = hasPictures(report) ? await keptFile(database(), batchId, id) : null;
  const again = file === null ? null : await readApart(file);
  return again === null || isUnreadable(again)
    ? report
    : withLighterPictures({ ...report, inserts: again.report.inserts });
}

const hasPictures = ({ inserts }: Report): boolean => inserts?.some((insert) => 'picture' in insert) ?? false;
