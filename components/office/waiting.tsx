import { alsoOf, StateMark } from './state';
import { deadlineSentence } from './days-left';
import type { DeskAgency, DeskReport } from '@/lib/workflow/desk-view';

/** What waits for a reviewer: submitted reports to review, approved ones to publish, the nearest deadline first. */
export function Waiting({ agencies }: { agencies: readonly DeskAgency[] }) {
  const waiting = agencies
    .flatMap((item) =>
      item.reports
        .filter(({ state }) => state === 'submitted' || state === 'approved')
        .map((report) => ({ item, report })),
    )
    .sort((a, b) => dueIn(a.report) - dueIn(b.report));
  return (
    <section className="desk-part" aria-labelledby="waiting">
      <h2 id="waiting">等我办理</h2>
      {waiting.length === 0 ? <p className="quiet-line">没有等待审核或公布的报告。</p> : null}
      <ul className="todo">
        {waiting.map(({ item, report }) => {
          const submitted = report.state === 'submitted';
          return (
            <li key={`${item.agency.key}-${report.year}`}>
              <div>
                <h3>
                  <span className="whole">{item.agency.name}</span>{' '}
                  <span className="whole">{report.year} 年度报告</span>
                </h3>
                <p>
                  <StateMark state={report.state} also={alsoOf(report)} />
                  {submitted && report.openComments > 0 ? <span>{report.openComments} 条批注待处理</span> : null}
                  {report.deadlines.slice(0, 1).map((deadline) => (
                    <span key={deadline.label}>{deadlineSentence(deadline)}</span>
                  ))}
                </p>
              </div>
              <a className="button main" href={`/office/reports/${item.agency.key}/${report.year}/review`}>
                {submitted ? '去审核' : '去公布'}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const dueIn = (report: DeskReport): number => report.deadlines[0]?.daysLeft ?? Number.MAX_SAFE_INTEGER;
