import { agencyKindNames } from '@/lib/report/report';
import type { PublicationEntry, Site } from '@/lib/workflow/public-view';
import { fullDay, isoDay } from '@/components/ui/time';
import { figureOf, Files, Withdrawn } from './entries';
import { PublicPage } from './frame';

/** All published years of one agency, the newest first; `entries` is not empty. */
export function AgencyPage({
  site,
  styles,
  entries,
}: {
  site: Site;
  styles: string;
  entries: readonly [PublicationEntry, ...PublicationEntry[]];
}) {
  const latest = entries[0];
  return (
    <PublicPage site={site} title={latest.agencyName} styles={styles}>
      <div className="wrap">
        <nav className="trail" aria-label="位置">
          <a href="/">全部报告</a> › {latest.agencyName}
        </nav>
        <main id="main" tabIndex={-1} className="agency">
          <h1>{latest.agencyName}</h1>
          <p className="under">
            {agencyKindNames[latest.agencyKind]}，已公布 {entries.filter((entry) => !entry.withdrawn).length}{' '}
            个年度的报告
          </p>
          <table className="years">
            <caption className="vh">历年报告</caption>
            <thead>
              <tr>
                <th scope="col">年度</th>
                <th scope="col" className="wide-only">
                  公布
                </th>
                <th scope="col" className="num">
                  新收申请
                </th>
                <th scope="col" className="num">
                  办结
                </th>
                <th scope="col" className="num">
                  结转下年
                </th>
                <th scope="col">下载</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">
                    <a href={`/reports/${entry.agencyKey}/${entry.year}`}>{entry.year} 年度</a>
                    {entry.withdrawn ? (
                      <>
                        {' '}
                        <Withdrawn />
                      </>
                    ) : null}
                    {entry.number > 1 ? <small>第 {entry.number} 版（更正）</small> : null}
                    {entry.agencyName === latest.agencyName ? null : <small>{entry.agencyName}</small>}
                  </th>
                  <td className="wide-only">
                    <time dateTime={isoDay(entry.publishedAt)}>{fullDay(entry.publishedAt)}</time>
                  </td>
                  {['received', 'handled', 'carriedOut'].map((row) => (
                    <td className="num" key={row}>
                      {entry.withdrawn ? '—' : figureOf(entry, `applications.${row}.total`)}
                    </td>
                  ))}
                  <td>
                    {entry.withdrawn ? null : (
                      <Files
                        address={`/reports/${entry.agencyKey}/${entry.year}`}
                        of={`${entry.year} 年度`}
                        pdf={entry.pdf}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </main>
      </div>
    </PublicPage>
  );
}
