import { createHash } from 'node:crypto';
import type { Report } from '@/lib/report/report';
import { documentMarkup } from './document';
import { documentStyle } from './document-style';
import { addressesOf, printedSize, shanghaiDay, type PageFrame } from '@/lib/render/frame';
import { html, type Markup } from './markup';
import { outlineOf, type Outline } from '@/lib/render/outline';
import { documentMeta, pageMeta, windowTitle } from './page-meta';
import { frameStyle } from './page-style';
import { masthead, shell, siteFoot } from './shell';

const pageStyle = frameStyle + documentStyle;
const standaloneStyle = `*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}body{margin:0;background:#f5f3ee}.document{max-width:904px;margin:24px auto}@media (max-width:720px){.document{margin:0}}@media print{body{background:none}.document{margin:0;max-width:none}}${documentStyle}`;

const hashOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Source for `style-src` of the policy under which a published page is served; its one style element has this hash. */
export const pageStyleHash = hashOf(pageStyle);
/** The same for `report.html`. */
export const standaloneStyleHash = hashOf(standaloneStyle);

/**
 * The public page of a published report: a complete document without any executable script, the same for ever.
 * It lists the hashes of its files; its own cannot stand in it.
 */
export function pageOf(report: Report, frame: PageFrame, outline: Outline = outlineOf(report)): string {
  const addresses = addressesOf(frame, report.year);
  const body = html`<body>
<a class="skip" href="#document">跳到正文</a>
${masthead(frame)}
<div class="wrap"><nav class="trail frame" aria-label="位置"><a href="${addresses.home}">全部报告</a> › <a href="${addresses.agency}">${report.agency}</a> › ${report.year}年度</nav>
<nav class="quick frame" aria-label="下载"><a href="${addresses.file('report.docx')}">下载 Word</a><a href="#files">其他格式</a></nav>
<div class="published">${documentMarkup(outline)}
${asideHtml(report, frame)}</div></div>
${siteFoot(frame)}
</body>`;
  return shell(windowTitle(report), pageMeta(report, frame, outline), pageStyle, body);
}

function asideHtml(report: Report, frame: PageFrame): Markup {
  const addresses = addressesOf(frame, report.year);
  return html`<aside class="aside frame" aria-label="下载、校验和版本">
<section id="files"><h2>下载</h2><ul class="files">${filesHtml(frame, addresses)}</ul></section>
<section><h2>校验</h2><p>下载的文件与下列校验值一致，即为本机关公布的第 ${frame.version} 版。</p><p><a href="${frame.basePath}/verify">核验文件</a></p><details><summary>各文件的 SHA-256</summary><dl class="hashes">${frame.files.map((file) => html`<dt>${file.name}</dt><dd><a href="${frame.basePath}/verify?hash=${file.sha256}">${file.sha256}</a></dd>`)}</dl><p><a href="${addresses.file('signature.json')}">签名文件</a></p></details></section>
<section><h2>版本</h2><ol class="versions">${frame.versions.map((version) => versionHtml(version, frame, addresses))}</ol><p><a href="${addresses.current}">看现行版本</a></p></section>
</aside>`;
}

/** In the order in which people ask for them: to read, then for an own site, then the data. */
function filesHtml(frame: PageFrame, addresses: ReturnType<typeof addressesOf>): Markup[] {
  const listed = frame.files.map((file) =>
    linkHtml(addresses.file(file.name), file.label, `${extensionOf(file.name)}　${printedSize(file.size)}`),
  );
  return frame.pdfFollows === true
    ? [...listed.slice(0, 1), linkHtml(addresses.file('report.pdf'), 'PDF', '.pdf'), ...listed.slice(1)]
    : listed;
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.'));
const linkHtml = (address: string, label: string, about: string): Markup =>
  html`<li><a href="${address}"><span>${label}</span><small>${about}</small></a></li>`;

function versionHtml(
  version: PageFrame['versions'][number],
  frame: PageFrame,
  addresses: ReturnType<typeof addressesOf>,
): Markup {
  const name = `第 ${version.number} 版`;
  const note = version.note === undefined || version.note === '' ? '公布' : `更正：${version.note}`;
  return html`<li>${version.number === frame.version ? html`<b>${name} · 本页</b>` : html`<a href="${addresses.version(version.number)}">${name}</a>`}<small>${shanghaiDay(version.publishedAt)}${note}</small></li>`;
}

/** `report.html`: the document alone in one file, for an agency's own site. */
export function standaloneOf(report: Report, outline: Outline = outlineOf(report)): string {
  return shell(
    windowTitle(report),
    documentMeta(report, outline),
    standaloneStyle,
    html`<body>
${documentMarkup(outline)}
</body>`,
  );
}
