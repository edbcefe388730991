import { beginning, nextLink, type LogHead, type LogLink } from '@/lib/proof/chain';
import { database } from '@/lib/store/database/database';
import { editsDigest, loggedEdits } from './logged-edits';
import {
  loggedRows,
  logKinds,
  rowDigest,
  unlogged,
  type LoggedRow,
  type LoggedRows,
  type LogKind,
} from './logged-rows';
import type { Transaction } from '@/lib/store/database/transaction';

const LOCK = 72707371;

/**
 * Appends one act to the log, in the transaction of the act itself. `subject` is the row's key within its table
 * (`publicationId/number`, `publicationId/kind` where it has two columns), `content` the row as it was stored. Entries
 * wait for one another until their transactions end: call it last, when whatever else is to be locked is locked.
 */
export async function appendLog<Kind extends LogKind>(
  tx: Transaction,
  kind: Kind,
  subject: string,
  content: LoggedRows[Kind],
  at: Date,
): Promise<LogHead> {
  return append(tx, { kind, subject, at, digest: rowDigest(kind, content) });
}

/**
 * Appends what a report said when it was submitted: all its edits until then. `submitted` is the number of the event.
 */
export async function appendEditsToLog(
  tx: Transaction,
  reportId: string,
  submitted: number,
  seq: number,
  at: Date,
): Promise<LogHead> {
  return append(tx, {
    kind: loggedEdits,
    subject: `${reportId}/${submitted}`,
    at,
    digest: await editsDigest(tx, reportId, seq),
  });
}

async function append(tx: Transaction, act: Omit<LogLink, 'number' | 'previous'>): Promise<LogHead> {
  await lockLog(tx);
  const link = nextLink(await logHead(tx), act);
  await tx.logEntry.create({ data: link });
  return { number: link.number, hash: link.hash };
}

/** Keeps others from appending until the transaction ends; for what is counted before it is appended. */
export async function lockLog(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
}

/** Where the log stands. */
export async function logHead(db: Transaction): Promise<LogHead> {
  return (
    (await db.logEntry.findFirst({ orderBy: { number: 'desc' }, select: { number: true, hash: true } })) ?? beginning
  );
}

/** The number of the entry that stands for a row; null when there is none. */
export async function loggedNumber(db: Transaction, kind: LogKind, subject: string): Promise<number | null> {
  return (
    (
      await db.logEntry.findFirst({
        where: { kind, subject, number: { gt: beginning.number } },
        select: { number: true },
      })
    )?.number ?? null
  );
}

const BATCH = 500;

/**
 * Takes in, in the order of time, what happened before there was a log; only into an empty one, so that nothing can be
 * slipped in later. The number of entries made.
 */
export async function takeInLog(): Promise<number> {
  if ((await logHead(database())).number > 0) return 0;
  return database().$transaction(
    async (tx) => {
      await lockLog(tx);
      let head = await logHead(tx);
      if (head.number > 0) return 0;
      const rows = await before(tx);
      for (let from = 0; from < rows.length; from += BATCH) {
        const links = rows.slice(from, from + BATCH).map((row) => {
          const link = nextLink(head, row);
          head = link;
          return link;
        });
        await tx.logEntry.createMany({ data: links });
      }
      return head.number;
    },
    { maxWait: 60_000, timeout: 6 * 60 * 60 * 1000 },
  );
}

async function before(tx: Transaction): Promise<(LoggedRow & { kind: LogKind })[]> {
  const found: (LoggedRow & { kind: LogKind })[] = [];
  for (const kind of logKinds) {
    const subjects = await unlogged(tx, kind);
    for (let from = 0; from < subjects.length; from += BATCH) {
      const rows = await loggedRows(tx, kind, subjects.slice(from, from + BATCH));
      found.push(...rows.map((row) => ({ ...row, kind })));
    }
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime());
}
