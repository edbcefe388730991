import type { Prisma } from '@/prisma/generated/client';
import type { Report } from '@/lib/report/report';
import { reportSchema } from '@/lib/report/schema';
import type { Actor } from '@/lib/workflow/permissions';
import {
  comparisonSchema,
  type Comparison,
  type OwnSiteView,
  type RecordRequest,
  type VersionView,
} from '@/lib/workflow/papers';
import { appendLog } from '@/lib/store/log/log';
import type { Transaction } from '@/lib/store/database/transaction';

/** Records where a publication stands on the agency's own site. Its id. */
export async function storeCopy(
  tx: Transaction,
  publicationId: string,
  { url, day }: RecordRequest,
  actor: Actor,
  now: Date,
): Promise<string> {
  const row = await tx.ownSiteCopy.create({
    data: { publicationId, url, day, recordedBy: actor.name, recordedAt: now },
  });
  await appendLog(tx, 'OwnSiteCopy', row.id, row, now);
  return row.id;
}

/** Keeps what the comparison of its saved page found; a later one takes its place. */
export async function storeComparison(tx: Transaction, id: string, comparison: Comparison, now: Date): Promise<void> {
  await tx.ownSiteCopy.update({
    where: { id },
    data: { comparison: comparison satisfies Prisma.InputJsonObject, comparedAt: now },
  });
}

/** Id of a version; null when there is none. */
export async function findVersion(
  db: Transaction,
  agencyKey: string,
  year: number,
  number: number,
): Promise<string | null> {
  return (await db.publication.findFirst({ where: { agencyKey, year, number }, select: { id: true } }))?.id ?? null;
}

/** How many addresses are recorded of a publication. */
export const countCopies = (db: Transaction, publicationId: string): Promise<number> =>
  db.ownSiteCopy.count({ where: { publicationId } });

/** The report of the publication that a copy is of; null when this agency and year have no such copy. */
export async function publishedOfCopy(
  db: Transaction,
  agencyKey: string,
  year: number,
  id: string,
): Promise<Report | null> {
  const row = await db.ownSiteCopy.findFirst({
    where: { id, publication: { agencyKey, year } },
    select: { publication: { select: { report: true } } },
  });
  return row === null ? null : reportSchema.parse(row.publication.report);
}

/** The versions of an agency's report with their copies, the newest first. */
export async function versionsOf(db: Transaction, agencyKey: string, year: number): Promise<VersionView[]> {
  const rows = await db.publication.findMany({
    where: { agencyKey, year },
    orderBy: { number: 'desc' },
    select: { number: true, publishedAt: true, copies: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] } },
  });
  return rows.map((row) => ({
    number: row.number,
    publishedAt: row.publishedAt.toISOString(),
    copies: row.copies.map(copyFrom),
  }));
}

function copyFrom(row: Prisma.OwnSiteCopyGetPayload<object>): OwnSiteView {
  const comparison = comparisonSchema.safeParse(row.comparison);
  return {
    id: row.id,
    url: row.url,
    day: row.day,
    by: row.recordedBy,
    at: row.recordedAt.toISOString(),
    comparison: comparison.success ? comparison.data : null,
    comparedAt: row.comparedAt?.toISOString() ?? null,
  };
}
