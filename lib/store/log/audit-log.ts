import { beginning, linkHash, type LogHead } from '@/lib/proof/chain';
import type { Fault, FaultCode } from '@/lib/proof/fault';
import { editsNow, loggedEdits } from './logged-edits';
import { loggedRows, logKinds, unlogged, type LogKind } from './logged-rows';
import type { Transaction } from '@/lib/store/database/transaction';

const BATCH = 500;

type Entry = NonNullable<Awaited<ReturnType<Transaction['logEntry']['findFirst']>>>;

const kindOf = (entry: Pick<Entry, 'kind'>): LogKind | undefined => logKinds.find((kind) => kind === entry.kind);

const ofEntry = (code: FaultCode, number: number, message: string): Fault => ({
  code,
  table: 'LogEntry',
  subject: String(number),
  message,
});

function ofRow(
  code: FaultCode,
  { kind, subject, number, at }: Pick<Entry, 'kind' | 'subject' | 'number' | 'at'>,
  says: string,
): Fault {
  return {
    code,
    table: kind,
    subject,
    message: `${kind} ${subject} ${says}（日志第 ${number} 条，${at.toISOString()}）。`,
  };
}

/** What is wrong with the chain itself, from the entry after `head` on. */
function faultsOfChain(head: LogHead, entry: Entry): Fault[] {
  const faults: Fault[] = [];
  const expected = head.number + 1;
  if (entry.number !== expected) {
    const gap = entry.number - 1 === expected ? `第 ${expected} 条` : `第 ${expected} 至 ${entry.number - 1} 条`;
    faults.push(ofEntry('missing-entry', expected, `日志${gap}被删除。`));
  } else if (entry.previous !== head.hash) {
    faults.push(ofEntry('broken-chain', entry.number, `日志第 ${entry.number} 条接不上前一条：其中一条被改写过。`));
  }
  if (linkHash(entry) !== entry.hash)
    faults.push(
      ofEntry('changed-entry', entry.number, `日志第 ${entry.number} 条（${entry.kind} ${entry.subject}）被改写。`),
    );
  return faults;
}

/** Rows that are not as the log has them, of a stretch of its entries. */
async function faultsOfRows(db: Transaction, entries: readonly Entry[]): Promise<Fault[]> {
  const faults: Fault[] = entries
    .filter((entry) => kindOf(entry) === undefined && entry.kind !== loggedEdits)
    .map((entry) =>
      ofEntry('changed-entry', entry.number, `日志第 ${entry.number} 条所记的“${entry.kind}”不是本系统的表。`),
    );
  for (const entry of entries.filter(({ kind }) => kind === loggedEdits)) {
    if ((await editsNow(db, entry.subject)) !== entry.digest)
      faults.push(ofRow('changed-row', entry, '（提交审核时已填写的内容）被改动'));
  }
  for (const kind of logKinds) {
    const own = entries.filter((entry) => entry.kind === kind);
    const rows = await loggedRows(
      db,
      kind,
      own.map(({ subject }) => subject),
    );
    const digests = new Map(rows.map((row) => [row.subject, row.digest]));
    for (const entry of own) {
      const digest = digests.get(entry.subject);
      if (digest === undefined) faults.push(ofRow('deleted-row', entry, '被删除'));
      else if (digest !== entry.digest) faults.push(ofRow('changed-row', entry, '被改动'));
    }
  }
  return faults;
}

export interface LogAudit {
  readonly head: LogHead;
  readonly faults: readonly Fault[];
}

/** Walks the log from its first entry: the chain, the row that each entry stands for, and rows that none stands for. */
export async function auditLog(db: Transaction): Promise<LogAudit> {
  const stray = await db.logEntry.findMany({
    where: { number: { lte: beginning.number } },
    orderBy: { number: 'asc' },
  });
  const faults = stray.map(({ number, kind, subject }) =>
    ofEntry('stray-entry', number, `日志第 ${number} 条（${kind} ${subject}）在第 1 条之前：是绕过本系统加进来的。`),
  );
  let head: LogHead = beginning;
  for (;;) {
    const entries = await db.logEntry.findMany({
      where: { number: { gt: head.number } },
      orderBy: { number: 'asc' },
      take: BATCH,
    });
    for (const entry of entries) {
      faults.push(...faultsOfChain(head, entry));
      head = { number: entry.number, hash: entry.hash };
    }
    faults.push(...(await faultsOfRows(db, entries)));
    if (entries.length < BATCH) break;
  }
  for (const kind of logKinds) {
    for (const subject of await unlogged(db, kind)) {
      faults.push({
        code: 'unlogged-row',
        table: kind,
        subject,
        message: `${kind} ${subject} 不在日志里：是绕过本系统加进来的，或者它的那一条日志被删除。`,
      });
    }
  }
  return { head, faults };
}

/** Hashes of these entries of the log. */
export async function entryHashes(db: Transaction, numbers: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.logEntry.findMany({
    where: { number: { in: [...new Set(numbers)] } },
    select: { number: true, hash: true },
  });
  return new Map(rows.map(({ number, hash }) => [number, hash]));
}
