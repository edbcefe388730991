import type { Report } from '../report/report';
import { documentMarkup } from './document';
import { documentStyle } from './document-style';
import { html, trusted } from './markup';
import { fullTitle, outlineOf } from './outline';

/** What stands in the band above a preview; it is no part of the document. */
export interface PreviewBand {
  /** One sentence: 还没有公布。… */
  readonly says: string;
  readonly back: { readonly label: string; readonly path: string };
  readonly download: string;
}

const style = `*{box-sizing:border-box}html{-webkit-text-size-adjust:100%;color-scheme:light}body{margin:0;background:#f5f3ee;color:#1a2327;font:400 14px/1.5 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;line-break:strict}
.preview-band{position:sticky;top:0;z-index:5;display:flex;align-items:center;gap:12px 16px;flex-wrap:wrap;padding:8px 24px;min-height:56px;background:#fbf1da;border-bottom:1px solid #d9bd7e}
.preview-band b{font-weight:600;padding:2px 10px;border:1px solid #775000;border-radius:2px;color:#775000}
.preview-band p{margin:0}
.preview-band nav{margin-left:auto;display:flex;gap:12px}
.preview-band a{display:inline-flex;align-items:center;min-height:36px;padding:0 16px;border:1px solid #7d848a;border-radius:4px;background:#fff;color:#1a2327;font-weight:500;text-decoration:none}
.preview-band a:hover{border-color:#1d5673;background:#e6eff3;color:#113c53}
a:focus-visible{outline:2px solid #1a2327;outline-offset:1px;box-shadow:0 0 0 5px #ffc93c}
.document{max-width:904px;margin:24px auto}
@media (max-width:720px){.preview-band{padding:8px 16px}.preview-band nav{margin-left:0;width:100%}.preview-band a{flex:1;justify-content:center;min-height:44px}.document{margin:0}}
@media (forced-colors:active){.preview-band{border-bottom:2px solid CanvasText}}
@media print{body{background:none}.preview-band{display:none}.document{margin:0;max-width:none}}
${documentStyle}`;

/**
 * The very document that a publication would hold, under a band that says it is none yet. Complete, without any script;
 * `nonce` is that of the policy under which it is served.
 */
export function previewOf(report: Report, band: PreviewBand, nonce: string): string {
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<title>预览：${fullTitle(report)}</title>
<style nonce="${nonce}">${trusted(style)}</style>
</head>
<body>
<header class="preview-band"><b>预览</b><p>${band.says}</p><nav aria-label="预览"><a href="${band.back.path}">${band.back.label}</a><a href="${band.download}">下载 Word</a></nav></header>
${documentMarkup(outlineOf(report))}
</body>
</html>
`.text;
}
