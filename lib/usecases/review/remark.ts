import { isParagraphPath } from '@/lib/report/draft';
import { addComment, addReply, findComment, setReason, settleComment } from '@/lib/store/reports/remarks';
import { loadDraft, lockReport, standingOf, type StoredReport } from '@/lib/store/reports/reports';
import { transaction, type Transaction } from '@/lib/store/database/transaction';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer, CommandRequest } from '@/lib/workflow/protocol';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { formatOf } from '@/lib/usecases/format-of';
import { noSuchReport } from '@/lib/usecases/sentences';

export type Remark = Extract<CommandRequest, { do: 'explain' | 'comment' | 'reply' | 'settle' }>;

/** Says something about a report: a reason for a warning, a comment, a reply; or settles a comment. */
export async function remark(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  said: Remark,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const refusal = may(actor, said.do, standingOf(report, []));
    if (refusal !== null || actor === null) return refusal ?? noSuchReport();
    const obstacle = await write(tx, report, said, actor, now);
    return obstacle ?? { version: report.version, state: report.state };
  });
}

async function write(
  tx: Transaction,
  report: StoredReport,
  said: Remark,
  actor: Actor,
  now: Date,
): Promise<Refusal | null> {
  if (said.do === 'explain') {
    await setReason(tx, report.id, said, actor, now);
    return null;
  }
  if (said.do === 'comment') {
    if (!(await isPathOf(tx, report, said.path)))
      return refuse('bad-input', '批注的位置不在这份报告里，请刷新页面再试');
    await addComment(tx, report, { path: said.path, quote: said.quote, text: said.text }, actor, now);
    return null;
  }
  if ((await findComment(tx, report.id, said.comment)) === null) return refuse('not-found', '没有这条批注，请刷新页面');
  if (said.do === 'reply') await addReply(tx, said.comment, said.text, actor, now);
  else await settleComment(tx, said.comment, said.settled, actor, now);
  return null;
}

async function isPathOf(tx: Transaction, report: StoredReport, path: string): Promise<boolean> {
  if (!isParagraphPath(path)) return formatOf(report).cell(path) !== undefined;
  const draft = await loadDraft(tx, report);
  return draft.paragraphs.some((paragraph) => paragraph.id === path);
}
