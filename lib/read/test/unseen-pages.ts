import type { Report } from '@/lib/report/report';
import type { Laid, Piece } from './laid-out';
import { laidOf, places, rowsOfLaid } from './unseen-layout';
import { partsOf, type Part } from './unseen-report';

/** Web pages as content systems of governments make them. */
export type PageShape = (report: Report, seed: number) => string;

type Table = (laid: Laid) => string;
const esc = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const td = (piece: Piece, inner = esc(piece.text), attributes = ''): string =>
  `<td${piece.across > 1 ? ` colspan="${piece.across}"` : ''}${piece.down > 1 ? ` rowspan="${piece.down}"` : ''}${attributes}>${inner}</td>`;
const plain: Table = (laid) =>
  `<table border="1">${rowsOfLaid(laid)
    .map((row) => `<tr>${row.map((piece) => td(piece)).join('')}</tr>`)
    .join('\n')}</table>`;
const word: Table = (laid) =>
  `<table class="MsoNormalTable" cellspacing="0"><tbody>${rowsOfLaid(laid)
    .map(
      (row) =>
        `<tr style="height:19.85pt">${row.map((piece) => td(piece, `<p class="MsoNormal" align="center" style="text-align:center"><span style="font-size:9pt;font-family:宋体">${piece.text === '' ? '&nbsp;' : esc(piece.text).replace(/^(.{3})(.+)$/, '$1</span><span lang="EN-US">$2')}<o:p></o:p></span></p>`, ' width="61" style="border:solid 1.0pt"')).join('')}</tr>`,
    )
    .join('\n')}</tbody></table>`;
const nbsp: Table = (laid) =>
  `<table>${rowsOfLaid(laid)
    .map(
      (row) =>
        `<tr>${row.map((piece) => td(piece, `<p><span>&nbsp;${esc(piece.text)}&nbsp;</span></p>`)).join('')}</tr>`,
    )
    .join('')}</table>`;
const noRowspan: Table = (laid) =>
  `<table>${places(laid, false)
    .map((row) => `<tr>${row.map((text) => `<td>${esc(text)}</td>`).join('')}</tr>`)
    .join('')}</table>`;
const lostRowspan: Table = (laid) =>
  `<table>${rowsOfLaid(laid)
    .map((row) => `<tr>${row.map((piece) => td({ ...piece, down: 1 })).join('')}</tr>`)
    .join('')}</table>`;
const headed: Table = (laid) => {
  const rows = rowsOfLaid(laid);
  const heads = rows.findIndex((row) => row.some((p) => !p.label));
  const line = (row: Piece[]): string =>
    `<tr>${row.map((piece) => (piece.label ? td(piece).replaceAll('td', 'th') : td(piece))).join('')}</tr>`;
  return `<table><caption>${laid.table === 'applications' ? '单位：件' : ''}</caption><thead>${rows.slice(0, heads).map(line).join('')}</thead><tbody>${rows.slice(heads).map(line).join('')}</tbody></table>`;
};
const split: Table = (laid) => {
  const rows = rowsOfLaid(laid);
  if (laid.table !== 'applications') return plain(laid);
  const cut = 11;
  const html = (some: Piece[][]): string =>
    `<table>${some.map((row) => `<tr>${row.map((piece) => td(piece)).join('')}</tr>`).join('')}</table>`;
  return `${html(rows.slice(0, cut).map((row, i) => row.map((p) => ({ ...p, down: Math.min(p.down, cut - i) }))))}<p></p>${html(rows.slice(cut))}`;
};
const divs: Table = (laid) =>
  `<div class="tbl">${rowsOfLaid(laid)
    .map((row) => `<div class="tr">${row.map((piece) => `<div class="td">${esc(piece.text)}</div>`).join('')}</div>`)
    .join('')}</div>`;
const captioned: Table = (laid) =>
  plain(laid).replace(
    '<tr>',
    `<tr><td colspan="${laid.width}">${({ disclosure: '主动公开政府信息情况', applications: '收到和处理政府信息公开申请情况（单位：件）', remedies: '政府信息公开行政复议、行政诉讼情况' } as const)[laid.table]}</td></tr><tr>`,
  );
const serial: Table = (laid) => {
  const rows = rowsOfLaid(laid);
  let n = 0;
  return `<table>${rows.map((row, i) => `<tr><td>${row.some((p) => !p.label) ? (n += 1) : i === 0 ? '序号' : ''}</td>${row.map((p) => td(p)).join('')}</tr>`).join('')}</table>`;
};
const emptyColumn: Table = (laid) =>
  `<table>${rowsOfLaid(laid)
    .map((row) => `<tr>${row.map((piece) => td(piece)).join('')}<td></td></tr>`)
    .join('<tr></tr>')}</table>`;
