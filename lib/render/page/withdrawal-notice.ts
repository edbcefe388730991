import { shanghaiDay, type FrameVersion } from '@/lib/render/frame';
import { html, type Markup } from './markup';
import { frameStyle } from './page-style';
import { masthead, shell, siteFoot, type Site } from './shell';

/** Why a report is no longer published, as the address says that had it. */
export interface Withdrawal extends Site {
  readonly title: string;
  readonly agency: string;
  readonly year: number;
  /** ISO time. */
  readonly at: string;
  readonly reason: string;
  /** Path of the report without a version. */
  readonly address: string;
  /** Path of all years of the agency. */
  readonly agencyAddress: string;
  readonly origin: string;
  /** Newest first. */
  readonly versions: readonly FrameVersion[];
}

const noticeStyle = `${frameStyle}
.notice{background:#fff;border:1px solid #c3beb3;max-width:864px;padding:48px 72px 56px}
.notice .says{display:inline-block;margin:0;font-weight:600;padding:2px 12px;border:1px solid #775000;border-radius:2px;color:#775000;background:#fbf1da}
.notice h1{margin:16px 0 24px;font-size:22px;font-weight:600;line-height:1.5;text-wrap:balance}
.notice h1 span{display:inline-block}
.notice dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:10px 24px;margin:0 0 24px;font-size:16px;line-height:1.75}
.notice dt{color:#465158}
.notice dd{margin:0}
.notice h2{margin:32px 0 8px;font-size:16px}
.notice p{margin:0;font-size:14px;line-height:1.75;color:#465158;max-width:48em}
.notice ol{list-style:none;margin:12px 0 0;padding:0}
.notice li{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 16px;padding:10px 0;border-top:1px solid #dcd8cf}
.notice li span{color:#465158}
.notice a{color:#1d5673;text-underline-offset:.22em}
@media (max-width:720px){.notice{margin:0 -16px;border-inline:0;padding:24px 16px 32px}.notice dl{display:block}.notice dd{margin:0 0 12px}.notice li a{display:inline-flex;align-items:center;min-height:32px}}
@media print{.notice{border:0;padding:0;color:#000}}
`;

/**
 * The page that stands where a withdrawn report stood: who withdrew it, when and why, and where its versions are kept.
 * No file is offered.
 */
export function withdrawalNotice(notice: Withdrawal): string {
  const canonical = `${notice.origin}${notice.address}`;
  const meta = html`<link rel="canonical" href="${canonical}">`;
  const body = html`<body>
<a class="skip" href="#document">跳到正文</a>
${masthead(notice)}
<div class="wrap"><nav class="trail frame" aria-label="位置"><a href="${notice.basePath}/">全部报告</a> › <a href="${notice.agencyAddress}">${notice.agency}</a> › ${notice.year}年度</nav>
<main class="notice" id="document"><p class="says">已撤回</p>
<h1>${wholeNames(notice)}</h1>
<dl><dt>撤回的机关</dt><dd>${notice.agency}</dd><dt>撤回的时间</dt><dd>${shanghaiDay(notice.at)}</dd><dt>撤回的原因</dt><dd>${notice.reason.split('\n').map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</dd></dl>
<h2>撤回前公布的版本</h2>
<p>原文${notice.versions.length > 1 ? '各自标明“已撤回”或者“已被取代”' : '标明“已撤回”'}后留存备查，其中的数据不再计入汇总。</p>
<ol>${notice.versions.map((version) => versionHtml(version, notice))}</ol>
</main></div>
${siteFoot(notice)}
</body>`;
  return shell(`已撤回：${notice.title}`, meta, noticeStyle, body);
}

/** The title, which breaks behind the agency's name if it has to, and never between a year and its 年. */
function wholeNames({ title, agency }: Withdrawal): Markup {
  return title.startsWith(agency)
    ? html`<span>${agency}</span><span>${title.slice(agency.length)}</span>`
    : html`${title}`;
}

function versionHtml({ number, publishedAt, note }: FrameVersion, { address }: Withdrawal): Markup {
  return html`<li><a href="${address}/versions/${number}">第 ${number} 版</a><span>${shanghaiDay(publishedAt)}${note === undefined || note === '' ? '公布' : `更正：${note}`}</span></li>`;
}
