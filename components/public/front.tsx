import { agencyKindNames, agencyKinds } from '@/lib/report/report';
import type { PublicationEntry, Site, YearPicture } from '@/lib/workflow/public-view';
import { Entries } from './entries';
import { PublicPage } from './frame';
import { Outcomes, Published } from './picture';
import { frontAddress, type FrontQuery } from './query';

export interface FrontView {
  readonly site: Site;
  readonly styles: string;
  readonly query: FrontQuery;
  readonly entries: readonly PublicationEntry[];
  readonly next: string | null;
  readonly years: readonly number[];
  readonly picture: YearPicture | null;
}

/** The front page: search, filters, what is published, and the year in figures. */
export function FrontPage({ view }: { view: FrontView }) {
  const { site, query, picture, years } = view;
  const oldest = years.at(-1);
  return (
    <PublicPage site={site} title={site.name} styles={view.styles} current="reports">
      <section className="find" aria-labelledby="find-title">
        <div className="wrap">
          <h1 id="find-title">政府信息公开工作年度报告</h1>
          <p>
            {picture === null ? '还没有公布的报告' : `${picture.agencies} 家行政机关`}
            {oldest === undefined ? '' : `，${oldest} 年以来已公布的报告`}
          </p>
          <form role="search" action="/" method="get">
            {query.kind === null ? null : <input type="hidden" name="kind" value={query.kind} />}
            <input
              type="search"
              name="q"
              aria-label="机关名称"
              aria-describedby="find-hint"
              defaultValue={query.words}
              maxLength={100}
            />
            <button type="submit">搜索</button>
          </form>
          <p className="hint" id="find-hint">
            按机关名称查找，可以加上年度，例如：教育局 2023
          </p>
        </div>
      </section>
      <div className="wrap front">
        <main id="main" tabIndex={-1}>
          <Filters query={query} years={years} />
          {view.entries.length === 0 ? <Nothing query={query} /> : <Entries entries={view.entries} />}
          <p className="more">
            {query.after === null ? null : (
              <a className="button" href={frontAddress({ ...query, after: null })}>
                回到最前
              </a>
            )}
            {view.next === null ? null : (
              <a className="button" href={frontAddress({ ...query, after: view.next })}>
                再看 20 份
              </a>
            )}
          </p>
        </main>
        {picture === null || picture.published === 0 ? null : (
          <aside aria-label={`${picture.year} 年度概况`}>
            <Published picture={picture} />
            <Outcomes picture={picture} />
          </aside>
        )}
      </div>
    </PublicPage>
  );
}

function Filters({ query, years }: { query: FrontQuery; years: readonly number[] }) {
  return (
    <form className="filters" aria-label="筛选" action="/" method="get">
      {query.words === '' ? null : <input type="hidden" name="q" value={query.words} />}
      <label>
        年度
        <select className="select" name="year" defaultValue={query.year === null ? '' : String(query.year)}>
          <option value="">全部</option>
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label>
        机关类别
        <select className="select" name="kind" defaultValue={query.kind ?? ''}>
          <option value="">全部</option>
          {agencyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {agencyKindNames[kind]}
            </option>
          ))}
        </select>
      </label>
      <button className="button" type="submit">
        筛选
      </button>
      <p className="found">{query.words === '' ? '最近公布的在前' : `名称含“${query.words}”的机关`}</p>
    </form>
  );
}

function Nothing({ query }: { query: FrontQuery }) {
  const asked = query.words !== '' || query.year !== null || query.kind !== null;
  return (
    <div className="nothing">
      <p>{asked ? '没有符合条件的报告。' : '还没有公布的报告。'}</p>
      {asked ? (
        <a className="button" href="/">
          看全部报告
        </a>
      ) : null}
    </div>
  );
}
