import { canonicalText } from '@/lib/proof/canonical';
import { beginning } from '@/lib/proof/chain';
import { sha256 } from '@/lib/proof/digest';
import { Prisma } from '@/prisma/generated/client';
import type { Transaction } from '@/lib/store/database/transaction';

/** Tables whose rows the log stands for. */
export const logKinds = [
  'ReportEvent',
  'AdminEvent',
  'Publication',
  'PublicationSignature',
  'PublicationMark',
  'Evidence',
  'OwnSiteCopy',
] as const;
export type LogKind = (typeof logKinds)[number];

/**
 * What the log covers of each table: every column but large bytes, which stand there by their hash, and the later
 * comparison of a copy. A publication is covered with the files of its moment; a PDF that follows has its signature.
 */
const covered = {
  ReportEvent: {
    id: true,
    reportId: true,
    number: true,
    type: true,
    actorId: true,
    actorName: true,
    at: true,
    reason: true,
    step: true,
    submission: true,
    seq: true,
  },
  AdminEvent: {
    id: true,
    type: true,
    actorId: true,
    actorName: true,
    agencyId: true,
    userId: true,
    at: true,
    data: true,
  },
  Publication: {
    ...{
      id: true,
      agencyId: true,
      agencyKey: true,
      agencyName: true,
      agencyKind: true,
      agencyPath: true,
      year: true,
      number: true,
      title: true,
    },
    ...{ format: true, publishedAt: true, publishedBy: true, report: true, figures: true, note: true },
    files: {
      where: { name: { not: 'report.pdf' } },
      orderBy: { name: 'asc' },
      select: { name: true, contentType: true, sha256: true, size: true },
    },
  },
  PublicationSignature: { publicationId: true, number: true, statement: true, signature: true, keyId: true, at: true },
  PublicationMark: {
    publicationId: true,
    kind: true,
    at: true,
    by: true,
    reason: true,
    successor: true,
    pageSha256: true,
    noticeSha256: true,
  },
  Evidence: {
    ...{ id: true, reportId: true, submission: true, name: true, contentType: true, sha256: true, size: true },
    ...{ signedBy: true, signedOn: true, note: true, replacesId: true, filedById: true, filedBy: true, filedAt: true },
  },
  OwnSiteCopy: { id: true, publicationId: true, url: true, day: true, recordedBy: true, recordedAt: true },
} as const satisfies {
  ReportEvent: Prisma.ReportEventSelect;
  AdminEvent: Prisma.AdminEventSelect;
  Publication: Prisma.PublicationSelect;
  PublicationSignature: Prisma.PublicationSignatureSelect;
  PublicationMark: Prisma.PublicationMarkSelect;
  Evidence: Prisma.EvidenceSelect;
  OwnSiteCopy: Prisma.OwnSiteCopySelect;
};

type Covered = typeof covered;

/** A row as the log takes it; more columns than it covers do no harm. */
export interface LoggedRows {
  ReportEvent: Prisma.ReportEventGetPayload<{ select: Covered['ReportEvent'] }>;
  AdminEvent: Prisma.AdminEventGetPayload<{ select: Covered['AdminEvent'] }>;
  Publication: Prisma.PublicationGetPayload<{ select: Covered['Publication'] }>;
  PublicationSignature: Prisma.PublicationSignatureGetPayload<{ select: Covered['PublicationSignature'] }>;
  PublicationMark: Prisma.PublicationMarkGetPayload<{ select: Covered['PublicationMark'] }>;
  Evidence: Prisma.EvidenceGetPayload<{ select: Covered['Evidence'] }>;
  OwnSiteCopy: Prisma.OwnSiteCopyGetPayload<{ select: Covered['OwnSiteCopy'] }>;
}

const fileColumns = Object.keys(covered.Publication.files.select);
const picked = (row: object, columns: readonly string[]): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name)));

/** SHA-256 of the canonical text of what the log covers of a row. */
export function rowDigest<Kind extends LogKind>(kind: Kind, row: LoggedRows[Kind]): string {
  const content = picked(row, Object.keys(covered[kind]));
  if (!('files' in row)) return sha256(canonicalText(content));
  const files = row.files
    .filter(({ name }) => name !== 'report.pdf')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((file) => picked(file, fileColumns));
  return sha256(canonicalText({ ...content, files }));
}

