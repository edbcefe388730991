import { docxOf } from '@/lib/render/docx';
import { previewOf } from '@/lib/render/preview';
import type { Report } from '@/lib/report/report';
import { resolve } from '@/lib/report/resolve';
import { database } from '@/lib/store/database';
import { pictureData } from '@/lib/store/pictures';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import type { EditorView } from '@/lib/workflow/view';
import { dayInShanghai } from './deadlines';
import { formatOf } from './format-of';
import { openReport } from './open-report';

const says = {
  draft: '草稿，还没有提交审核。',
  submitted: '正在审核，还没有公布。',
  returned: '已退回修改，还没有公布。',
  approved: '已批准，等待公布。',
  published: '已经公布，这里是它的底稿。',
  withdrawn: '已经撤回公布，这里是它的底稿。',
} as const;

/** The page as it would be published today; `nonce` is that of the page's policy. Refuses what `openReport` refuses. */
export async function previewReport(actor: Actor | null, agencyKey: string, year: number, now: Date, nonce: string): Promise<{ page: string } | Refusal> {
  const view = await openReport(actor, agencyKey, year, now);
  if (isRefusal(view)) return view;
  const address = `/office/reports/${agencyKey}/${year}`;
  const band = {
    says: says[view.head.state],
    back: { label: '返回报告', path: address },
    download: `${address}/preview/report.docx`,
  };
  return { page: previewOf(await reportOf(view, now), band, nonce) };
}

/** The .docx as it would be published today. */
export async function previewDocument(actor: Actor | null, agencyKey: string, year: number, now: Date): Promise<Uint8Array | Refusal> {
  const view = await openReport(actor, agencyKey, year, now);
  return isRefusal(view) ? view : docxOf(await reportOf(view, now));
}

/** The report as it stands; until it is published it bears the date of today. */
async function reportOf(view: EditorView, now: Date): Promise<Report> {
  const published = view.history.findLast((event) => event.type === 'published');
  const pictures = await pictureData(database(), view.head.id, view.draft);
  return resolve(formatOf(view.head), view.draft, dayInShanghai(published === undefined ? now : new Date(published.at)), pictures).report;
}
