import type { Prisma } from '@/prisma/generated/client';
import { database } from './database';

/** A client inside a transaction, or the database itself where one statement is enough. */
export type Transaction = Prisma.TransactionClient;

/** Runs `work` in one transaction: a state change, its event and its version check share it (house.md, habit 4). */
export function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return database().$transaction(work, { maxWait: 10_000, timeout: 30_000 });
}
