import { z } from 'zod';
import type { Read, UnreadableCode } from '@/lib/read/result';
import { fileKinds } from '@/lib/read/result';
import { reportSchema } from '@/lib/report/schema';
import { storable } from '@/lib/report/storable';
import type { AsWritten } from '@/lib/report/as-written';
import type { CheckedBatchFile } from '@/lib/workflow/batch';
import { Prisma, type BatchFile } from '@/prisma/generated/client';
import type { Transaction } from '@/lib/store/database/transaction';

export interface StoredBatch {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdAt: Date;
  readonly sealedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly finishedAt: Date | null;
}

/** How many files of a batch are in which state. */
export type FileCounts = Readonly<Record<'waiting' | 'read' | 'unreadable' | 'cancelled', number>>;

export interface StoredBatchFile {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly reading: Read | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly result: CheckedBatchFile | null;
}

/** Opens a batch for its files. Its id. */
export async function createBatch(
  db: Transaction,
  batch: { name: string; ownerId: string; ownerName: string; at: Date },
): Promise<string> {
  const { name, ownerId, ownerName, at } = batch;
  return (await db.batch.create({ data: { name, ownerId, ownerName, createdAt: at }, select: { id: true } })).id;
}

/** No more files are coming. */
export async function sealBatch(db: Transaction, id: string, at: Date): Promise<void> {
  await db.batch.updateMany({ where: { id, sealedAt: null, cancelledAt: null }, data: { sealedAt: at } });
}

/** Files that were not begun are not begun any more; what was read stays. */
export async function cancelBatch(db: Transaction, id: string, at: Date): Promise<void> {
  await db.batch.updateMany({ where: { id, finishedAt: null, cancelledAt: null }, data: { cancelledAt: at } });
  await db.batchFile.updateMany({
    where: { batchId: id, state: 'waiting', batch: { cancelledAt: { not: null } } },
    data: { state: 'cancelled', bytes: null, doneAt: at },
  });
}

/** A batch; null when there is none of this id. */
export async function findBatch(db: Transaction, id: string): Promise<StoredBatch | null> {
  return z.uuid().safeParse(id).success ? db.batch.findUnique({ where: { id } }) : null;
}

/** How many batches of a person are neither finished nor cancelled. */
export function countOpen(db: Transaction, ownerId: string): Promise<number> {
  return db.batch.count({ where: { ownerId, finishedAt: null, cancelledAt: null } });
}

/** Somebody's last batches, the newest first. */
export function batchesOf(db: Transaction, ownerId: string, most: number): Promise<StoredBatch[]> {
  return db.batch.findMany({ where: { ownerId }, orderBy: { createdAt: 'desc' }, take: most });
}

/** Deletes batches with their files. How many. */
export async function deleteBatches(db: Transaction, which: { id: string } | { createdBefore: Date }): Promise<number> {
  const where = 'id' in which ? { id: which.id } : { createdAt: { lt: which.createdBefore } };
  return (await db.batch.deleteMany({ where })).count;
}

/** By batch: how many of its files are in which state. */
export async function countFiles(db: Transaction, ids: readonly string[]): Promise<Map<string, FileCounts>> {
  const rows = await db.batchFile.groupBy({
    by: ['batchId', 'state'],
    where: { batchId: { in: [...ids] } },
    _count: true,
  });
  const counts = new Map(ids.map((id) => [id, { waiting: 0, read: 0, unreadable: 0, cancelled: 0 }]));
  for (const row of rows) {
    const count = counts.get(row.batchId);
    if (count !== undefined && Object.hasOwn(count, row.state)) count[row.state as keyof FileCounts] = row._count;
  }
  return counts;
}

