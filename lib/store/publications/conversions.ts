import type { StatedFile } from '@/lib/proof/statement';
import type { Transaction } from '@/lib/store/database/transaction';

/** So often a PDF is begun; then administrators are told and nothing more is tried until the server starts again. */
const mostAttempts = 5;

/** Publications whose PDF is still to be made, the latest first; one that failed waits a minute and then longer. */
export async function waitingConversions(db: Transaction, most: number, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."publicationId"::text AS id FROM "Conversion" c JOIN "Publication" p ON p."id" = c."publicationId"
    WHERE c."doneAt" IS NULL AND c."attempts" < ${mostAttempts}
      AND (c."triedAt" IS NULL OR c."triedAt" < ${now}::timestamptz - make_interval(secs => 60 * power(2, c."attempts" - 1)))
    ORDER BY p."publishedAt" DESC, p."id" LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

export interface Convertible {
  readonly docx: Uint8Array;
  readonly html: Uint8Array;
  /** Day of the signature as the report states it; null where it has none. */
  readonly date: string | null;
  readonly year: number;
}

/**
 * Begins a conversion: what is converted, with the attempt counted first, so that one that ends the server is not tried
 * for ever; null when there is nothing to do.
 */
export async function beginConversion(db: Transaction, publicationId: string, now: Date): Promise<Convertible | null> {
  const { count } = await db.conversion.updateMany({
    where: { publicationId, doneAt: null, attempts: { lt: mostAttempts } },
    data: { attempts: { increment: 1 }, triedAt: now, problem: '转换到一半时中断' },
  });
  if (count === 0) return null;
  const row = await db.publication.findUniqueOrThrow({
    where: { id: publicationId },
    select: {
      year: true,
      report: true,
      files: { where: { name: { in: ['report.docx', 'report.html'] } }, select: { name: true, bytes: true } },
    },
  });
  const bytes = (name: string): Uint8Array => {
    const file = row.files.find((one) => one.name === name);
    if (file === undefined) throw new Error(`Publication ${publicationId} has no ${name}`);
    return file.bytes;
  };
  const { signature } = row.report as { signature?: { date?: string | null } };
  return { docx: bytes('report.docx'), html: bytes('report.html'), date: signature?.date ?? null, year: row.year };
}

/** Stores the PDF as one more file of the publication; false when another process was first. */
export async function storePdf(
  tx: Transaction,
  publicationId: string,
  pdf: StatedFile & { readonly bytes: Uint8Array },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.conversion.updateMany({
    where: { publicationId, doneAt: null },
    data: { doneAt: now, problem: null },
  });
  if (count === 0) return false;
  const { name, size, sha256, bytes } = pdf;
  await tx.publicationFile.create({
    data: {
      publicationId,
      name,
      contentType: 'application/pdf',
      sha256,
      size,
      bytes: Uint8Array.from(bytes),
      gzip: null,
      brotli: null,
    },
  });
  return true;
}

/** Puts down why a conversion failed, in one sentence. */
export async function failConversion(db: Transaction, publicationId: string, problem: string): Promise<void> {
  await db.conversion.updateMany({ where: { publicationId, doneAt: null }, data: { problem } });
}

/** What was given up is tried again: whoever starts the server may have put right what was wrong. */
export async function retryConversions(db: Transaction): Promise<void> {
  await db.conversion.updateMany({
    where: { doneAt: null, attempts: { gte: mostAttempts } },
    data: { attempts: 0, triedAt: null },
  });
}

/** How many PDFs of agencies below these paths wait, and how many were given up. */
export async function countConversions(
  db: Transaction,
  paths: readonly string[],
): Promise<{ waiting: number; failed: number }> {
  const below = { doneAt: null, publication: { OR: paths.map((path) => ({ agencyPath: { startsWith: path } })) } };
  const [waiting, failed] = await Promise.all([
    db.conversion.count({ where: { ...below, attempts: { lt: mostAttempts } } }),
    db.conversion.count({ where: { ...below, attempts: { gte: mostAttempts } } }),
  ]);
  return { waiting, failed };
}
