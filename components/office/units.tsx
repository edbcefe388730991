import type { DeskAgency } from '@/lib/workflow/desk-view';
import { stands } from '@/lib/workflow/permissions';
import { moment } from '@/components/ui/time';
import { alsoOf, NotStarted, StateMark } from './state';

/** For an administrator: every agency below, with how far its report of this round has come. */
export function Units({ agencies, roundYear }: { agencies: readonly DeskAgency[]; roundYear: number }) {
  const rows = agencies.map((item) => ({ ...item, report: item.reports.find((report) => report.year === roundYear) }));
  const published = rows.filter(({ report }) => report !== undefined && stands(report)).length;
  return (
    <section className="desk-part" aria-labelledby="units">
      <div className="work-head">
        <div>
          <h2 id="units">{roundYear} 年度报告进度</h2>
          <p>
            {rows.length} 家，{published} 家已公布
          </p>
        </div>
        <div className="tools">
          <a className="button" href="/office/agencies">
            机关
          </a>
          <a className="button" href="/office/accounts">
            账号
          </a>
        </div>
      </div>
      <table className="list">
        <caption className="vh">各机关的进度</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">状态</th>
            <th scope="col" className="num wide-cell">
              待处理批注
            </th>
            <th scope="col" className="wide-cell">
              更新
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agency, report }) => (
            <tr key={agency.key}>
              <th scope="row">
                {report === undefined ? (
                  agency.name
                ) : (
                  <a href={`/office/reports/${agency.key}/${roundYear}`}>{agency.name}</a>
                )}
              </th>
              <td>
                {report === undefined ? <NotStarted /> : <StateMark state={report.state} also={alsoOf(report)} />}
              </td>
              <td className="num wide-cell">
                {report === undefined || report.openComments === 0 ? '—' : report.openComments}
              </td>
              <td className="wide-cell">{report === undefined ? '—' : moment(report.updatedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
