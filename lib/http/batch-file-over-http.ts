import { FAULT_HEADER, handInFaults, NUMBER_HEADER } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import { addBatchFile, mayAddFile } from '@/lib/usecases/batches/add-batch-file';
import { fileOverHttp } from './file-over-http';
import { answer } from './http';

/**
 * Answers `POST /office/batches/{id}/files`: the body is one file of the batch, its number and name stand in headers.
 */
export function batchFileOverHttp(
  request: Request,
  acting: Promise<Actor | null>,
  id: string,
  now: Date,
): Promise<Response> {
  const number = Number(request.headers.get(NUMBER_HEADER));
  const fault = handInFaults.find((known) => known === request.headers.get(FAULT_HEADER));
  return fileOverHttp(request, acting, {
    may: (actor) => mayAddFile(actor, id, number),
    take: async (actor, bytes, name) =>
      answer(await addBatchFile(actor, id, { number, name, ...(fault === undefined ? { bytes } : { fault }) }, now)),
  });
}
