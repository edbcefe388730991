import type { ReactNode } from 'react';
import type { Site } from '@/lib/workflow/public-view';
import { Seal } from '@/components/office/masthead';

/** A whole public page: no script, one style sheet, no hooks (stack.md, "Zero scripts"). */
export function PublicPage({
  site,
  title,
  styles,
  current = null,
  children,
}: {
  site: Site;
  title: string;
  styles: string;
  current?: 'reports' | 'verify' | null;
  children: ReactNode;
}) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site.name ? title : `${title} · ${site.name}`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body className="public">
        <a className="skip" href="#main">
          跳到正文
        </a>
        <header className="masthead">
          <a className="brand" href="/">
            <Seal />
            {site.name}
          </a>
          <nav aria-label="全站">
            <a href="/" aria-current={current === 'reports' ? 'page' : undefined}>
              全部报告
            </a>
            <a href="/verify" aria-current={current === 'verify' ? 'page' : undefined} className="wide-only">
              核验文件
            </a>
            <a href="/check" className="wide-only">
              核对报告
            </a>
            <a href="/office">工作人员</a>
          </nav>
        </header>
        {children}
        <footer className="site-foot">
          <div className="wrap">
            {site.office === '' ? null : <span>主管：{site.office}</span>}
            <span>
              依照《中华人民共和国政府信息公开条例》
              <wbr />
              <span className="together">第四十九条、</span>
              <span className="together">第五十条公布</span>
            </span>
            <span className="ways">
              <a href="/verify">核验文件</a>
              <a href="/check">核对一份报告</a>
              <a href="/check/rules">核对规则</a>
            </span>
          </div>
        </footer>
      </body>
    </html>
  );
}