/** Key of a row within its table, as the log names it. */
const subjects: { readonly [Kind in LogKind]: (row: LoggedRows[Kind]) => string } = {
  ReportEvent: ({ id }) => id,
  AdminEvent: ({ id }) => id,
  Publication: ({ id }) => id,
  PublicationSignature: ({ publicationId, number }) => `${publicationId}/${number}`,
  PublicationMark: ({ publicationId, kind }) => `${publicationId}/${kind}`,
  Evidence: ({ id }) => id,
  OwnSiteCopy: ({ id }) => id,
};

const times: { readonly [Kind in LogKind]: (row: LoggedRows[Kind]) => Date } = {
  ReportEvent: ({ at }) => at,
  AdminEvent: ({ at }) => at,
  Publication: ({ publishedAt }) => publishedAt,
  PublicationSignature: ({ at }) => at,
  PublicationMark: ({ at }) => at,
  Evidence: ({ filedAt }) => filedAt,
  OwnSiteCopy: ({ recordedAt }) => recordedAt,
};

type Fetch<Kind extends LogKind> = (db: Transaction, keys: string[]) => Promise<LoggedRows[Kind][]>;

const fetchRows: { readonly [Kind in LogKind]: Fetch<Kind> } = {
  ReportEvent: (db, keys) => db.reportEvent.findMany({ where: { id: { in: keys } }, select: covered.ReportEvent }),
  AdminEvent: (db, keys) => db.adminEvent.findMany({ where: { id: { in: keys } }, select: covered.AdminEvent }),
  Publication: (db, keys) => db.publication.findMany({ where: { id: { in: keys } }, select: covered.Publication }),
  PublicationSignature: (db, keys) =>
    db.publicationSignature.findMany({ where: { publicationId: { in: keys } }, select: covered.PublicationSignature }),
  PublicationMark: (db, keys) =>
    db.publicationMark.findMany({ where: { publicationId: { in: keys } }, select: covered.PublicationMark }),
  Evidence: (db, keys) => db.evidence.findMany({ where: { id: { in: keys } }, select: covered.Evidence }),
  OwnSiteCopy: (db, keys) => db.ownSiteCopy.findMany({ where: { id: { in: keys } }, select: covered.OwnSiteCopy }),
};

export interface LoggedRow {
  readonly subject: string;
  readonly at: Date;
  readonly digest: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The rows of these subjects as they stand now; one that is gone is missing. */
export async function loggedRows<Kind extends LogKind>(
  db: Transaction,
  kind: Kind,
  wanted: readonly string[],
): Promise<LoggedRow[]> {
  if (wanted.length === 0) return [];
  // A subject that somebody wrote over may be anything.
  const keys = [...new Set(wanted.map((subject) => subject.split('/', 1)[0] ?? subject))].filter((key) =>
    uuid.test(key),
  );
  const rows = await fetchRows[kind](db, keys);
  const asked = new Set(wanted);
  return rows
    .map((row) => ({ subject: subjects[kind](row), at: times[kind](row), digest: rowDigest(kind, row) }))
    .filter(({ subject }) => asked.has(subject));
}

const subjectColumns: Readonly<Partial<Record<LogKind, Prisma.Sql>>> = {
  PublicationSignature: Prisma.sql`t."publicationId"::text || '/' || t."number"::text`,
  PublicationMark: Prisma.sql`t."publicationId"::text || '/' || t."kind"`,
};

/** Subjects of the rows that no entry of the log stands for; what stands before its first entry is none. */
export async function unlogged(db: Transaction, kind: LogKind): Promise<string[]> {
  const subject = subjectColumns[kind] ?? Prisma.sql`t."id"::text`;
  const rows = await db.$queryRaw<{ subject: string }[]>`
    SELECT ${subject} AS "subject" FROM ${Prisma.raw(`"${kind}"`)} t
    WHERE NOT EXISTS (SELECT 1 FROM "LogEntry" l WHERE l."kind" = ${kind} AND l."subject" = ${subject} AND l."number" > ${beginning.number}) ORDER BY 1`;
  return rows.map((row) => row.subject);
}
