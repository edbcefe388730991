import { sha256 } from '@/lib/proof/digest';
import { transaction, type Transaction } from '@/lib/store/database/transaction';

export interface CountedAttempts {
  readonly count: number;
  readonly firstAt: Date;
  readonly blockedTo: Date | null;
}

/** What decides about one key; given, so that the store knows no rules. */
export interface Counter {
  /** Told apart by its parts; stored as a digest, since people type passwords where their name belongs. */
  readonly parts: readonly string[];
  readonly count: (record: CountedAttempts | null) => { next: CountedAttempts } | { waitUntil: Date };
}

function digest(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts));
}

/**
 * Counts one attempt under every key, or under none when one of them has to wait: then until when. Rows are locked in
 * one order, so attempts at once are counted one after the other.
 */
export async function takeAttempt(counters: readonly Counter[], now: Date): Promise<{ waitUntil: Date } | null> {
  const keyed = counters
    .map((counter) => ({ ...counter, key: digest(counter.parts) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return transaction(async (tx) => {
    const counted: { key: string; next: CountedAttempts }[] = [];
    let waitUntil: Date | null = null;
    for (const { key, count } of keyed) {
      const outcome = count(await lockRecord(tx, key, now));
      if ('next' in outcome) counted.push({ key, next: outcome.next });
      else if (waitUntil === null || outcome.waitUntil > waitUntil) waitUntil = outcome.waitUntil;
    }
    if (waitUntil !== null) return { waitUntil };
    for (const { key, next } of counted) {
      await tx.signInAttempt.update({
        where: { key },
        data: { count: next.count, firstAt: next.firstAt, blockedTo: next.blockedTo },
      });
    }
    return null;
  });
}

async function lockRecord(tx: Transaction, key: string, now: Date): Promise<CountedAttempts | null> {
  await tx.$executeRaw`INSERT INTO "SignInAttempt" ("key", "count", "firstAt") VALUES (${key}, 0, ${now}) ON CONFLICT ("key") DO NOTHING`;
  const rows = await tx.$queryRaw<
    CountedAttempts[]
  >`SELECT "count", "firstAt", "blockedTo" FROM "SignInAttempt" WHERE "key" = ${key} FOR UPDATE`;
  const record = rows[0];
  return record === undefined || record.count === 0 ? null : record;
}

/** After the right password: `forget` is wiped, of `refund` this one attempt is taken back with the wait it caused. */
export async function settleAttempt(
  db: Transaction,
  forget: readonly string[],
  refund: readonly string[] | null,
  now: Date,
): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { key: digest(forget) } });
  if (refund !== null) {
    await db.signInAttempt.updateMany({
      where: { key: digest(refund), count: { gt: 0 } },
      data: { count: { decrement: 1 }, blockedTo: null },
    });
  }
  const dayAgo = new Date(now.getTime() - 24 * 3600_000);
  await db.signInAttempt.deleteMany({
    where: { firstAt: { lt: dayAgo }, OR: [{ blockedTo: null }, { blockedTo: { lt: dayAgo } }] },
  });
}
