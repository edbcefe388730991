import type { Site } from '@/lib/workflow/public-view';
import type { NotVerified, Verification } from '@/lib/workflow/verification';
import { PublicPage } from './frame';
import { Verdict, verdictTitle } from './verdict';

export interface VerifyView {
  readonly site: Site;
  readonly styles: string;
  /** Of a file that was handed in; null when a hash was. */
  readonly file: { readonly name: string } | null;
  /** The hash as it was typed. */
  readonly hash: string;
  readonly found: Verification | null;
  readonly fault: NotVerified | null;
}

const faults: Readonly<Record<NotVerified, string>> = {
  'no-file': '还没有选择文件。请先选择要核验的文件，再按“核验文件”。',
  'too-large': '文件超过 32 兆字节，没有接收。公布的文件都没有这么大；可以在自己的电脑上算出校验值，再在右边核验。',
  unreadable: '没有收到完整的文件，请再试一次。',
  'no-hash': '这不是 SHA-256 校验值：它由 64 个数字和字母 a 至 f 组成。请核对后再试。',
};

/** Is this file what was published? A plain form and its answer. */
export function VerifyPage({ view }: { view: VerifyView }) {
  const { site, styles, found, fault, file, hash } = view;
  const ofFile = fault !== null && fault !== 'no-hash';
  return (
    <PublicPage
      site={site}
      title={found === null ? '核验文件' : `${verdictTitle(found)} · 核验文件`}
      styles={styles}
      current="verify"
    >
      <div className="wrap">
        <main id="main" tabIndex={-1} className="agency verify">
          <h1>核验文件</h1>
          <p className="under">
            手里的年度报告，是不是行政机关公布的那一份？改过名、从邮件里收到的也能核验；内容差一个字就不是。
          </p>
          {found === null ? null : <Verdict found={found} file={file} />}
          <div className="ways-to-verify">
            <form method="post" action="/verify" encType="multipart/form-data" aria-labelledby="by-file" noValidate>
              <h2 id="by-file">{found === null ? '用文件核验' : '再核验一个文件'}</h2>
              <label htmlFor="file">从本站或别处得到的 Word、网页、PDF 或数据文件</label>
              <div className="file-field">
                <input
                  id="file"
                  name="file"
                  type="file"
                  required
                  aria-describedby={ofFile ? 'file-fault file-hint' : 'file-hint'}
                  aria-invalid={ofFile ? true : undefined}
                />
                <span className="file-words" aria-hidden="true">
                  <span>选择文件</span>
                  <span className="none">还没有选择</span>
                </span>
              </div>
              {ofFile ? <Fault id="file-fault" fault={fault} /> : null}
              <button type="submit" className="button main">
                核验文件
              </button>
              <p className="hint" id="file-hint">
                只计算校验值，不保存，不阅读。最大 32 兆字节。
              </p>
            </form>
            <form method="get" action="/verify" aria-labelledby="by-hash" noValidate>
              <h2 id="by-hash">用校验值核验</h2>
              <label htmlFor="hash">文件的 SHA-256 校验值</label>
              <input
                id="hash"
                name="hash"
                type="text"
                required
                maxLength={200}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                defaultValue={hash}
                aria-describedby={fault === 'no-hash' ? 'hash-fault hash-hint' : 'hash-hint'}
                aria-invalid={fault === 'no-hash' ? true : undefined}
              />
              {fault === 'no-hash' ? <Fault id="hash-fault" fault={fault} /> : null}
              <button type="submit" className="button">
                核验校验值
              </button>
              <div className="hint" id="hash-hint">
                <p>文件不必离开自己的电脑，在命令行算出校验值：</p>
                <p>
                  Windows　<code>certutil -hashfile 文件 SHA256</code>
                </p>
                <p>
                  Linux　<code>sha256sum 文件</code>
                </p>
              </div>
            </form>
          </div>
          <section className="how" aria-labelledby="how">
            <h2 id="how">凭什么说是</h2>
            <p>
              每份报告公布时，机关名称、年度、版次、公布时间和每个文件的校验值写成一份声明，用本站的密钥签名。核验只看签名，不看数据库里怎么写。
            </p>
            <p>
              签名文件随报告公布，<a href="/verify/keys.json">公钥</a>公开；有文件、签名和公钥，不联网也能核验。
            </p>
          </section>
        </main>
      </div>
    </PublicPage>
  );
}

function Fault({ id, fault }: { id: string; fault: NotVerified }) {
  return (
    <p className="fault" id={id} role="alert">
      {faults[fault]}
    </p>
  );
}
