import type { Metadata } from 'next';
import { Masthead } from '@/components/office/masthead';
import { Person } from '@/components/office/person';
import { alsoOf, StateMark } from '@/components/office/state';
import { ReviewDesk } from '@/components/review/desk';
import { moment } from '@/components/ui/time';
import { currentActor } from '@/lib/accounts/actor';
import { check } from '@/lib/checks/check';
import { resolve } from '@/lib/report/resolve';
import { formatById } from '@/lib/statute/formats';
import { openPapers } from '@/lib/usecases/papers/open-papers';
import { reviewReport } from '@/lib/usecases/review/review-report';
import { roleNames } from '@/lib/workflow/permissions';
import { isRefusal } from '@/lib/workflow/refusal';
import type { ReviewView } from '@/lib/workflow/view';
import { turnAway, yearOf } from '@/app/office/turn-away';

export const metadata: Metadata = { title: '审核' };

interface Props {
  params: Promise<{ agency: string; year: string }>;
}

export default async function ReviewPage({ params }: Props) {
  const { agency, year } = await params;
  const address = `/office/reports/${agency}/${year}`;
  const actor = await currentActor();
  const view = await reviewReport(actor, agency, yearOf(year), new Date());
  if (isRefusal(view)) turnAway(view, `${address}/review`);
  const papers = await openPapers(actor, agency, yearOf(year));
  if (isRefusal(papers)) turnAway(papers, `${address}/review`);
  const { head, viewer } = view;
  const submitted = view.history.findLast((event) => event.type === 'submitted');
  return (
    <>
      <Masthead
        agency={head.agency.name}
        detail={`${head.year} 年度报告`}
        state={<StateMark state={head.state} also={alsoOf(head)} />}
        actions={
          <>
            <a className="button" href={`${address}/preview`} target="_blank" rel="noreferrer">
              预览
            </a>
            <a className="button" href={`${address}?view=history${viewer.may.withdraw ? '' : '#papers'}`}>
              {viewer.may.withdraw ? '文书和撤回' : '文书'}
            </a>
          </>
        }
        person={<Person name={viewer.name} role={viewer.roles.map((role) => roleNames[role]).join('、')} />}
      >
        {submitted === undefined || head.state === 'draft' ? undefined : (
          <span className="wide-only">
            {submitted.by} {moment(submitted.at)} 提交
          </span>
        )}
      </Masthead>
      <ReviewDesk view={view} findings={findingsOf(view)} evidence={papers.evidence} />
    </>
  );
}

function findingsOf(view: ReviewView) {
  const format = formatById(view.head.format);
  if (format === undefined) return [];
  return check(resolve(format, view.draft).report, { purpose: 'draft', kind: view.head.agency.kind, last: view.last })
    .findings;
}
