import type { Unreadable } from '@/lib/read/result';
import type { Prisma } from '@/prisma/generated/client';
import type { Transaction } from '@/lib/store/database/transaction';

export interface HandedIn {
  readonly number: number;
  readonly name: string;
}

/**
 * Takes a file in; the same number a second time changes nothing. Nothing is added to a batch that is sealed or
 * cancelled.
 */
export async function addFile(
  db: Transaction,
  batchId: string,
  { number, name, bytes }: HandedIn & { readonly bytes: Uint8Array },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "BatchFile" ("batchId", number, name, size, state, bytes)
    SELECT id, ${number}, ${name}, ${bytes.byteLength}, 'waiting', ${Uint8Array.from(bytes)}
      FROM "Batch" WHERE id = ${batchId}::uuid AND "sealedAt" IS NULL AND "cancelledAt" IS NULL
    ON CONFLICT ("batchId", number) DO NOTHING`;
}

/** Takes in that there was a file which the sender could not hand in, and why; else as `addFile`. */
export async function addUnread(
  db: Transaction,
  batchId: string,
  { number, name, error }: HandedIn & Unreadable,
  at: Date,
): Promise<void> {
  const why = JSON.stringify(error satisfies Prisma.InputJsonObject);
  await db.$executeRaw`
    INSERT INTO "BatchFile" ("batchId", number, name, size, state, error, "doneAt")
    SELECT id, ${number}, ${name}, 0, 'unreadable', ${why}::jsonb, ${at}
      FROM "Batch" WHERE id = ${batchId}::uuid AND "sealedAt" IS NULL AND "cancelledAt" IS NULL
    ON CONFLICT ("batchId", number) DO NOTHING`;
}

/** Bytes of all files that were handed in to a batch. */
export async function bytesHandedIn(db: Transaction, batchId: string): Promise<number> {
  return (await db.batchFile.aggregate({ where: { batchId }, _sum: { size: true } }))._sum.size ?? 0;
}
