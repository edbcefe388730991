import { batchesReadyToCompare, compareBatch } from '@/lib/usecases/batches/compare-batch';
import { deleteOldBatches } from '@/lib/usecases/batches/delete-batch';
import { makePdf, retryPdfs, waitingPdfs } from '@/lib/usecases/publishing/make-pdf';
import { readBatchFile, waitingBatchFiles } from '@/lib/usecases/batches/read-batch-file';
import { startQueue, type Kind, type Queue } from './queue';

const now = (): Date => new Date();
const hour = 60 * 60 * 1000;

const kinds: readonly Kind[] = [
  { name: 'read-batch-file', waiting: waitingBatchFiles, run: (id) => readBatchFile(id, now), expireInSeconds: 30 },
  { name: 'compare-batch', waiting: batchesReadyToCompare, run: (id) => compareBatch(id, now), expireInSeconds: 300 },
  // Few at a time, the latest first: what is published now does not stand behind a thousand of last year.
  {
    name: 'make-pdf',
    waiting: () => waitingPdfs(10, now),
    run: (id) => makePdf(id, now),
    expireInSeconds: 300,
    atOnce: 1,
    retryDelay: 60,
  },
];

/** Starts all that this process does without being asked, on the database at this address. */
export async function startJobs(url: string): Promise<Queue> {
  const said = (error: unknown): void => console.error('Job:', error);
  await retryPdfs();
  const queue = await startQueue(url, kinds, said);
  const sweep = (): void => void deleteOldBatches(now()).catch(said);
  sweep();
  const sweeping = setInterval(sweep, hour);
  return {
    stop: async () => {
      clearInterval(sweeping);
      await queue.stop();
    },
  };
}