/** Ids of files that wait, those of earlier batches first. */
export async function waitingFiles(db: Transaction, most: number): Promise<string[]> {
  const rows = await db.batchFile.findMany({
    where: { state: 'waiting' },
    orderBy: [{ batch: { createdAt: 'asc' } }, { number: 'asc' }],
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Begins a file: its bytes and how often it was begun, this time included; null when it does not wait any more. */
export async function beginFile(db: Transaction, id: string): Promise<{ bytes: Uint8Array; attempts: number } | null> {
  const rows = await db.$queryRaw<{ bytes: Uint8Array; attempts: number }[]>`
    UPDATE "BatchFile" SET attempts = attempts + 1 WHERE id = ${id}::uuid AND state = 'waiting' RETURNING bytes, attempts`;
  return rows[0] ?? null;
}

/** What a document holds may hold characters that the database refuses. */
const asJson = (value: object): Prisma.InputJsonObject =>
  JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part)),
  ) as Prisma.InputJsonObject;

/** `keepsFile`: something of the file is not in the reading, and asked for when it is opened. */
export type Outcome =
  | { readonly reading: Read; readonly keepsFile: boolean }
  | { readonly error: { readonly code: UnreadableCode; readonly message: string } };

/** Puts down what came of a file, once: a file that does not wait any more stays as it is. */
export async function settleFile(db: Transaction, id: string, outcome: Outcome, at: Date): Promise<void> {
  await db.batchFile.updateMany({
    where: { id, state: 'waiting' },
    data: {
      state: 'reading' in outcome ? 'read' : 'unreadable',
      reading: 'reading' in outcome ? asJson(outcome.reading) : Prisma.DbNull,
      error: 'error' in outcome ? (outcome.error as Prisma.InputJsonObject) : Prisma.DbNull,
      ...('reading' in outcome && outcome.keepsFile ? {} : { bytes: null }),
      doneAt: at,
    },
  });
}

/** The file itself where it was kept beyond its reading; null else. */
export async function keptFile(db: Transaction, batchId: string, id: string): Promise<Uint8Array | null> {
  return (
    (await db.batchFile.findFirst({ where: { id, batchId, state: 'read' }, select: { bytes: true } }))?.bytes ?? null
  );
}

/** Batches of which every file was handed in and read, and whose reports were not yet held against each other. */
export async function batchesToCompare(db: Transaction): Promise<string[]> {
  const rows = await db.batch.findMany({
    where: { sealedAt: { not: null }, cancelledAt: null, finishedAt: null, files: { none: { state: 'waiting' } } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Keeps what was found in each file, by its id, and ends the batch. */
export async function finishBatch(
  db: Transaction,
  id: string,
  results: ReadonlyMap<string, CheckedBatchFile>,
  at: Date,
): Promise<void> {
  for (const [file, result] of results) {
    await db.batchFile.updateMany({ where: { id: file, batchId: id }, data: { result: asJson(result) } });
  }
  await db.batch.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: at } });
}

const readingSchema = z.object({
  kind: z.enum(fileKinds),
  report: reportSchema,
  unplaced: z.array(z.string()),
  written: z.custom<AsWritten | null>((value) => value === null || typeof value === 'object'),
});
const errorSchema = z.object({ code: z.string(), message: z.string() });
const resultSchema = z.custom<CheckedBatchFile>(
  (value) => typeof value === 'object' && value !== null && 'findings' in value,
);

/** The files of a batch that are done, in the order in which they were handed in. */
export async function filesOf(db: Transaction, batchId: string): Promise<StoredBatchFile[]> {
  const rows = await db.batchFile.findMany({
    where: { batchId, state: { in: ['read', 'unreadable'] } },
    orderBy: { number: 'asc' },
    omit: { bytes: true },
  });
  return rows.map(storedFile);
}

/** One file of a batch that was done; null where there is none. */
export async function fileOf(db: Transaction, batchId: string, id: string): Promise<StoredBatchFile | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db.batchFile.findFirst({
    where: { id, batchId, state: { in: ['read', 'unreadable'] } },
    omit: { bytes: true },
  });
  return row === null ? null : storedFile(row);
}

type Row = Omit<BatchFile, 'bytes'>;

function storedFile({ id, number, name, reading, error, result }: Row): StoredBatchFile {
  return {
    id,
    number,
    name,
    reading: readingSchema.safeParse(reading).data ?? null,
    error: errorSchema.safeParse(error).data ?? null,
    result: resultSchema.safeParse(result).data ?? null,
  };
}
