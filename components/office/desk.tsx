import type { DeskAgency, DeskView, PdfWork } from '@/lib/workflow/desk-view';
import type { Role } from '@/lib/workflow/permissions';
import { OwnAgency } from './own-agency';
import { PdfNote } from './pdf-note';
import { Units } from './units';
import { Waiting } from './waiting';

/** Everybody's first page: what waits for a reviewer, the own agency's report, the units below. */
export function DeskPage({ desk, pdf }: { desk: DeskView; pdf: PdfWork | null }) {
  const holds = (role: Role): DeskAgency[] => desk.agencies.filter((item) => item.roles.includes(role));
  const writing = holds('author');
  const reviewing = holds('reviewer');
  const governing = holds('administrator').length > 0;
  return (
    <main className="board" id="main">
      <h1 className="vh">我的报告</h1>
      {reviewing.length === 0 ? null : <Waiting agencies={reviewing} />}
      {writing.map((item) => (
        <OwnAgency
          key={item.agency.key}
          item={item}
          roundYear={desk.roundYear}
          title={writing.length === 1 ? '本机关的报告' : item.agency.name}
        />
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
        ? reviewing.map((item) => (
            <OwnAgency
              key={item.agency.key}
              item={item}
              roundYear={null}
              title={reviewing.length === 1 ? '历年报告' : item.agency.name}
            />
          ))
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
