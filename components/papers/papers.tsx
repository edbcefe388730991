import type { ReactNode } from 'react';
import type { PapersView, VersionView } from '@/lib/workflow/papers';
import { stands } from '@/lib/workflow/permissions';
import type { EditorView } from '@/lib/workflow/view';
import { fullDay } from '@/components/ui/time';
import { CopyPage } from './copy-page';
import { EvidenceList } from './evidence';
import { FileScan } from './file-scan';
import { OwnSite } from './own-site';
import { RecordSite } from './record-site';
import type { PapersPlace } from './send';

/** 相关文书: what goes with a report on its way to publication and after it. */
export function Papers({ view, papers }: { view: EditorView; papers: PapersView }) {
  const { head, viewer } = view;
  const address = `/office/reports/${head.agency.key}/${head.year}`;
  const place: PapersPlace = { agency: head.agency.key, year: head.year, person: viewer.id };
  const onTheWay = head.state !== 'published' && head.state !== 'withdrawn';
  const [current] = papers.versions;
  return (
    <section className="papers" aria-labelledby="papers">
      <h2 id="papers">相关文书</h2>
      <dl>
        {onTheWay ? (
          <Paper name="送审稿">
            <a className="button" href={`${address}/papers/review-copy.docx`} download>
              下载送审稿
            </a>
            <p>Word 文件，与将要公布的内容相同，每页有“送审稿”水印和提交信息，供领导传阅。</p>
          </Paper>
        ) : null}
        <Paper name="呈批单">
          <a className="button" href={`${address}/papers/approval-slip.docx`} download>
            下载呈批单
          </a>
          <p>Word 文件，列出主要数据、核对情况和填报人的说明，打印后请领导签批。</p>
        </Paper>
        <Paper name="签批件">
          <EvidenceList address={address} evidence={papers.evidence} head={head} />
          {viewer.may.file ? <FileScan place={place} evidence={papers.evidence} /> : null}
          {head.state === 'draft' || head.state === 'returned' ? (
            <p>提交审核以后，可以在这里归入领导签批的扫描件。</p>
          ) : null}
        </Paper>
        {current === undefined ? null : (
          <>
            <Paper name="归档包">
              <Archives address={address} versions={papers.versions} />
              <p>公布文件、审批记录、数字签名和签批件打成一个压缩包，附目录和每个文件的校验值。</p>
            </Paper>
            <Paper name="本机关网站">
              {stands(head) ? (
                <div className="ways-out">
                  <CopyPage place={place} version={current.number} />
                  <a
                    className="button"
                    href={`/reports/${head.agency.key}/${head.year}/versions/${current.number}/report.html`}
                    download
                  >
                    下载单个网页
                  </a>
                </div>
              ) : (
                <p>报告已撤回。本机关网站上如有这份报告，请一并撤下。</p>
              )}
              {papers.versions.map((version) => (
                <div key={version.number}>
                  {papers.versions.length === 1 ? null : <h3>第 {version.number} 版</h3>}
                  <OwnSite copies={version.copies} place={place} mayRecord={viewer.may.record} />
                </div>
              ))}
              {viewer.may.record && stands(head) ? <RecordSite place={place} version={current.number} /> : null}
            </Paper>
          </>
        )}
      </dl>
    </section>
  );
}

/** One kind of paper: its name, and what there is of it. */
function Paper({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Archives({ address, versions }: { address: string; versions: readonly VersionView[] }) {
  return (
    <ul className="archives">
      {versions.map(({ number, publishedAt }) => (
        <li key={number}>
          <a className="button" href={`${address}/papers/archive-${number}.zip`} download>
            下载归档包（第 {number} 版）
          </a>
          <small>{fullDay(publishedAt)}公布</small>
        </li>
      ))}
    </ul>
  );
}
