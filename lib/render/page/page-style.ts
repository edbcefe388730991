/**
 * Style of the frame around a published report: masthead, trail, downloads, foot. The document's own is
 * `documentStyle`.
 */
export const frameStyle = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;color-scheme:light}
body{margin:0;background:#f5f3ee;color:#1a2327;font:400 14px/1.5 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums lining-nums;line-break:strict;overflow-wrap:break-word;text-spacing-trim:trim-start;text-autospace:normal}
.frame h2,.frame p,.frame ul,.frame ol,.frame dl,.frame dd{margin:0;padding:0;list-style:none}
.frame a{color:#1d5673;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.22em}
.frame a:hover{color:#113c53;text-decoration-thickness:2px}
a:focus-visible,summary:focus-visible{outline:2px solid #1a2327;outline-offset:1px;box-shadow:0 0 0 5px #ffc93c;border-radius:2px}
.skip{position:absolute;left:16px;top:-80px;background:#fff;padding:8px 16px;z-index:9}
.skip:focus{top:8px}
.wrap{max-width:1200px;margin:0 auto;padding:0 24px}
.masthead{background:#fff;border-bottom:1px solid #c3beb3}
.masthead .wrap{display:flex;align-items:center;gap:16px;min-height:56px}
.frame .brand{display:inline-flex;align-items:center;gap:10px;color:#1a2327;font-weight:600;font-size:16px;text-decoration:none;text-wrap:balance}
.brand svg{width:28px;height:28px;flex:none}
.brand rect{fill:#1d5673}.brand path{fill:none;stroke:#fff;stroke-width:2;stroke-linecap:square}
.masthead nav{margin-left:auto;display:flex;gap:24px}
.masthead nav a{white-space:nowrap;color:#1a2327;text-decoration:none;padding:4px 0;border-bottom:2px solid transparent}
.masthead nav a:hover{border-color:#1d5673;color:#113c53}
.trail{padding:16px 0;font-size:13px;color:#465158}
.trail a{color:#465158}
.published{display:grid;grid-template-columns:minmax(0,1fr) 256px;gap:32px;align-items:start}
.aside{position:sticky;top:24px}
.aside section{padding:16px 0;border-top:1px solid #c3beb3}
.aside section:first-child{border-top:3px solid #1d5673}
.aside h2{font-size:14px;font-weight:600;line-height:1.35;margin-bottom:8px}
.aside p{color:#465158;font-size:13px;line-height:1.65}
.frame .files a{display:flex;align-items:baseline;gap:8px;padding:7px 0;border-bottom:1px solid #dcd8cf;text-decoration:none}
.files a:hover span{text-decoration:underline}
.files li:last-child a{border:0}
.files small{margin-left:auto;color:#465158;font-size:13px}
.aside summary{cursor:pointer;font-size:13px;color:#1d5673;padding:4px 0}
.hashes dt{font-size:13px;margin-top:8px}
.hashes dd{font:400 12px/1.6 ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;word-break:break-all;color:#465158}
.frame .hashes a{color:#465158}
.hashes+p{margin-top:8px}
.versions li{padding:7px 0;line-height:1.55;border-bottom:1px solid #dcd8cf}
.versions li:last-child{border:0}
.versions b{font-weight:600}
.versions small{color:#465158;font-size:13px;display:block}
.quick{display:none}
.site-foot{border-top:1px solid #c3beb3;margin-top:48px;padding:24px 0 32px;color:#465158;font-size:13px}
.site-foot .wrap{display:flex;gap:8px 24px;flex-wrap:wrap}
.site-foot a{color:#465158}
@media (max-width:1000px){.published{display:block}.aside{position:static;margin-top:24px}}
@media (max-width:720px){
.wrap{padding:0 16px}
.masthead nav{gap:16px}
.masthead .wrap{min-height:52px}
.frame .brand{font-size:15px}
.trail{padding:10px 0}
.published>.document{margin:0 -16px}
.quick{display:flex;gap:8px;margin-bottom:16px}
.quick.frame a{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:0 16px;border:1px solid #7d848a;border-radius:4px;background:#fff;color:#1a2327;font-weight:500;text-decoration:none}
.quick.frame a:first-child{background:#1d5673;border-color:#1d5673;color:#fff}
.frame .files a,.aside summary{min-height:44px;align-items:center;padding:10px 0}
}
@media (forced-colors:active){.quick.frame a,.aside section{border-color:CanvasText}.brand rect{fill:CanvasText}.brand path{stroke:Canvas}}
@media print{
body{background:none}
.frame,.skip{display:none!important}
.wrap,.published{display:block;max-width:none;padding:0;margin:0}
}
`;
