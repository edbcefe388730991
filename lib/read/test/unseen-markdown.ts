import type { Report } from '@/lib/report/report';
import type { Laid } from './laid-out';
import { laidOf, places, refigured, reworded, rowsOfLaid } from './unseen-layout';
import { plainTable, spanlessTable } from './unseen-pages';
import { partsOf, type Part } from './unseen-report';

/** Markdown as text recognition and converters write it. */
export type MarkdownShape = (report: Report) => string;

const bar = (rows: readonly (readonly string[])[]): string =>
  rows.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${' --- |'.repeat(row.length)}` : ''}`).join('\n');
const lost = (laid: Laid): string => bar(places(laid, false));
const again = (laid: Laid): string => bar(places(laid, true));
const emptyHead = (laid: Laid): string => bar([Array.from({ length: laid.width }, () => ''), ...places(laid, false)]);
const ragged = (laid: Laid): string => bar(rowsOfLaid(laid).map((row) => row.map(({ text }) => text)));
const split = (laid: Laid): string => {
  const rows = places(laid, true);
  return laid.table === 'applications' ? `${bar(rows.slice(0, 14))}\n\n${bar(rows.slice(14))}` : bar(rows);
};
const rows = (laid: Laid): string =>
  (laid.table === 'disclosure' ? laid.pieces.filter(({ label, column }) => label && column === 0).length > 0 : true)
    ? bar(places(laid, true))
    : '';

const md = (part: Part): string =>
  part.is === 'table'
    ? ''
    : part.is === 'title'
      ? `# ${part.text}`
      : part.is === 'heading'
        ? `## ${part.text}`
        : part.text;
const of = (report: Report, table: (laid: Laid) => string, text: (part: Part) => string = md): string => {
  const tables = laidOf(report);
  return `${partsOf(report)
    .map((part) => (part.is === 'table' ? table(tables[part.index] as Laid) : text(part)))
    .join('\n\n')}\n`;
};
const wrap = (part: Part): string => (part.is === 'text' ? (part.text.match(/.{1,30}/gu) ?? []).join('\n') : md(part));
const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const fourRows = (laid: Laid): string => {
  if (laid.table !== 'remedies') return again(laid);
  const v = laid.pieces.filter((p) => !p.label).map((p) => p.text);
  return bar([
    ['', ...five],
    ...['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'].map((name, i) => [
      name,
      ...v.slice(5 * i, 5 * i + 5),
    ]),
  ]);
};

export const markdownShapes: Readonly<Record<string, MarkdownShape>> = {
  'pipes, merges lost': (report) => of(report, lost),
  'pipes, merges repeated': (report) => of(report, again),
  'pipes, empty head': (report) => of(report, emptyHead),
  'pipes, ragged': (report) => of(report, ragged),
  'pipes, table three in two': (report) => of(report, split),
  'pipes, wrapped prose': (report) => of(report, rows, wrap),
  'HTML tables': (report) => of(report, (laid) => plainTable(laid).replaceAll('\n', '')),
  'HTML tables without spans': (report) => of(report, spanlessTable),
  'HTML page of recognition': (report) =>
    of(
      report,
      (laid) => `<html><body>${plainTable(laid)}</body></html>`,
      (part) => (part.is === 'heading' ? `# ${part.text}` : md(part)),
    ),
  'bold headings': (report) =>
    of(report, again, (part) =>
      part.is === 'heading' || part.is === 'title' ? `**${'text' in part ? part.text : ''}**` : md(part),
    ),
  'spaced figures and brackets': (report) =>
    of(
      report,
      (laid) =>
        lost(
          reworded(
            refigured(laid, (text) => ` ${text} `),
            (text) => text.replace(/（(.)）/g, '（ $1 ） '),
          ),
        ),
      (part) => md(part).replace(/（(.)）/g, '（ $1 ）'),
    ),
  'br in cells': (report) =>
    of(report, (laid) => lost(reworded(laid, (text) => text.replace(/^(.{2,6})(.{2,})$/, '$1<br>$2')))),
  'LaTeX figures': (report) => of(report, (laid) => again(refigured(laid, (text) => (text === '' ? '' : `$${text}$`)))),
  'escaped numbers': (report) => of(report, (laid) => lost(reworded(laid, (text) => text.replace(/^(\d)\./, '$1\\.')))),
  slips: (report) =>
    of(report, (laid) =>
      again(
        reworded(laid, (text) =>
          text
            .replace('类申请', '类申清')
            .replace('尚未', '尚末')
            .replace('已获取', '己获取')
            .replace('“三安全一稳定”', '"三安全一稳定"'),
        ),
      ),
    ),
  'table four as three rows': (report) => of(report, fourRows),
  'page comments': (report) =>
    of(report, lost, (part) => (part.is === 'heading' ? `<!-- Page 2 -->\n\n---\n\n${md(part)}` : md(part))),
};
