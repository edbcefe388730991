import { sha256 } from '@/lib/proof/digest';
import { isParagraphPath, type Draft } from '@/lib/report/draft';
import { textOfParagraph } from '@/lib/report/resolve';
import type { CellId } from '@/lib/statute/table';
import type { Actor } from '@/lib/workflow/permissions';
import type { Reason } from '@/lib/workflow/state';
import type { CommentView } from '@/lib/workflow/view';
import type { Transaction } from '@/lib/store/database/transaction';
import type { StoredReport } from './reports';

/** Comments of reviewers and reasons of authors: what is said about a report, beside what stands in it. */

export async function commentsOf(
  db: Transaction,
  reportId: string,
  draft: Draft,
  cells: Readonly<Record<CellId, string | null>>,
): Promise<CommentView[]> {
  const rows = await db.comment.findMany({
    where: { reportId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { replies: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  });
  return rows.map((row, index) => ({
    id: row.id,
    number: index + 1,
    path: row.path,
    quote: row.quote,
    anchored: isAnchored(row.path, row.quote, draft, cells),
    by: row.authorName,
    at: row.at.toISOString(),
    text: row.text,
    submission: row.submission,
    settled: row.settledAt === null ? null : { by: row.settledByName ?? '', at: row.settledAt.toISOString() },
    replies: row.replies.map((reply) => ({
      id: reply.id,
      by: reply.authorName,
      at: reply.at.toISOString(),
      text: reply.text,
    })),
  }));
}

function isAnchored(
  path: string,
  quote: string,
  draft: Draft,
  cells: Readonly<Record<CellId, string | null>>,
): boolean {
  if (!isParagraphPath(path)) return true;
  const paragraph = draft.paragraphs.find((candidate) => candidate.id === path);
  return paragraph !== undefined && textOfParagraph(paragraph, cells).includes(quote);
}

export function openComments(db: Transaction, reportId: string): Promise<number> {
  return db.comment.count({ where: { reportId, settledAt: null } });
}

export async function addComment(
  tx: Transaction,
  report: StoredReport,
  comment: { path: string; quote: string; text: string },
  actor: Actor,
  now: Date,
): Promise<string> {
  const row = await tx.comment.create({
    data: {
      reportId: report.id,
      ...comment,
      seq: report.seq,
      submission: report.submission,
      authorId: actor.id,
      authorName: actor.name,
      at: now,
    },
  });
  return row.id;
}

export function findComment(db: Transaction, reportId: string, id: string): Promise<{ id: string } | null> {
  return db.comment.findFirst({ where: { id, reportId }, select: { id: true } });
}

export async function addReply(
  tx: Transaction,
  commentId: string,
  text: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  await tx.reply.create({ data: { commentId, text, authorId: actor.id, authorName: actor.name, at: now } });
}

export async function settleComment(
  tx: Transaction,
  id: string,
  settled: boolean,
  actor: Actor,
  now: Date,
): Promise<void> {
  await tx.comment.update({
    where: { id },
    data: { settledAt: settled ? now : null, settledByName: settled ? actor.name : null },
  });
}

export async function reasonsOf(db: Transaction, reportId: string): Promise<Reason[]> {
  const rows = await db.reason.findMany({ where: { reportId }, orderBy: { at: 'asc' } });
  return rows.map((row) => ({
    fingerprint: row.fingerprint,
    rule: row.rule,
    text: row.text,
    by: row.actorName,
    at: row.at.toISOString(),
  }));
}

/** Sets the reason for a warning; an empty text takes it back. */
export async function setReason(
  tx: Transaction,
  reportId: string,
  reason: { fingerprint: string; rule: string; text: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  const digest = sha256(reason.fingerprint);
  if (reason.text === '') {
    await tx.reason.deleteMany({ where: { reportId, digest } });
    return;
  }
  const said = { rule: reason.rule, text: reason.text, actorId: actor.id, actorName: actor.name, at: now };
  await tx.reason.upsert({
    where: { reportId_digest: { reportId, digest } },
    create: { reportId, digest, fingerprint: reason.fingerprint, ...said },
    update: said,
  });
}
