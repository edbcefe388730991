import { Prisma } from '@/prisma/generated/client';
import type { CellId } from '@/lib/statute/table';
import type { Transaction } from '@/lib/store/database/transaction';

export interface YearFigures {
  /** Agencies whose report of the year is published and was not withdrawn. */
  readonly published: number;
  /** Agencies at work now. */
  readonly agencies: number;
  /** Sums over the current versions of the year, of the cells asked for. */
  readonly sums: Readonly<Record<CellId, number>>;
}

/**
 * What is published of one year, summed in the database from the sparse figures (scale.md): what is missing there is 0.
 */
export async function yearFigures(db: Transaction, year: number, cells: readonly CellId[]): Promise<YearFigures> {
  const current = Prisma.sql`
    SELECT p."figures" FROM "Publication" p WHERE p."year" = ${year} AND NOT EXISTS (
      SELECT 1 FROM "Publication" n WHERE n."agencyKey" = p."agencyKey" AND n."year" = p."year" AND n."number" > p."number")
      AND NOT EXISTS (SELECT 1 FROM "PublicationMark" m WHERE m."publicationId" = p."id" AND m."kind" = 'withdrawn')`;
  const [counted, rows, agencies] = await Promise.all([
    db.$queryRaw<{ published: number }[]>`SELECT count(*)::int AS "published" FROM (${current}) c`,
    db.$queryRaw<{ cell: string; sum: number }[]>`
      SELECT f.key AS "cell", sum(f.value::numeric)::float8 AS "sum"
      FROM (${current}) c, jsonb_each_text(c."figures") f
      WHERE f.key = ANY(${[...cells]}) AND f.value ~ '^-?[0-9]+(\\.[0-9]+)?$' GROUP BY f.key`,
    db.agency.count({ where: { disabledAt: null } }),
  ]);
  const sums = Object.fromEntries(cells.map((cell) => [cell, 0]));
  for (const row of rows) sums[row.cell] = row.sum;
  return { published: counted[0]?.published ?? 0, agencies, sums };
}
