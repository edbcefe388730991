import { PublicPage, type Site } from './frame';

/** A public address at which nothing is published. */
export function MissingPage({ site, styles }: { site: Site; styles: string }) {
  return (
    <PublicPage site={site} title="没有这份报告" styles={styles}>
      <div className="wrap">
        <main id="main" tabIndex={-1} className="agency">
          <h1>这个地址没有公布的报告</h1>
          <p className="under">可能还没有公布，或者地址有误。</p>
          <p className="more start">
            <a className="button main" href="/">
              看全部报告
            </a>
          </p>
        </main>
      </div>
    </PublicPage>
  );
}
