import { reviewCopyOf, type CopyStamp } from '@/lib/render/papers/review-copy';
import { roundOf } from '@/lib/workflow/correction';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import type { EditorView } from '@/lib/workflow/view';
import { docxType, type Download } from './download';
import { openReport } from '@/lib/usecases/writing/open-report';
import { previewFile } from '@/lib/usecases/writing/preview-report';

/**
 * 送审稿: the document as it would be published today, marked as not yet published. Refuses for a report that is
 * published.
 */
export async function reviewCopy(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<Download | Refusal> {
  const view = await openReport(actor, agencyKey, year, now);
  if (isRefusal(view)) return view;
  const { head, viewer } = view;
  if (!['draft', 'submitted', 'returned', 'approved'].includes(head.state))
    return refuse('wrong-state', '报告已公布，请下载公布的文件');
  const document = await previewFile(actor, agencyKey, year, 'report.docx', now);
  if (isRefusal(document)) return document;
  return {
    name: `${head.agency.name}${year}年度报告（送审稿）.docx`,
    type: docxType,
    body: reviewCopyOf(document, stampOf(view, viewer.name, now)),
  };
}

/** What was submitted bears who submitted it and when; what is still being written, who took it out. */
function stampOf({ head, history }: EditorView, taker: string, now: Date): CopyStamp {
  const submitted = history.findLast((event) => event.type === 'submitted');
  const round = roundOf(head);
  const standing = `${head.correction === null ? '' : `更正第 ${head.correction.of} 版，`}${round === 0 ? '尚未提交' : `第 ${round} 次提交`}`;
  if (submitted !== undefined && (head.state === 'submitted' || head.state === 'approved'))
    return { standing, by: submitted.by, did: '提交', at: submitted.at };
  return {
    standing: head.state === 'returned' ? `${standing}，退回修改中` : standing,
    by: taker,
    did: '下载',
    at: now.toISOString(),
  };
}
