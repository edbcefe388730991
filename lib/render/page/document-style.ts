import { insertStyle } from './insert-style';

const indents = Array.from(
  { length: 57 },
  (_, halves) => `.document .in-${halves}{padding-right:${halves / 2}em}`,
).join('');

/**
 * Room for the longest figure of a table: its digits stand in the middle of the column, shorter ones under its right
 * end.
 */
const insets = [1, 2, 3, 4, 5, 6]
  .map(
    (digits) =>
      `.document .three.digits-${digits} td[data-cell]{padding-right:calc((var(--fig) - ${digits * 8.5}px)/2)}`,
  )
  .join('');
const printInsets = [1, 2, 3, 4, 5, 6]
  .map(
    (digits) =>
      `.document .three.digits-${digits} td[data-cell]{padding-right:${Math.max(0, (32 - digits * 6) / 2)}pt}`,
  )
  .join('');

/**
 * Style of the published document, all of it under `.document`.
 * Screen: paper, 仿宋 body, statutory tables in sans. Print: GB/T 9704-2012.
 */
export const documentStyle = `
.document{--fig:58px;--paper:#fff;--ground:#f7f5f0;--ink:#1a2327;--ink-2:#465158;--ink-3:#5e686e;--edge:#7d848a;--line-2:#c3beb3;
--sans:"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;
--title:"FZXiaoBiaoSong-B05S","方正小标宋简体","方正小标宋_GBK","STZhongsong","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;
--fang:"FangSong_GB2312","仿宋_GB2312","FZFangSong-Z02",STFangsong,FangSong,"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;
--hei:SimHei,STHeiti,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;
--kai:"KaiTi_GB2312","楷体_GB2312",STKaiti,KaiTi,"Noto Serif CJK SC",serif;
box-sizing:border-box;background:var(--paper);color:var(--ink);border:1px solid var(--line-2);padding:72px 72px 80px;font:400 18px/2 var(--fang);font-variant-numeric:tabular-nums lining-nums;line-break:strict;overflow-wrap:break-word;text-spacing-trim:trim-start;text-autospace:normal}
.document *{box-sizing:border-box}
.document h1,.document h2,.document h3,.document p,.document table{margin:0}
.document h1,.document .signature p:first-child{word-break:keep-all}
.document h1{font:700 30px/1.5 var(--title);text-align:center;text-wrap:balance;margin-bottom:32px}
.document h2{font:600 18px/2 var(--hei);text-indent:2em;margin-top:16px;font-synthesis:none}
.document h3{font:600 18px/2 var(--kai);text-indent:2em;font-synthesis:none}
.document p{text-indent:2em;text-align:justify;text-wrap:pretty}
.document .one-piece{white-space:nowrap}
.document .signature{margin-top:32px}
.document .signature p{text-align:right;text-indent:0}
${indents}
.document .table-frame{overflow-x:auto;margin:12px 0 16px;border:1px solid var(--ink);background:var(--paper)}
.document .table-frame:focus-visible{outline:2px solid var(--ink);outline-offset:1px;box-shadow:0 0 0 5px #ffc93c}
.document .remark{font-size:14px;line-height:1.75;text-indent:0;color:var(--ink-2);margin-bottom:8px}
.document .swipe{display:none}
.statute caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.statute{position:relative;border-collapse:separate;border-spacing:0;width:100%;table-layout:fixed;font:400 14px/1.45 var(--sans)}
.statute th,.statute td{border:0 solid var(--edge);border-width:0 1px 1px 0;padding:6px 8px;font-weight:400;text-align:center;vertical-align:middle;background:var(--paper)}
.statute .edge{border-right-width:0}
.statute tbody:last-child tr:last-child>*,.statute tbody:last-child .tall{border-bottom-width:0}
.statute .tall{border-bottom-width:1px!important}
.statute thead th,.statute .corner{background:var(--ground);font-size:13px;padding:6px 4px;word-break:keep-all;overflow-wrap:normal;text-wrap:balance}
.statute.three .corner{text-align:left;padding:6px 10px;word-break:normal}
.statute tbody th{font-size:13px;text-align:left}
.statute .band{background:var(--ground);font-weight:500}
.statute tbody th.item{padding-left:calc(8px + .98em);text-indent:-.98em}
.statute tbody th.tall{writing-mode:vertical-rl;text-align:center;padding:6px 0;letter-spacing:.14em;line-height:33px}
.statute tbody th.group .stick{display:block;word-break:keep-all;max-width:4.2em}
.statute small{font-size:12px;color:var(--ink-2)}
.statute td[data-cell]{font-size:15px;white-space:nowrap}
.statute.three td[data-cell]{text-align:right;padding-inline:2px 8px}
${insets}
.statute td.zero{color:var(--ink-3)}
.statute td.total{font-weight:600}
.statute td.total.zero{font-weight:400}
.statute.two col.name{width:30%}.statute.three col.g1{width:34px}.statute.three col.g2{width:84px}.statute.three col.fig{width:var(--fig)}
.statute.three.digits-5,.statute.three.digits-6{--fig:66px}
.statute.two .corner{background:var(--paper)}
.statute.digits-more{table-layout:auto}
.statute.even th,.statute.even td{text-align:center;padding-inline:4px;word-break:keep-all}
.statute.four td[data-cell]{overflow-wrap:normal}
.statute.four.digits-5,.statute.four.digits-6,.statute.four.digits-more{min-width:900px}
@media screen and (max-width:1000px){
.document{--fig:47px;padding:56px 40px}
.statute.three col.g1,.statute.three col.g2{width:28px}
.statute.three th.tall,.statute.three th.group{writing-mode:vertical-rl;text-align:center;padding:4px 0;letter-spacing:.1em;line-height:27px}
.statute.three th.group .stick{max-width:none}
.statute.three thead th{padding-inline:2px}
}
@media screen and (max-width:720px){
.document{--fig:56px;border-inline:0;padding:32px 16px;font-size:17px;line-height:1.9}
.document h1{font-size:21px;margin-bottom:24px}
.document h2,.document h3{font-size:17px;line-height:1.9}
.document p{text-align:start}
.document .signature p{padding-right:0}
.document .table-frame{margin-inline:-16px;border-inline:0;overscroll-behavior-x:contain}
.document .swipe{display:block;text-indent:0;font:400 13px/1.5 var(--sans);color:var(--ink-2);margin-top:8px}
.statute.three{width:566px}
.statute.three col.g3{width:118px}
.statute.three thead th{font-size:12px}
.statute.three tbody th,.statute.three .corner{position:sticky;left:0;z-index:2;font-size:13px;padding:7px 6px;line-height:1.4}
.statute.three .corner{padding:7px 5px;font-size:12px;line-height:1.45}
.statute.three tbody th.item{left:56px;padding-left:calc(6px + .98em)}
.statute.three tbody th.pair,.statute.three tbody th.group{left:28px}
.statute.three tbody th.tall,.statute.three tbody th.group{padding:4px 0;line-height:27px}
.statute.three .last-label,.statute.three .corner{border-right-color:var(--ink);box-shadow:3px 0 0 rgb(26 35 39 / 7%)}
.statute.four{width:640px}
}
@media (forced-colors:active){.document,.document .table-frame{border:1px solid CanvasText}.statute th,.statute td{border-color:CanvasText}}
@media print{
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:"— " counter(page) " —";font:14pt SimSun,"Noto Serif CJK SC",serif;padding-right:14pt;vertical-align:top;padding-top:7mm}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:14pt SimSun,"Noto Serif CJK SC",serif;padding-left:14pt;vertical-align:top;padding-top:7mm}}
.document{border:0;padding:0;font-size:16pt;line-height:28pt;letter-spacing:-.25pt;color:#000}
.document h1{font-size:22pt;line-height:36pt;margin-bottom:28pt}
.document h2,.document h3{font-size:16pt;line-height:28pt;margin:0;break-after:avoid}
.document p{orphans:2;widows:2}
.document .signature{margin-top:28pt;break-inside:avoid;break-before:avoid}
.document section[data-section=applications]{break-before:page}
.document .table-frame{overflow:visible;break-inside:avoid;margin:4pt 0 12pt;border:.75pt solid #000}
.document .swipe{display:none}
.statute,.statute thead th,.statute tbody th,.statute .corner,.statute td[data-cell]{font-size:10.5pt;line-height:13.5pt;letter-spacing:0;color:#000}
.statute tbody th,.statute thead th,.statute td,.statute .corner,.statute .band{padding:1.4pt 3pt;background:none;border-color:#000}
.statute thead th{padding-inline:0}
.statute td.total{font-weight:400}
.statute small{font-size:inherit;color:inherit}
.statute.two .corner,.statute.two tbody th,.statute.two td[data-cell]{font-size:12pt;line-height:16pt;padding:2.5pt 4pt}
.statute.three{width:100%}.statute.three :is(th,td){padding-block:1.2pt}.statute.three col.g1{width:20pt}.statute.three col.g2{width:49pt}.statute.three col.g3{width:auto}.statute.three col.fig{width:32pt}
.statute.three tbody th.item{padding-left:calc(3pt + 1em);text-indent:-1em}
.statute.three tbody th.tall{line-height:20pt;padding-inline:0}
.statute.three td[data-cell]{padding-inline:0 6pt}
${printInsets}
.statute.four{width:100%;min-width:0}
.statute tr{break-inside:avoid}
}
${insertStyle}`;