const broken: Table = (laid) =>
  `<table>${rowsOfLaid(laid)
    .map(
      (row) =>
        `<tr>${row
          .map((piece) =>
            td(
              piece,
              esc(piece.text)
                .replace(/^(.{2})(..)$/, '$1<br/>$2')
                .replace(/(.{7})(.{3,})$/, '$1<br>\n$2'),
            ),
          )
          .join('')}`,
    )
    .join('\n')}</table>`;
const noted: Table = (laid) => {
  let first = true;
  return `<table>${rowsOfLaid(laid)
    .map(
      (row) =>
        `<tr>${row.map((piece) => td(piece, !piece.label && first && Number(piece.text) > 0 && laid.table === 'disclosure' ? ((first = false), `${piece.text}（其中修订1件）`) : esc(piece.text))).join('')}</tr>`,
    )
    .join('')}</table>`;
};
const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const fourRows: Table = (laid) => {
  if (laid.table !== 'remedies') return plain(laid);
  const v = laid.pieces.filter((p) => !p.label).map((p) => p.text);
  const line = (cells: string[], head = ''): string => `<tr>${head}${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
  return `<table>${line(five, '<td colspan="2">类型</td>')}${line(v.slice(0, 5), '<td colspan="2">行政复议</td>')}${line(v.slice(5, 10), '<td rowspan="2">行政诉讼</td><td>未经复议直接起诉</td>')}${line(v.slice(10, 15), '<td>复议后起诉</td>')}</table>`;
};
const fourPairs: Table = (laid) => {
  if (laid.table !== 'remedies') return plain(laid);
  const v = laid.pieces.filter((p) => !p.label).map((p) => p.text);
  return `<table>${v.map((x, i) => `<tr>${i === 0 ? '<td rowspan="5" colspan="2">行政复议</td>' : i === 5 ? '<td rowspan="10">行政诉讼</td><td rowspan="5">未经复议直接起诉</td>' : i === 10 ? '<td rowspan="5">复议后起诉</td>' : ''}<td>${five[i % 5]}</td><td>${x}</td></tr>`).join('')}</table>`;
};

type Frame = (article: string, report: Report) => string;
const bare: Frame = (article, { title }) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${article}</body></html>`;
const links = Array.from(
  { length: 14 },
  (_, i) =>
    `<li><a href="/c${i}">${['首页', '政务公开', '政府信息公开年报', '互动交流', '办事服务', '总体情况', '法定主动公开内容'][i % 7]}</a></li>`,
).join('');
const cms: Frame = (article, { title, year, agency }) =>
  `<html><head><meta charset="utf-8"><title>${title}_政府信息公开年报_${agency}</title><meta name="PubDate" content="${year + 1}-01-20 09:12"></head><body><div class="top"><ul class="nav">${links}</ul><form><input value="搜索"></form></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/x">政务公开</a> &gt; <a>政府信息公开年报</a></div><div class="left"><ul>${links}</ul></div><div class="content"><h1>${title}</h1><div class="info"><span>发布时间：${year + 1}-01-20 09:12</span><span>来源：${agency}</span><span>浏览次数：<i>1286</i>次</span><span>字号：[<a>大</a> <a>中</a> <a>小</a>]</span></div><div id="zoom" class="TRS_Editor">${article}</div><div class="share">分享到：<a>微信</a><a>微博</a></div><div>【<a>打印本页</a>】【<a>关闭窗口</a>】</div><div>上一篇：<a>${year - 1}年政府信息公开工作年度报告</a></div><div>附件：<a href="a.docx">${title}.docx</a></div></div><div class="foot"><p>主办：${agency}　承办：信息中心</p><p>地址：沿河东路18号　电话：0519-1234567　网站标识码：3204000001</p><p>Copyright © 2024 苏ICP备05000001号</p></div><script>var a = 1 < 2;</script></body></html>`;
const layoutTables: Frame = (article, { title, year, agency }) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${agency}</title></head><body><table width="1000"><tr><td colspan="2"><table><tr><td>首页</td><td>机构职能</td><td>通知公告</td></tr></table></td></tr><tr><td width="200" valign="top"><table><tr><td>信息公开指南</td></tr><tr><td>信息公开年报</td></tr></table></td><td><table width="100%"><tr><td align="center"><b>${title}</b></td></tr><tr><td>发布日期：${year + 1}年1月20日　点击：356</td></tr><tr><td>${article}</td></tr><tr><td>打印　关闭</td></tr></table></td></tr><tr><td colspan="2">版权所有：${agency}　备案号12345678</td></tr></table></body></html>`;
const indexTable: Frame = (article, { title, year, agency }) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><table class="xxgk"><tr><td>索引号：</td><td>014${year}/2024-00012</td><td>分类：</td><td>政府信息公开年报</td></tr><tr><td>发布机构：</td><td>${agency}</td><td>成文日期：</td><td>${year + 1}-01-20</td></tr><tr><td>名称：</td><td colspan="3">${title}</td></tr><tr><td>文号：</td><td></td><td>有效性：</td><td>有效</td></tr></table><div class="article">${article}</div></body></html>`;
const wechat: Frame = (article, { title, agency, year }) =>
  `<html><head><meta charset="utf-8"><title></title><meta property="og:title" content="${title}"></head><body><div id="js_article"><h1 class="rich_media_title" id="activity-name">${title}</h1><div id="meta_content"><span>原创</span><span>${agency}</span><em>${year + 1}-01-20 17:30</em></div><div class="rich_media_content" id="js_content" style="visibility:hidden">${article.replace(/<p>(.*?)<\/p>/g, '<section><section><p style="text-indent:2em"><span>$1</span></p></section></section>')}</div><div>阅读 1024</div><div>预览时标签不可点</div><p>微信扫一扫<br/>关注该公众号</p></div></body></html>`;

interface Setting {
  readonly frame?: Frame;
  readonly table?: Table;
  readonly inBody?: boolean;
  readonly text?: (part: Part) => string;
}

const p = (part: Part): string =>
  part.is === 'table'
    ? ''
    : part.is === 'heading'
      ? `<p><strong>${esc(part.text)}</strong></p>`
      : part.is === 'title'
        ? `<p align="center"><b>${esc(part.text)}</b></p>`
        : part.is === 'agency' || part.is === 'date'
          ? `<p style="text-align:right">${esc(part.text)}</p>`
          : `<p>　　${esc(part.text)}</p>`;
function pageOf(report: Report, { frame = bare, table = plain, inBody = true, text = p }: Setting): string {
  const tables = laidOf(report);
  return frame(
    partsOf(report)
      .filter((part) => inBody || part.is !== 'title')
      .map((part) => (part.is === 'table' ? table(tables[part.index] as Laid) : text(part)))
      .join('\n'),
    report,
  );
}

export const pageShapes: Readonly<Record<string, PageShape>> = {
  'plain page': (report) => pageOf(report, {}),
  'content system': (report) => pageOf(report, { frame: cms, inBody: false }),
  'content system, title again in the body': (report) => pageOf(report, { frame: cms }),
  'layout tables': (report) => pageOf(report, { frame: layoutTables, inBody: false }),
  'index table above': (report) => pageOf(report, { frame: indexTable }),
  WeChat: (report) => pageOf(report, { frame: wechat, inBody: false, table: word }),
  'Word export': (report) => pageOf(report, { table: word, frame: cms, inBody: false }),
  'blanks in cells': (report) => pageOf(report, { table: nbsp }),
  'no spans': (report) => pageOf(report, { table: noRowspan }),
  'rowspans lost': (report) => pageOf(report, { table: lostRowspan }),
  'thead, th and empty caption': (report) => pageOf(report, { table: headed }),
  'table three in two': (report) => pageOf(report, { table: split }),
  'tables of divs': (report) => pageOf(report, { table: divs }),
  'caption as first row': (report) => pageOf(report, { table: captioned }),
  'serial column': (report) => pageOf(report, { table: serial }),
  'empty column and rows': (report) => pageOf(report, { table: emptyColumn }),
  'br in cells, open rows': (report) => pageOf(report, { table: broken }),
  'note in a cell': (report) => pageOf(report, { table: noted }),
  'table four as three rows': (report) => pageOf(report, { table: fourRows }),
  'table four as pairs': (report) => pageOf(report, { table: fourPairs }),
  'paragraphs by br': (report) =>
    pageOf(report, {
      frame: cms,
      inBody: false,
      text: (part) => (part.is === 'table' ? '' : `&nbsp;&nbsp;&nbsp;&nbsp;${esc(part.text)}<br/>`),
    }),
  'headings as h2, lists': (report) =>
    pageOf(report, {
      text: (part) =>
        part.is === 'heading' ? `<h2>${part.text}</h2>` : part.is === 'title' ? `<h1>${part.text}</h1>` : p(part),
    }),
  'headings in spans broken': (report) =>
    pageOf(report, {
      text: (part) =>
        part.is === 'heading'
          ? `<p><span>${part.text.slice(0, 1)}</span><span>${part.text.slice(1, 4)}</span><font>${part.text.slice(4)}</font></p>`
          : p(part),
    }),
  'sections as divs': (report) =>
    pageOf(report, {
      frame: cms,
      inBody: false,
      text: (part) => (part.is === 'table' ? '' : `<div>${esc(part.text)}</div>`),
    }),
};

export const mhtmlOf = (html: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----=_B"\r\n\r\n------=_B\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://a.example/1.html\r\n\r\n${(
    Buffer.from(html)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')}\r\n------=_B--\r\n`;
export { plain as plainTable, noRowspan as spanlessTable };
