import { agencyKindNames } from '@/lib/report/report';
import type { PublicationEntry } from '@/lib/workflow/public-view';
import { fullDay, isoDay } from '@/components/ui/time';

export const figureOf = (entry: Pick<PublicationEntry, 'figures'>, cell: string): string => entry.figures[cell] ?? '0';

/** Published reports as a list, one entry a report. */
export function Entries({ entries }: { entries: readonly PublicationEntry[] }) {
  return (
    <ol className="entries">
      {entries.map((entry) => {
        const address = `/reports/${entry.agencyKey}/${entry.year}`;
        return (
          <li key={entry.id}>
            <div>
              <h2>
                <a href={address}>{entry.agencyName}</a>
              </h2>
              <p className="meta">
                <span>{entry.year} 年度</span>
                <span>{agencyKindNames[entry.agencyKind]}</span>
                <span>
                  <time dateTime={isoDay(entry.publishedAt)}>{fullDay(entry.publishedAt)}</time>公布
                </span>
                {entry.number > 1 ? <span>第 {entry.number} 版（更正）</span> : null}
                {entry.withdrawn ? <Withdrawn /> : null}
                <a href={`/reports/${entry.agencyKey}`}>
                  历年<span className="vh">：{entry.agencyName}</span>
                </a>
              </p>
            </div>
            {entry.withdrawn ? null : (
              <>
                <p className="got">
                  新收申请 <b>{figureOf(entry, 'applications.received.total')}</b>件
                </p>
                <Files address={address} of={`${entry.agencyName} ${entry.year} 年度`} pdf={entry.pdf} />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What stands beside a report that was taken out of publication. */
export function Withdrawn() {
  return <strong className="withdrawn">已撤回</strong>;
}

/** The files of a report; `of` tells one row's links from another's for those who hear them. */
export function Files({ address, of, pdf }: { address: string; of: string; pdf: boolean }) {
  return (
    <p className="take">
      {pdf ? (
        <a href={`${address}/report.pdf`} aria-label={`PDF：${of}`}>
          PDF
        </a>
      ) : null}
      <a href={`${address}/report.docx`} aria-label={`Word：${of}`}>
        Word
      </a>
      <a href={`${address}/report.json`} aria-label={`数据：${of}`}>
        数据
      </a>
    </p>
  );
}
