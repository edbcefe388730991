import { Seal } from '@/components/office/masthead';

/** The band on top: the way back to what is published, to the rules, and to the office. */
export function CheckMasthead({ person }: { person: string | null }) {
  return (
    <header className="masthead">
      <a className="brand" href="/">
        <Seal />
        年报
      </a>
      <nav className="ways push" aria-label="全站">
        <a href="/">全部报告</a>
        <a href="/check" aria-current="page">
          核对报告
        </a>
        {person === null ? null : <a href="/office/batches">批量核对</a>}
        <a href="/check/rules">核对规则</a>
        <a href="/office">{person === null ? '工作人员' : '我的报告'}</a>
      </nav>
      {person === null ? null : <span className="person">{person}</span>}
    </header>
  );
}
