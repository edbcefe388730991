import type { Signed } from '@/lib/proof/signed';
import { Prisma } from '@/prisma/generated/client';
import { appendLog } from '@/lib/store/log/log';
import type { Transaction } from '@/lib/store/database/transaction';

/** A signature on the files of a publication's moment has number 1, on those that follow 2, … */
export interface StoredSignature extends Signed {
  readonly publicationId: string;
  readonly number: number;
  readonly at: Date;
}

/** Stores a signed statement and puts it on the log. */
export async function storeSignature(
  tx: Transaction,
  { publicationId, number, at, ...signed }: StoredSignature,
): Promise<void> {
  const { statement, signature, key: keyId } = signed;
  const row = await tx.publicationSignature.create({
    data: { publicationId, number, statement, signature, keyId, at },
  });
  await appendLog(tx, 'PublicationSignature', `${publicationId}/${number}`, row, at);
}

const signatureFrom = (row: {
  publicationId: string;
  number: number;
  statement: string;
  signature: string;
  keyId: string;
  at: Date;
}): StoredSignature => ({
  publicationId: row.publicationId,
  number: row.number,
  at: row.at,
  statement: row.statement,
  signature: row.signature,
  key: row.keyId,
});

/** The signatures of one version, in order; `version` null asks for the current one. */
export async function findSignatures(
  db: Transaction,
  agencyKey: string,
  year: number,
  version: number | null,
): Promise<StoredSignature[]> {
  const row = await db.publication.findFirst({
    where: { agencyKey, year, ...(version === null ? {} : { number: version }) },
    orderBy: { number: 'desc' },
    select: { signatures: { orderBy: { number: 'asc' } } },
  });
  return (row?.signatures ?? []).map(signatureFrom);
}

/** The signatures of a publication, the oldest first. */
export async function signaturesOf(db: Transaction, publicationId: string): Promise<StoredSignature[]> {
  return (await db.publicationSignature.findMany({ where: { publicationId }, orderBy: { number: 'asc' } })).map(
    signatureFrom,
  );
}

/** Signatures whose statement names a file of this hash, newest first (migration, `PublicationSignature_files`). */
export async function signaturesNaming(db: Transaction, sha256: string): Promise<StoredSignature[]> {
  const named = JSON.stringify([{ sha256 }]);
  const rows = await db.$queryRaw<
    { publicationId: string; number: number; statement: string; signature: string; keyId: string; at: Date }[]
  >(Prisma.sql`
    SELECT "publicationId"::text AS "publicationId", "number", "statement", "signature", "keyId", "at" FROM "PublicationSignature"
    WHERE ("statement"::jsonb -> 'files') @> ${named}::jsonb ORDER BY "at" DESC LIMIT 20`);
  return rows.map(signatureFrom);
}

/** Publications with their files and signatures, in the order of their ids, a few at a time. */
export async function* signedPublications(db: Transaction) {
  const take = 50;
  for (let last: string | null = null; ; ) {
    const rows = await publicationsAfter(db, last, take);
    yield* rows;
    if (rows.length < take) return;
    last = rows.at(-1)?.id ?? null;
  }
}

async function publicationsAfter(db: Transaction, id: string | null, take: number) {
  const rows = await db.publication.findMany({
    ...(id === null ? {} : { cursor: { id }, skip: 1 }),
    orderBy: { id: 'asc' },
    take,
    select: {
      ...{
        id: true,
        agencyKey: true,
        agencyName: true,
        year: true,
        number: true,
        title: true,
        publishedAt: true,
        note: true,
      },
      files: { select: { name: true, size: true, sha256: true } },
      marks: { select: { kind: true, pageSha256: true, noticeSha256: true } },
      signatures: { orderBy: { number: 'asc' } },
    },
  });
  return rows.map((row) => ({ ...row, signatures: row.signatures.map(signatureFrom) }));
}

export type SignedPublication = Awaited<ReturnType<typeof publicationsAfter>>[number];

/** A publication as the database has it, with the bytes of one of its files; null when it is gone. */
export async function publicationOf(db: Transaction, id: string, file: string) {
  const row = await db.publication.findUnique({
    where: { id },
    select: {
      ...{ agencyKey: true, agencyName: true, year: true, number: true, title: true, publishedAt: true, note: true },
      files: { select: { name: true, size: true, sha256: true } },
      marks: { select: { kind: true, pageSha256: true, noticeSha256: true } },
    },
  });
  if (row === null) return null;
  const stored = await db.publicationFile.findUnique({
    where: { publicationId_name: { publicationId: id, name: file } },
    select: { bytes: true },
  });
  return { ...row, bytes: stored?.bytes ?? null };
}

/** Publications that hold a file of this hash, as the database tells; `signed` when a signature is there at all. */
export async function publicationsWithFile(db: Transaction, sha256: string) {
  const rows = await db.publicationFile.findMany({
    where: { sha256 },
    take: 20,
    select: {
      publication: {
        select: {
          agencyKey: true,
          agencyName: true,
          year: true,
          number: true,
          _count: { select: { signatures: true } },
        },
      },
    },
  });
  return rows.map(({ publication: { agencyKey, agencyName: agency, year, number: version, _count } }) => ({
    agencyKey,
    agency,
    year,
    version,
    signed: _count.signatures > 0,
  }));
}

/** Whether a publication was taken out of publication. */
export async function withdrawn(db: Transaction, publicationId: string): Promise<boolean> {
  return (
    (await db.publicationMark.findUnique({
      where: { publicationId_kind: { publicationId, kind: 'withdrawn' } },
      select: { kind: true },
    })) !== null
  );
}
