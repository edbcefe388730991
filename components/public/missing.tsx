import type { Site } from '@/lib/workflow/public-view';
import { PublicPage } from './frame';

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

/** The address of a PDF that is not made yet; `report` is the address of the report. */
export function MissingPdf({ site, styles, report }: { site: Site; styles: string; report: string }) {
  return (
    <PublicPage site={site} title="还没有 PDF" styles={styles}>
      <div className="wrap">
        <main id="main" tabIndex={-1} className="agency">
          <h1>这份报告还没有 PDF</h1>
          <p className="under">PDF 在公布以后另行生成。报告的网页和 Word 文档已经可以阅读和下载，内容相同。</p>
          <p className="more start">
            <a className="button main" href={report}>
              看报告
            </a>
            <a className="button" href={`${report}/report.docx`}>
              下载 Word
            </a>
          </p>
        </main>
      </div>
    </PublicPage>
  );
}
