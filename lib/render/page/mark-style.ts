const sans =
  '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';

/**
 * Style of the band on a page that was superseded or withdrawn. It stands alone: the page under it may be of any age.
 */
export const markStyle = `
.version-mark{box-sizing:border-box;background:#fbf1da;border-bottom:1px solid #d9bd7e;padding:14px max(24px,calc((100% - 1152px)/2));color:#1a2327;font:400 14px/1.65 ${sans};font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:break-word}
.version-mark *{box-sizing:border-box}
.version-mark p{margin:6px 0 0;max-width:60em}
.version-mark a{color:#1d5673;text-underline-offset:.22em}
.version-mark a:hover{color:#113c53;text-decoration-thickness:2px}
.version-mark :is(a,summary):focus-visible{outline:2px solid #1a2327;outline-offset:1px;box-shadow:0 0 0 5px #ffc93c;border-radius:2px}
.mark-line{display:flex;align-items:baseline;flex-wrap:wrap;gap:6px 16px}
.mark-line b{font-weight:600;padding:1px 10px;border:1px solid #775000;border-radius:2px;color:#775000;background:#fff}
.mark-line a{font-weight:500}
.mark-list{margin-top:8px}
.mark-list summary{display:inline-block;cursor:pointer;padding:4px 0;color:#1d5673;font-weight:500;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.22em}
.mark-list summary::before{content:"▸";display:inline-block;width:1.1em;text-decoration:none}
.mark-list[open] summary::before{content:"▾"}
.mark-list table{border-collapse:collapse;background:#fff;border:1px solid #d9bd7e;margin-top:8px;width:100%;max-width:864px}
.mark-list caption,.version-mark .mark-part{text-align:left;font-weight:600;padding:4px 0}
.version-mark .mark-part{margin-top:12px}
.mark-list :is(th,td){padding:7px 12px;border-top:1px solid #dcd8cf;text-align:right;vertical-align:top;font-weight:400;white-space:nowrap}
.mark-list thead th{border:0;color:#465158;font-size:13px;background:#f7f5f0}
.mark-list th:first-child{text-align:left;white-space:normal;width:100%}
.mark-list tbody th b{font-weight:500;margin-right:10px}
.mark-list tbody th span+span::before{content:"，"}
.mark-list tbody td:last-child{font-weight:600}
.mark-list i{font-style:normal;color:#5e686e}
.mark-list dl{margin:0;padding:4px 12px;max-width:864px;background:#fff;border:1px solid #d9bd7e}
.mark-list dt{padding-top:8px;font-size:13px;color:#465158}
.mark-list dt small{margin-left:8px;font-size:13px;color:#775000}
.mark-list dd{margin:0;padding:2px 0 10px;font-size:15px;line-height:1.8;border-bottom:1px solid #dcd8cf}
.mark-list dd:last-child{border:0}
.mark-list del{color:#a3301d;text-decoration:line-through;text-decoration-thickness:1.5px;padding:0 2px}
.mark-list ins{color:#28634a;background:#e5f0ea;text-decoration:underline;text-decoration-thickness:1.5px;text-underline-offset:4px;padding:0 2px}
@media screen and (max-width:720px){.version-mark{padding:12px 16px}.mark-line{display:block}.mark-line b,.mark-line span{display:block}.mark-line b{width:fit-content;margin-bottom:6px}.mark-line a,.mark-list summary{display:inline-flex;align-items:center;min-height:44px}.mark-list :is(th,td){padding:7px 8px}.mark-list tbody th b{display:block}.mark-list :is(th:not(:first-child),td){min-width:64px}}
@media (forced-colors:active){.version-mark{border-bottom:2px solid CanvasText}.mark-list del,.mark-list ins{color:CanvasText;background:Canvas}}
@media print{.version-mark{background:none;border:0;padding:0 0 6pt;font:400 10.5pt/1.5 ${sans};color:#000}.mark-line{display:block}.mark-line b{border-color:#000;color:#000}.mark-line a,.mark-why,.mark-list{display:none}}
`;
