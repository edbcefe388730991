import { z } from 'zod';
import type { AgencyKind } from '@/lib/report/report';
import type { PublicationEntry } from '@/lib/workflow/public-view';
import { Prisma } from '@/prisma/generated/client';
import { kindFrom } from '@/lib/store/agencies/agencies';
import type { Transaction } from '@/lib/store/database/transaction';

export interface PublicationFilter {
  /** Words of an agency's name, past or present; empty for all. */
  readonly words: string;
  readonly year: number | null;
  readonly kind: AgencyKind | null;
  readonly agencyKey: string | null;
  /** Key of the last entry of the page before. */
  readonly after: { readonly publishedAt: Date; readonly id: string } | null;
  readonly limit: number;
}

const figuresSchema = z.record(z.string(), z.string());

/** Last versions, newest first, those withdrawn among them with their mark; by key and never by offset (scale.md). */
export async function findPublications(db: Transaction, filter: PublicationFilter): Promise<PublicationEntry[]> {
  const conditions: Prisma.Sql[] = [
    Prisma.sql`NOT EXISTS (SELECT 1 FROM "Publication" n WHERE n."agencyKey" = p."agencyKey" AND n."year" = p."year" AND n."number" > p."number")`,
  ];
  if (filter.year !== null) conditions.push(Prisma.sql`p."year" = ${filter.year}`);
  if (filter.kind !== null) conditions.push(Prisma.sql`p."agencyKind" = ${filter.kind}`);
  if (filter.agencyKey !== null) conditions.push(Prisma.sql`p."agencyKey" = ${filter.agencyKey}`);
  for (const word of filter.words.split(/\s+/).filter((part) => part !== '')) {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(Prisma.sql`p."agencyId" IN (
      SELECT a."id" FROM "Agency" a WHERE a."name" LIKE ${pattern}
      UNION SELECT h."agencyId" FROM "AgencyName" h WHERE h."name" LIKE ${pattern})`);
  }
  if (filter.after !== null) {
    conditions.push(Prisma.sql`(p."publishedAt", p."id") < (${filter.after.publishedAt}, ${filter.after.id}::uuid)`);
  }
  const rows = await db.$queryRaw<
    (Omit<PublicationEntry, 'agencyKind' | 'figures'> & { agencyKind: string; figures: unknown })[]
  >`
    SELECT p."id"::text AS "id", p."agencyKey", p."agencyName", p."agencyKind", p."year", p."number", p."title", p."publishedAt", p."figures",
      EXISTS (SELECT 1 FROM "PublicationMark" m WHERE m."publicationId" = p."id" AND m."kind" = 'withdrawn') AS "withdrawn",
      EXISTS (SELECT 1 FROM "PublicationFile" f WHERE f."publicationId" = p."id" AND f."name" = 'report.pdf') AS "pdf"
    FROM "Publication" p WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY p."publishedAt" DESC, p."id" DESC LIMIT ${filter.limit}`;
  return rows.map((row) => ({
    ...row,
    agencyKind: kindFrom(row.agencyKind),
    figures: row.withdrawn ? {} : figuresSchema.parse(row.figures),
  }));
}

/** Years for which something is published, newest first. */
export async function publishedYears(db: Transaction): Promise<number[]> {
  const rows = await db.publication.findMany({ distinct: ['year'], select: { year: true }, orderBy: { year: 'desc' } });
  return rows.map((row) => row.year);
}
