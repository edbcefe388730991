import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { firstUnfinished } from '@/components/office/next-section';
import { ReportOverview } from '@/components/office/overview';
import { currentActor } from '@/lib/accounts/actor';
import { check } from '@/lib/checks/check';
import { resolve } from '@/lib/report/resolve';
import { formatById } from '@/lib/statute/formats';
import { openPapers } from '@/lib/usecases/papers/open-papers';
import { openReport } from '@/lib/usecases/writing/open-report';
import { isRefusal } from '@/lib/workflow/refusal';
import type { EditorView } from '@/lib/workflow/view';
import { turnAway, yearOf } from '@/app/office/turn-away';

export const metadata: Metadata = { title: '年度报告' };

interface Props {
  params: Promise<{ agency: string; year: string }>;
  searchParams: Promise<{ view?: string }>;
}

/** Leads each to their work: the author to the first section that wants something, the reviewer to the review. */
export default async function ReportPage({ params, searchParams }: Props) {
  const { agency, year } = await params;
  const address = `/office/reports/${agency}/${year}`;
  const actor = await currentActor();
  const view = await openReport(actor, agency, yearOf(year), new Date());
  if (isRefusal(view)) turnAway(view, address);
  if ((await searchParams).view !== 'history') {
    if (view.viewer.may.edit) redirect(`${address}/${nextSection(view)}`);
    if (view.viewer.may.approve) redirect(`${address}/review`);
  }
  const papers = await openPapers(actor, agency, yearOf(year));
  if (isRefusal(papers)) turnAway(papers, address);
  return <ReportOverview view={view} papers={papers} />;
}

function nextSection(view: EditorView): string {
  const format = formatById(view.head.format);
  if (format === undefined) return 'overview';
  const { report } = resolve(format, view.draft);
  const { findings } = check(report, { purpose: 'draft', kind: view.head.agency.kind, last: view.last });
  return firstUnfinished(format, report, findings, view.reasons);
}
