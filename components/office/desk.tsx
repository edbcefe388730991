import type { Correction } from '../../lib/workflow/correction';
import type { Role } from '../../lib/workflow/permissions';
import type { ReportState } from '../../lib/workflow/state';
import type { AgencyView, Deadline } from '../../lib/workflow/view';
import { OwnAgency } from './own-agency';
import { PdfNote, type PdfWork } from './pdf-note';
import { Units } from './units';
import { Waiting } from './waiting';

/** What lies on a desk; the shape is that of the use case `listReports`. */
export interface Desk {
  readonly roundYear: number;
  readonly agencies: readonly DeskAgency[];
}

export interface DeskAgency {
  readonly agency: AgencyView;
  readonly roles: readonly Role[];
  readonly reports: readonly DeskReport[];
  readonly canStart: readonly number[];
}

export interface DeskReport {
  readonly year: number;
  readonly state: ReportState;
  readonly submission: number;
  readonly publication: number | null;
  readonly correction: Correction | null;
  readonly updatedAt: string;
  readonly deadlines: readonly Deadline[];
  readonly openComments: number;
  readonly returnedReason: string;
}

/** Everybody's first page: what waits for a reviewer, the own agency's report, the units below. */
export function DeskPage({ desk, pdf }: { desk: Desk; pdf: PdfWork | null }) {
  const holds = (role: Role): DeskAgency[] => desk.agencies.filter((item) => item.roles.includes(role));
  const writing = holds('author');
  const reviewing = holds('reviewer');
  const governing = holds('administrator').length > 0;
  return (
    <main className="board" id="main">
      <h1 className="vh">我的报告</h1>
      {reviewing.length === 0 ? null : <Waiting agencies={reviewing} />}
      {writing.map((item) => (
        <OwnAgency key={item.agency.key} item={item} roundYear={desk.roundYear} title={writing.length === 1 ? '本机关的报告' : item.agency.name} />
      ))}
      <PdfNote work={pdf} />
      {governing ? <Units agencies={desk.agencies} roundYear={desk.roundYear} /> : null}
      {desk.agencies.length === 0 ? (
        <div className="nothing">
          <p>您还不属于任何机关，请与管理员联系。</p>
          <a className="button" href="/">
            看公布的报告
          </a>
        </div>
      ) : null}
      {writing.length === 0 && !governing
        ? reviewing.map((item) => <OwnAgency key={item.agency.key} item={item} roundYear={null} title={reviewing.length === 1 ? '历年报告' : item.agency.name} />)
        : null}
      <p className="to-check">
        <a href="/check">核对一份报告</a>：读入 Word、网页、PDF 或文字，逐条核对，文件不保存
      </p>
      <p className="to-check">
        <a href="/office/batches">批量核对</a>：交来许多份或一个压缩包，在后台逐份核对，列成一张表
      </p>
    </main>
  );
}
