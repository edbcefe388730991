import type { Actor } from '@/lib/workflow/permissions';
import type { EvidenceView, ScanFacts } from '@/lib/workflow/papers';
import { appendLog } from '@/lib/store/log/log';
import type { StoredReport } from './reports';
import type { Transaction } from '@/lib/store/database/transaction';

export interface Scan {
  readonly name: string;
  readonly contentType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Files a scan; it can never be changed nor deleted (migration, `refuse_change`). Its id. */
export async function storeEvidence(
  tx: Transaction,
  report: StoredReport,
  scan: Scan,
  facts: ScanFacts,
  actor: Actor,
  now: Date,
): Promise<string> {
  const row = await tx.evidence.create({
    data: {
      reportId: report.id,
      submission: report.submission,
      name: scan.name,
      contentType: scan.contentType,
      sha256: scan.sha256,
      size: scan.bytes.byteLength,
      bytes: Uint8Array.from(scan.bytes),
      signedBy: facts.signedBy,
      signedOn: facts.signedOn,
      note: facts.note,
      replacesId: facts.replaces,
      filedById: actor.id,
      filedBy: actor.name,
      filedAt: now,
    },
    omit: { bytes: true },
  });
  await appendLog(tx, 'Evidence', row.id, row, now);
  return row.id;
}

/** The scans of a report in the order in which they were filed, without their bytes. */
export async function evidenceOf(db: Transaction, reportId: string): Promise<EvidenceView[]> {
  const rows = await db.evidence.findMany({
    where: { reportId },
    orderBy: [{ filedAt: 'asc' }, { id: 'asc' }],
    omit: { bytes: true },
  });
  const numbers = new Map(rows.map((row, index) => [row.id, index + 1]));
  const successors = new Map(
    rows.flatMap((row) => (row.replacesId === null ? [] : [[row.replacesId, numbers.get(row.id) ?? null] as const])),
  );
  return rows.map((row, index) => ({
    id: row.id,
    number: index + 1,
    name: row.name,
    size: row.size,
    sha256: row.sha256,
    submission: row.submission,
    signedBy: row.signedBy,
    signedOn: row.signedOn,
    note: row.note,
    replaces: row.replacesId === null ? null : (numbers.get(row.replacesId) ?? null),
    replacedBy: successors.get(row.id) ?? null,
    by: row.filedBy,
    at: row.filedAt.toISOString(),
  }));
}

/** One scan of a report; null when there is none of that id. */
export async function findEvidence(db: Transaction, reportId: string, id: string): Promise<Scan | null> {
  return db.evidence.findFirst({
    where: { id, reportId },
    select: { name: true, contentType: true, sha256: true, bytes: true },
  });
}
