import { canonicalText } from '@/lib/proof/canonical';
import { sha256 } from '@/lib/proof/digest';
import type { Transaction } from '@/lib/store/database/transaction';

/**
 * Kind of the entries that stand for the edits of a report up to a submission; their subject is `reportId/number of the
 * event`.
 */
export const loggedEdits = 'Edits';

const columns = {
  id: true,
  seq: true,
  path: true,
  base: true,
  value: true,
  actorId: true,
  actorName: true,
  at: true,
} as const;

/** SHA-256 of the canonical text of the edits of a report up to number `seq`: what was submitted, and who wrote it. */
export async function editsDigest(db: Transaction, reportId: string, seq: number): Promise<string> {
  return sha256(
    canonicalText(
      await db.edit.findMany({ where: { reportId, seq: { lte: seq } }, orderBy: { seq: 'asc' }, select: columns }),
    ),
  );
}

/** The digest as the edits stand now, for the subject of such an entry; null where report or event are gone. */
export async function editsNow(db: Transaction, subject: string): Promise<string | null> {
  const [, reportId, number] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,9})$/.exec(subject) ?? [];
  if (reportId === undefined) return null;
  const event = await db.reportEvent.findUnique({
    where: { reportId_number: { reportId, number: Number(number) } },
    select: { seq: true },
  });
  return event === null ? null : editsDigest(db, reportId, event.seq);
}
