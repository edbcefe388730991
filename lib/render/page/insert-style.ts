/** Style of pictures and simple tables in the published document; part of `documentStyle`. */
export const insertStyle = `
.document .insert{margin:16px 0}
.document figure.insert{text-align:center;line-height:0}
.document .insert img{max-width:100%;max-height:720px;width:auto;height:auto}
.document .no-picture{text-indent:0;text-align:center;color:var(--ink-2)}
.document .simple-frame{overflow-x:auto}
.document .simple-frame:focus-visible{outline:2px solid var(--ink);outline-offset:1px;box-shadow:0 0 0 5px #ffc93c}
.simple{width:100%;border-collapse:collapse;font:400 15px/1.55 var(--sans)}
.simple caption{font:600 16px/1.6 var(--hei);padding-bottom:6px;text-align:center;text-wrap:balance;font-synthesis:none}
.simple th,.simple td{border:1px solid var(--edge);padding:6px 10px;text-align:center;vertical-align:middle;font-weight:400}
.simple thead>tr>*{background:var(--ground);font-weight:500}
.simple td.left{text-align:left}
@media screen and (max-width:720px){.simple{font-size:14px}.simple th,.simple td{padding:6px}.simple.many{width:max-content;min-width:100%}.simple.many th,.simple.many td{max-width:12em}}
@media (forced-colors:active){.simple th,.simple td{border-color:CanvasText}}
@media print{.document .insert{margin:10pt 0}.document figure.insert{break-inside:avoid}.document .insert img{max-width:156mm;max-height:120mm}.simple{font:10.5pt/15pt SimSun,"Noto Serif CJK SC",serif}.simple caption{font-size:12pt;line-height:18pt;break-after:avoid}.simple thead{display:table-header-group}.simple tr{break-inside:avoid}.simple th,.simple td{border-color:#000;padding:2pt 4pt}.simple thead>tr>*{background:none}}
`;
