import type { ReactNode } from 'react';
import type { PublishedFileFound, UnprovenFile, Verification, VersionStanding } from '@/lib/workflow/verification';
import { Icon } from '@/components/ui/icon';
import { Mark } from '@/components/ui/mark';
import { fullMoment } from '@/components/ui/time';

type Tone = 'done' | 'warning' | 'error' | 'notice';

function Card({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <section className={`verdict ${tone}`} aria-labelledby="verdict">
      <h2 id="verdict">
        <Icon name={tone} />
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What was found out about a file or a hash, and what to do now. */
export function Verdict({ found, file }: { found: Verification; file: { readonly name: string } | null }) {
  const handed = file === null ? '这个校验值' : `“${file.name}”`;
  if (found.outcome === 'published') return <Published found={found} file={file} />;
  if (found.outcome === 'unproven') return <Unproven found={found} handed={handed} />;
  return (
    <Card tone="notice" title={verdictTitle(found)}>
      <p>{handed}与本站公布过的任何一个文件都不一致，不能证明它是公布的报告。可能是：</p>
      <ul>
        <li>内容被改动过，哪怕只改了一个字、一个数；</li>
        <li>用 Word、WPS 打开后又保存过，或者是从网页另存、打印、扫描得来的；</li>
        <li>是没有公布的稿子，或者由别的网站公布。</li>
      </ul>
      <p>
        请到<a href="/">本站查找这份报告</a>，重新下载；内容有疑问的，向公布报告的机关询问。
      </p>
      <Hash value={found.sha256} />
    </Card>
  );
}

/** The outcome in a few words; also what the window is called. */
export function verdictTitle(found: Verification): string {
  if (found.outcome === 'published') return titles[found.standing];
  if (found.outcome === 'unproven') return found.signed ? '记录与签名不符，不能证明' : '有记录，但没有签名';
  return '不是本站公布的文件';
}

const titles: Readonly<Record<VersionStanding, string>> = {
  current: '与公布的文件完全一致',
  superseded: '是公布过的文件，但已被更正',
  withdrawn: '是公布过的文件，但报告已撤回',
};

const fileNames: Readonly<Record<string, string>> = {
  page: '报告网页',
  'superseded.html': '报告网页（标明已被取代）',
  'withdrawn.html': '报告网页（标明已撤回）',
  'notice.html': '撤回说明',
  'report.docx': 'Word 文档',
  'report.pdf': 'PDF 文档',
  'report.html': '单个网页',
  'report.json': '数据（JSON）',
  'report.csv': '数据表（CSV）',
};

const standings: Readonly<Record<VersionStanding, string>> = {
  current: '现行版本',
  superseded: '已被后来的版本取代',
  withdrawn: '已撤回',
};

function Published({ found, file }: { found: PublishedFileFound; file: { readonly name: string } | null }) {
  const { agency, agencyKey, year, version, publishedAt, name, standing, withdrawn, unlike, key } = found;
  const report = `/reports/${agencyKey}/${year}`;
  const own = `${report}/versions/${version}`;
  return (
    <Card tone={standing === 'current' ? 'done' : 'warning'} title={verdictTitle(found)}>
      {unlike.length === 0 ? null : (
        <div className="unlike">
          <Mark kind="error">本站现在的记录与签名不符</Mark>
          <p>{unlike.join('；')}。</p>
          <p>下列各项以签名为准。记录可能被改动，请告知本站管理人员。</p>
        </div>
      )}
      <dl>
        {file === null ? null : <Row term="核验的文件">{file.name}</Row>}
        <Row term="公布机关">
          <a href={`/reports/${agencyKey}`}>{agency}</a>
        </Row>
        <Row term="报告">
          <a href={own}>{year} 年度政府信息公开工作年度报告</a>
        </Row>
        <Row term="公布时间">
          <time dateTime={publishedAt}>{fullMoment(publishedAt)}</time>
        </Row>
        <Row term="版次">
          第 {version} 版，{standings[standing]}
          {standing === 'superseded' && withdrawn ? '；这份报告以后已撤回' : ''}
        </Row>
        <Row term="文件">{fileNames[name] ?? name}</Row>
        <Row term="签名">
          有效，<a href={`${own}/signature.json`}>签名文件</a>，密钥 <a href={`/verify/keys/${key}.pem`}>{key}</a>
        </Row>
      </dl>
      {standing === 'current' ? null : (
        <p>
          <a className="button" href={report}>
            {withdrawn ? '看撤回说明' : '看现行版本'}
          </a>
        </p>
      )}
      <Hash value={found.sha256} />
    </Card>
  );
}

function Unproven({ found, handed }: { found: UnprovenFile; handed: string }) {
  const { agency, agencyKey, year, version, signed, sha256 } = found;
  return (
    <Card tone={signed ? 'error' : 'warning'} title={verdictTitle(found)}>
      <p>
        本站的记录说{handed}属于
        <a href={`/reports/${agencyKey}/${year}/versions/${version}`}>
          {agency} {year} 年度报告第 {version} 版
        </a>
        ，
        {signed
          ? '但公布时的签名不能确认。记录或签名可能被改动，请不要据此认为它是公布的文件，并告知本站管理人员。'
          : '但这一版公布时还没有签名制度，不能另行证明。'}
      </p>
      <Hash value={sha256} />
    </Card>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Hash({ value }: { value: string }) {
  return (
    <p className="hash">
      SHA-256 <a href={`/verify?hash=${value}`}>{value}</a>
    </p>
  );
}
