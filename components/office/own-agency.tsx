import { stands } from '@/lib/workflow/permissions';
import type { ReportState } from '@/lib/workflow/state';
import { fullMoment, moment } from '@/components/ui/time';
import { deadlineSentence } from './days-left';
import type { DeskAgency, DeskReport } from '@/lib/workflow/desk-view';
import { StartReport } from './start-report';
import { alsoOf, StateMark } from './state';

/**
 * The reports of the own agency: the one of this round with the next step, then the earlier years; without a round all
 * years in one list.
 */
export function OwnAgency({ item, roundYear, title }: { item: DeskAgency; roundYear: number | null; title: string }) {
  const { agency, reports, canStart } = item;
  const current = reports.filter((report) => roundYear !== null && report.year >= roundYear);
  const earlier = reports.filter((report) => !current.includes(report));
  const main = canStart.find((year) => year === roundYear);
  const others = canStart.filter((year) => year !== main);
  return (
    <section className="desk-part" aria-labelledby={`desk-${agency.key}`}>
      <h2 id={`desk-${agency.key}`}>{title}</h2>
      {main === undefined ? null : (
        <div className="now">
          <div>
            <h3>{main} 年度报告</h3>
            <p>还没有开始。</p>
          </div>
          <div className="act">
            <StartReport agency={agency.key} year={main} main />
          </div>
        </div>
      )}
      {current.map((report) => (
        <Now key={report.year} agency={agency.key} report={report} />
      ))}
      {others.map((year) => (
        <p className="start-early" key={year}>
          <StartReport agency={agency.key} year={year} />
        </p>
      ))}
      {earlier.length === 0 ? null : <Years agency={agency.key} reports={earlier} />}
      {reports.length === 0 && canStart.length === 0 ? <p className="quiet-line">还没有报告。</p> : null}
    </section>
  );
}

const next: Readonly<Record<ReportState, { readonly says: string; readonly act: string }>> = {
  draft: { says: '六个部分填完、没有错误，就可以提交审核。', act: '继续填写' },
  submitted: { says: '已经提交，等待审核。', act: '看提交的报告' },
  returned: { says: '审核人退回了，改好后再次提交。', act: '去修改' },
  approved: { says: '已经批准，等待公布。', act: '看报告' },
  published: { says: '已经公布。有误的办理更正。', act: '经过和更正' },
  withdrawn: { says: '已经撤回公布，原来的地址上是撤回说明。', act: '经过和更正' },
};

function Now({ agency, report }: { agency: string; report: DeskReport }) {
  const { says, act } = next[report.state];
  const writing = report.state === 'draft' || report.state === 'returned';
  return (
    <div className="now">
      <div>
        <h3>
          {report.year} 年度报告 <StateMark state={report.state} also={alsoOf(report)} />
        </h3>
        <p>
          {report.correction === null ? says : `正在更正第 ${report.correction.of} 版：${report.correction.reason}`}
        </p>
        {report.returnedReason === '' ? null : <blockquote>{report.returnedReason}</blockquote>}
        <p className="meta">
          {writing && report.openComments > 0 ? <span>{report.openComments} 条批注待处理</span> : null}
          {report.publication !== null
            ? null
            : report.deadlines.map((deadline) => <span key={deadline.label}>{deadlineSentence(deadline)}</span>)}
          <span>{moment(report.updatedAt)} 更新</span>
        </p>
      </div>
      <div className="act">
        <a className={writing ? 'button main' : 'button'} href={`/office/reports/${agency}/${report.year}`}>
          {act}
        </a>
        {report.publication !== null ? (
          <a className="button" href={`/reports/${agency}/${report.year}`}>
            {stands(report) ? '看公布的报告' : '看撤回说明'}
          </a>
        ) : null}
      </div>
    </div>
  );
}

function Years({ agency, reports }: { agency: string; reports: readonly DeskReport[] }) {
  return (
    <table className="list earlier">
      <caption className="vh">历年报告</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">状态</th>
          <th scope="col" className="wide-cell">
            更新
          </th>
          <th scope="col" className="act">
            <span className="vh">去看</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <tr key={report.year}>
            <th scope="row">
              <a href={`/office/reports/${agency}/${report.year}`}>{report.year} 年度</a>
            </th>
            <td>
              <StateMark state={report.state} also={alsoOf(report)} />
            </td>
            <td className="wide-cell">{fullMoment(report.updatedAt)}</td>
            <td className="act">
              {report.publication !== null ? (
                <a href={`/reports/${agency}/${report.year}`}>
                  {stands(report) ? '公布的报告' : '撤回说明'}
                  <span className="vh">：{report.year} 年度</span>
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
