import type { Edit, Path } from '@/lib/report/draft';
import type { Actor } from '@/lib/workflow/permissions';
import type { Standpoint } from '@/lib/workflow/protocol';
import type { Transaction } from '@/lib/store/database/transaction';
import { valueFrom, type StoredReport } from './reports';

interface ValueRow {
  path: string;
  value: unknown;
  editId: string;
  actorName: string;
  at: Date;
}

const standpoint = (row: ValueRow): Standpoint => ({
  path: row.path,
  value: valueFrom(row.value),
  edit: row.editId,
  by: row.actorName,
  at: row.at.toISOString(),
});

const columns = { path: true, value: true, editId: true, actorName: true, at: true } as const;

/** What stands at these paths now. */
export async function standpointsAt(
  db: Transaction,
  reportId: string,
  paths: readonly Path[],
): Promise<Map<Path, Standpoint>> {
  const rows = await db.draftValue.findMany({ where: { reportId, path: { in: [...paths] } }, select: columns });
  return new Map(rows.map((row) => [row.path, standpoint(row)]));
}

/** Values set after edit number `since`. */
export async function standpointsSince(db: Transaction, reportId: string, since: number): Promise<Standpoint[]> {
  const rows = await db.draftValue.findMany({
    where: { reportId, seq: { gt: since } },
    select: columns,
    orderBy: { seq: 'asc' },
  });
  return rows.map(standpoint);
}

/** Which of these edits took effect before, and where: a repeat does nothing. */
export async function knownEdits(
  db: Transaction,
  ids: readonly string[],
): Promise<Map<string, { reportId: string; path: Path }>> {
  const rows = await db.edit.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, reportId: true, path: true },
  });
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** How many characters the stored paragraphs have, of these paths and of all. */
export async function proseLength(
  db: Transaction,
  reportId: string,
  paths: readonly Path[],
): Promise<{ these: number; all: number }> {
  const rows = await db.$queryRaw<{ these: number; all: number }[]>`
    SELECT coalesce(sum(char_length("value"::text)), 0)::int AS "all",
           coalesce(sum(char_length("value"::text)) FILTER (WHERE "path" = ANY(${[...paths]})), 0)::int AS "these"
      FROM "DraftValue" WHERE "reportId" = ${reportId}::uuid AND "path" LIKE 'p-%'`;
  return rows[0] ?? { these: 0, all: 0 };
}

/**
 * Appends edits that take effect and sets what they set, in two statements for any number of them.
 * The caller holds the report's lock and has met each edit with what stands.
 */
export async function appendEdits(
  tx: Transaction,
  report: StoredReport,
  edits: readonly Edit[],
  actor: Pick<Actor, 'id' | 'name'>,
  now: Date,
): Promise<number> {
  if (edits.length === 0) return report.seq;
  const rows = JSON.stringify(
    edits.map((edit, index) => ({
      id: edit.id,
      seq: report.seq + index + 1,
      path: edit.path,
      base: edit.base,
      value: edit.value,
    })),
  );
  await tx.$executeRaw`
    INSERT INTO "Edit" ("id", "reportId", "seq", "path", "base", "value", "actorId", "actorName", "at")
    SELECT e."id", ${report.id}::uuid, e."seq", e."path", e."base", coalesce(e."value", 'null'::jsonb), ${actor.id}::uuid, ${actor.name}, ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS e("id" uuid, "seq" int, "path" text, "base" uuid, "value" jsonb)`;
  await tx.$executeRaw`
    INSERT INTO "DraftValue" ("reportId", "path", "value", "editId", "seq", "actorId", "actorName", "at")
    SELECT DISTINCT ON (e."path") ${report.id}::uuid, e."path", coalesce(e."value", 'null'::jsonb), e."id", e."seq", ${actor.id}::uuid, ${actor.name}, ${now}
    FROM jsonb_to_recordset(${rows}::jsonb) AS e("id" uuid, "seq" int, "path" text, "value" jsonb)
    ORDER BY e."path", e."seq" DESC
    ON CONFLICT ("reportId", "path") DO UPDATE SET "value" = EXCLUDED."value", "editId" = EXCLUDED."editId",
      "seq" = EXCLUDED."seq", "actorId" = EXCLUDED."actorId", "actorName" = EXCLUDED."actorName", "at" = EXCLUDED."at"`;
  const seq = report.seq + edits.length;
  await tx.report.update({ where: { id: report.id }, data: { seq, updatedAt: now } });
  return seq;
}
