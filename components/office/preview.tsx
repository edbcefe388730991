import type { ReportState } from '@/lib/workflow/state';
import type { Preview } from '@/lib/workflow/view';

const says: Readonly<Record<ReportState, string>> = {
  draft: '草稿，还没有提交审核。',
  submitted: '正在审核，还没有公布。',
  returned: '已退回修改，还没有公布。',
  approved: '已批准，等待公布。',
  published: '已经公布，这就是公布的网页。',
  withdrawn: '已经撤回公布，这里是撤回前最后公布的一版。',
};

/** A band that says what one sees, and below it the page itself, as it would be published now. */
export function PreviewPage({ preview, address }: { preview: Preview; address: string }) {
  const { agencyName, year, state } = preview;
  return (
    <main className="preview" id="main" aria-label="预览">
      <header className="preview-band">
        <h1>
          预览
          <span className="vh">
            ：{agencyName} {year} 年度报告
          </span>
        </h1>
        <p>
          {says[state]}
          {state === 'published' ? null : '现在公布，网页和 Word 就是这样；页内的下载链接公布以后才能打开。'}
        </p>
        <nav aria-label="预览">
          <a className="button" href={address}>
            返回报告
          </a>
          <a className="button" href={`${address}/preview/page`} target="_blank" rel="noreferrer">
            单独打开
          </a>
          <a className="button main" href={`${address}/preview/report.docx`}>
            下载 Word
          </a>
        </nav>
      </header>
      <iframe src={`${address}/preview/page`} title="将要公布的网页" />
    </main>
  );
}
