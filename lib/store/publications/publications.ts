import type { LogHead } from '@/lib/proof/chain';
import type { Report } from '@/lib/report/report';
import { reportSchema } from '@/lib/report/schema';
import type { Prisma } from '@/prisma/generated/client';
import type { StoredAgency } from '@/lib/store/agencies/agencies';
import { appendLog } from '@/lib/store/log/log';
import type { Transaction } from '@/lib/store/database/transaction';

export interface FileToStore {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly gzip: Uint8Array | null;
  readonly brotli: Uint8Array | null;
  readonly sha256: string;
}

export interface PublicationToStore {
  readonly agency: StoredAgency;
  readonly report: Report;
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  /** What was corrected and why; empty for the first version. */
  readonly note: string;
  readonly files: readonly FileToStore[];
}

/** Figures of a report that are not 0: what totals over many reports are summed from (scale.md, sparse jsonb). */
function sparseFigures(report: Report): Record<string, string> {
  return Object.fromEntries(
    Object.entries(report.cells).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '0'),
  );
}

export interface StoredPublication {
  readonly id: string;
  /** Where the log stood right after it. */
  readonly log: LogHead;
}

/**
 * Stores a publication with its files and puts it on the log; they can never be changed (migration, `refuse_change`).
 */
export async function storePublication(tx: Transaction, publication: PublicationToStore): Promise<StoredPublication> {
  const { agency, report, number, files } = publication;
  const row = await tx.publication.create({
    data: {
      agencyId: agency.id,
      agencyKey: agency.key,
      agencyName: report.agency,
      agencyKind: agency.kind,
      agencyPath: agency.path,
      year: report.year,
      number,
      title: report.title,
      format: report.format,
      publishedAt: publication.publishedAt,
      publishedBy: publication.publishedBy,
      note: publication.note,
      report: report as unknown as Prisma.InputJsonObject,
      figures: sparseFigures(report),
      // Its PDF is made by the queue.
      conversion: { create: {} },
    },
  });
  const stored = files.map(({ name, contentType, sha256, bytes }) => ({
    name,
    contentType,
    sha256,
    size: bytes.byteLength,
  }));
  await tx.publicationFile.createMany({
    data: files.map((file) => ({
      publicationId: row.id,
      name: file.name,
      contentType: file.contentType,
      sha256: file.sha256,
      size: file.bytes.byteLength,
      bytes: Uint8Array.from(file.bytes),
      gzip: file.gzip === null ? null : Uint8Array.from(file.gzip),
      brotli: file.brotli === null ? null : Uint8Array.from(file.brotli),
    })),
  });
  return { id: row.id, log: await appendLog(tx, 'Publication', row.id, { ...row, files: stored }, row.publishedAt) };
}

/** What a statement says of a publication itself. Throws when there is none. */
export async function publicationHead(db: Transaction, id: string) {
  const row = await db.publication.findUniqueOrThrow({
    where: { id },
    select: { agencyKey: true, agencyName: true, year: true, number: true, title: true, publishedAt: true, note: true },
  });
  const { agencyName: agency, number: version, ...rest } = row;
  return { ...rest, agency, version };
}

/** The number of the publication that is current for this agency and year; null when there is none. */
async function currentNumber(db: Transaction, agencyKey: string, year: number): Promise<number | null> {
  const last = await db.publication.findFirst({
    where: { agencyKey, year },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return last?.number ?? null;
}

/** The number that the next publication of this agency and year gets: 1, 2, … */
export async function nextNumber(db: Transaction, agencyKey: string, year: number): Promise<number> {
  return ((await currentNumber(db, agencyKey, year)) ?? 0) + 1;
}

/** The report as last published for this agency and year; null when there is none, or when it was withdrawn. */
export async function publishedReport(db: Transaction, agencyKey: string, year: number): Promise<Report | null> {
  const row = await db.publication.findFirst({
    where: { agencyKey, year },
    orderBy: { number: 'desc' },
    select: { report: true, marks: { where: { kind: 'withdrawn' }, select: { kind: true } } },
  });
  return row === null || row.marks.length > 0 ? null : reportSchema.parse(row.report);
}

export interface StoredFile {
  readonly publicationId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly contentType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly gzip: Uint8Array | null;
  readonly brotli: Uint8Array | null;
}

/** One file of a publication; `number` null asks for the current version. */
export async function findFile(
  db: Transaction,
  agencyKey: string,
  year: number,
  number: number | null,
  name: string,
): Promise<StoredFile | null> {
  const row = await db.publication.findFirst({
    where: { agencyKey, year, ...(number === null ? {} : { number }) },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, publishedAt: true, files: { where: { name } } },
  });
  const file = row?.files[0];
  if (row === null || file === undefined) return null;
  return { ...file, publicationId: row.id, number: row.number, publishedAt: row.publishedAt };
}
