import { sha256 } from '@/lib/proof/digest';
import type { Report } from '@/lib/report/report';
import { reportSchema } from '@/lib/report/schema';
import { appendLog } from '@/lib/store/log/log';
import type { Transaction } from '@/lib/store/database/transaction';

/** What became of a published version: another one stands in its place, or it was withdrawn. */
const markKinds = ['superseded', 'withdrawn'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface MarkToStore {
  readonly kind: MarkKind;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  /** Number of the version that stands in its place; null when withdrawn. */
  readonly successor: number | null;
  /** The version's page with the mark on it. */
  readonly page: Uint8Array;
  /** For a withdrawal: what the address without a number answers. */
  readonly notice: Uint8Array | null;
}

/**
 * Marks a publication and puts the mark on the log; it can never be changed, and the publication's own rows stay as
 * they are.
 */
export async function storeMark(tx: Transaction, publicationId: string, mark: MarkToStore): Promise<void> {
  const { page, notice, ...rest } = mark;
  const row = await tx.publicationMark.create({
    data: {
      ...rest,
      publicationId,
      page: Uint8Array.from(page),
      pageSha256: sha256(page),
      notice: notice === null ? null : Uint8Array.from(notice),
      noticeSha256: notice === null ? null : sha256(notice),
    },
  });
  await appendLog(tx, 'PublicationMark', `${publicationId}/${row.kind}`, row, row.at);
}

export interface PublishedVersion {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly publishedAt: Date;
  readonly report: Report;
  /** The page as stored, without any mark. */
  readonly page: Uint8Array;
  /** When and why it was withdrawn; null when it was not. */
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
}

/** The last version of this agency and year, also one that was withdrawn; null when nothing was ever published. */
export async function lastVersion(db: Transaction, agencyKey: string, year: number): Promise<PublishedVersion | null> {
  const row = await db.publication.findFirst({
    where: { agencyKey, year },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      title: true,
      publishedAt: true,
      report: true,
      files: { where: { name: 'page' }, select: { bytes: true } },
      marks: { where: { kind: 'withdrawn' }, select: { at: true, reason: true } },
    },
  });
  const page = row?.files[0];
  if (row === null || page === undefined) return null;
  return { ...row, report: reportSchema.parse(row.report), page: page.bytes, withdrawn: row.marks[0] ?? null };
}

export interface VersionEntry {
  readonly number: number;
  readonly publishedAt: Date;
  /** What was corrected; empty for the first. */
  readonly note: string;
}

/** All versions of this agency and year, newest first. */
export function versionsOf(db: Transaction, agencyKey: string, year: number): Promise<VersionEntry[]> {
  return db.publication.findMany({
    where: { agencyKey, year },
    orderBy: { number: 'desc' },
    select: { number: true, publishedAt: true, note: true },
  });
}

/**
 * Which version stands, and what became of it; `number` null asks for the last one. One statement: every visit asks.
 */
export async function whatStands(
  db: Transaction,
  agencyKey: string,
  year: number,
  number: number | null,
): Promise<{ number: number; mark: MarkKind | null } | null> {
  const rows = await db.$queryRaw<{ number: number; mark: string | null }[]>`
    SELECT p."number", (SELECT m."kind" FROM "PublicationMark" m WHERE m."publicationId" = p."id" ORDER BY m."at" DESC, m."kind" LIMIT 1) AS "mark"
    FROM "Publication" p WHERE p."agencyKey" = ${agencyKey} AND p."year" = ${year} AND p."number" = coalesce(${number}, p."number")
    ORDER BY p."number" DESC LIMIT 1`;
  const row = rows[0];
  return row === undefined ? null : { number: row.number, mark: markKinds.find((kind) => kind === row.mark) ?? null };
}

export interface StoredMarkPage {
  readonly at: Date;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** The page of a version as marked, or the notice of its withdrawal; null when there is none. */
export async function findMarkPage(
  db: Transaction,
  agencyKey: string,
  year: number,
  number: number,
  which: MarkKind | 'notice',
): Promise<StoredMarkPage | null> {
  const row = await db.publicationMark.findFirst({
    where: { kind: which === 'notice' ? 'withdrawn' : which, publication: { agencyKey, year, number } },
    select: { at: true, page: which !== 'notice', pageSha256: true, notice: which === 'notice', noticeSha256: true },
  });
  if (row === null) return null;
  const bytes = which === 'notice' ? row.notice : row.page;
  const hash = which === 'notice' ? row.noticeSha256 : row.pageSha256;
  return bytes == null || hash === null ? null : { at: row.at, sha256: hash, bytes };
}
