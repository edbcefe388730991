import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sha256 } from '@/lib/proof/digest';
import type { Fault } from '@/lib/proof/fault';
import type { Transaction } from '@/lib/store/database/transaction';

const BATCH = 20;

const changed = (table: string, subject: string, message: string): Fault => ({
  code: 'changed-file',
  table,
  subject,
  message,
});

function unpacked(unpack: (bytes: Uint8Array) => Buffer, bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  try {
    return sha256(unpack(bytes));
  } catch {
    return '';
  }
}

/**
 * Every stored file of every publication against the hash that stands beside it, its compressed forms too; how many
 * there are.
 */
async function auditPublished(db: Transaction, faults: Fault[]): Promise<number> {
  let count = 0;
  for (let last: { publicationId: string; name: string } | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof db.publicationFile.findMany>> = await db.publicationFile.findMany({
      orderBy: [{ publicationId: 'asc' }, { name: 'asc' }],
      take: BATCH,
      ...(last === null ? {} : { cursor: { publicationId_name: last }, skip: 1 }),
    });
    for (const row of rows) {
      const subject = `${row.publicationId}/${row.name}`;
      // The log covers the others' with the publication; this one came later.
      if (row.name === 'report.pdf' && row.contentType !== 'application/pdf')
        faults.push(
          changed('PublicationFile', subject, `PublicationFile ${subject} 的类型被改动：${row.contentType}。`),
        );
      if (sha256(row.bytes) !== row.sha256 || row.bytes.length !== row.size)
        faults.push(changed('PublicationFile', subject, `PublicationFile ${subject} 的内容与它的校验值不符。`));
      for (const [form, hash] of [
        ['gzip', unpacked(gunzipSync, row.gzip)],
        ['brotli', unpacked(brotliDecompressSync, row.brotli)],
      ] as const) {
        if (hash !== null && hash !== row.sha256)
          faults.push(
            changed('PublicationFile', subject, `PublicationFile ${subject} 的 ${form} 压缩形式与它的校验值不符。`),
          );
      }
    }
    count += rows.length;
    const end = rows.at(-1);
    if (end === undefined || rows.length < BATCH) return count;
    last = { publicationId: end.publicationId, name: end.name };
  }
}

/** Pages with marks, notices, pictures of drafts and filed scans against their hashes; how many there are. */
async function auditOthers(db: Transaction, faults: Fault[]): Promise<number> {
  let count = 0;
  for (const { publicationId, kind } of await db.publicationMark.findMany({
    select: { publicationId: true, kind: true },
  })) {
    const row = await db.publicationMark.findUniqueOrThrow({ where: { publicationId_kind: { publicationId, kind } } });
    const right =
      sha256(row.page) === row.pageSha256 &&
      (row.notice === null ? row.noticeSha256 === null : sha256(row.notice) === row.noticeSha256);
    if (!right)
      faults.push(
        changed(
          'PublicationMark',
          `${publicationId}/${kind}`,
          `PublicationMark ${publicationId}/${kind} 的页面与它的校验值不符。`,
        ),
      );
    count += 1;
  }
  for (const { reportId, sha256: hash } of await db.picture.findMany({ select: { reportId: true, sha256: true } })) {
    const row = await db.picture.findUniqueOrThrow({ where: { reportId_sha256: { reportId, sha256: hash } } });
    if (sha256(row.bytes) !== hash)
      faults.push(changed('Picture', `${reportId}/${hash}`, `Picture ${reportId}/${hash} 的内容与它的校验值不符。`));
    count += 1;
  }
  for (const { id } of await db.evidence.findMany({ select: { id: true } })) {
    const row = await db.evidence.findUniqueOrThrow({ where: { id } });
    if (sha256(row.bytes) !== row.sha256 || row.bytes.length !== row.size)
      faults.push(changed('Evidence', id, `Evidence ${id} 的扫描件与它的校验值不符。`));
    count += 1;
  }
  return count;
}

/** All stored files against their hashes. */
export async function auditFiles(
  db: Transaction,
): Promise<{ readonly count: number; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  const count = (await auditPublished(db, faults)) + (await auditOthers(db, faults));
  return { count, faults };
}
