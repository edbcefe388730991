import type { Report } from '@/lib/report/report';
import type { Laid } from './laid-out';
import { laidOf, places, refigured, reworded, rowsOfLaid } from './unseen-layout';
import { luckOf, partsOf, type Part } from './unseen-report';

/** Text files as they come out of viewers, browsers and converters; the seed decides what is not fixed. */
export type TextShape = (report: Report, seed: number) => string;

type Table = (laid: Laid, seed: number) => string;

interface Setting {
  readonly gap?: string;
  readonly eol?: string;
  readonly indent?: string;
  readonly wrap?: number;
  readonly word?: (text: string, part: Part) => string;
}

function textOf(report: Report, table: Table, seed: number, setting: Setting = {}): string {
  const tables = laidOf(report);
  const { gap = '\n', eol = '\n', indent = '', wrap, word = (text) => text } = setting;
  const wrapped = (text: string): string =>
    wrap === undefined ? text : (text.match(new RegExp(`.{1,${wrap}}`, 'gu')) ?? [text]).join('\n');
  return (
    partsOf(report)
      .map((part) =>
        part.is === 'table'
          ? table(tables[part.index] as Laid, seed)
          : part.is === 'text'
            ? indent + wrapped(word(part.text, part))
            : word(part.text, part),
      )
      .join(gap)
      .replaceAll('\n', eol) + eol
  );
}

const full = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const width = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x100 ? 1 : 2), 0);
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(2, to - width(text)));

const cellLines = (laid: Laid): string =>
  rowsOfLaid(laid)
    .flatMap((row) => row.map(({ text }) => text))
    .filter((text) => text !== '')
    .join('\n');
const tabs =
  (again: boolean): Table =>
  (laid) =>
    places(laid, again)
      .map((row) => row.join('\t'))
      .join('\n');
const glue =
  (between: string): Table =>
  (laid) =>
    rowsOfLaid(laid)
      .map((row) =>
        row
          .map(({ text }) => text)
          .filter((text) => text !== '')
          .join(between),
      )
      .join('\n');
const pieces: Table = (laid) =>
  rowsOfLaid(laid)
    .map((row) => row.map(({ text }) => text).join('\t'))
    .join('\n');
const bars: Table = (laid) =>
  places(laid, false)
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const aligned: Table = (laid) =>
  places(laid, false)
    .map((row) =>
      row
        .map((text, i) => padded(text, i < laid.labels ? 26 : 9))
        .join('')
        .trimEnd(),
    )
    .join('\n');

/** `pdftotext -layout`: labels broken within their column, figures at the height of the middle line. */
const torn =
  (at: 'first' | 'middle' | 'last', room: number): Table =>
  (laid) =>
    rowsOfLaid(laid)
      .flatMap((row) => {
        const labels = row.filter((piece) => piece.label);
        const figures = row
          .filter((piece) => !piece.label)
          .map(({ text }) => padded(text, 6))
          .join('');
        if (figures === '') return [labels.map(({ text }) => padded(text, 12)).join('')];
        const last = labels.at(-1);
        const head = labels
          .slice(0, -1)
          .map(({ text }) => padded(text, 14))
          .join('');
        const lines = (last?.text ?? '').match(new RegExp(`.{1,${room}}`, 'gu')) ?? [''];
        const line = at === 'first' ? 0 : at === 'last' ? lines.length - 1 : Math.floor(lines.length / 2);
        return lines.map(
          (text, i) =>
            `${i === 0 ? head : ' '.repeat(width(head))}${i === line ? padded(text, room * 2 + 4) + figures : text}`,
        );
      })
      .join('\n');

/** Broken labels whose second line follows the figures, no alignment kept (`pdftotext` without -layout on a row). */
const tornLoose: Table = (laid) =>
  rowsOfLaid(laid)
    .flatMap((row) => {
      const labels = row.filter((piece) => piece.label).map(({ text }) => text);
      const figures = row
        .filter((piece) => !piece.label)
        .map(({ text }) => text)
        .join(' ');
      if (figures === '') return labels;
      const last = labels.pop() ?? '';
      const cut = last.length > 9 ? Math.ceil(last.length / 2) : last.length;
      return [
        ...labels,
        last.slice(0, cut) === '' ? figures : `${last.slice(0, cut)} ${figures}`,
        ...(cut < last.length ? [last.slice(cut)] : []),
      ];
    })
    .join('\n');

/** Labels of a table first, row by row, then all its figures (viewers that copy by column). */
const columnMajor: Table = (laid) =>
  [
    ...rowsOfLaid(laid).flatMap((row) => row.filter((piece) => piece.label).map(({ text }) => text)),
    ...columnsOfFigures(laid),
  ].join('\n');
const columnsOfFigures = (laid: Laid): string[] =>
  [...new Set(laid.pieces.filter((p) => !p.label).map((p) => p.column))]
    .sort((a, b) => a - b)
    .flatMap((column) => laid.pieces.filter((p) => !p.label && p.column === column).map((p) => p.text));

const oneRowALine: Table = (laid) =>
  [
    ...rowsOfLaid(laid).flatMap((row) => row.filter((piece) => piece.label).map(({ text }) => text)),
    ...rowsOfLaid(laid)
      .map((row) =>
        row
          .filter((p) => !p.label)
          .map((p) => p.text)
          .join(' '),
      )
      .filter((line) => line !== ''),
  ].join('\n');

const onT4 =
  (four: (values: readonly string[]) => string, others: Table): Table =>
  (laid, seed) =>
    laid.table === 'remedies' ? four(laid.pieces.filter((p) => !p.label).map((p) => p.text)) : others(laid, seed);
const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const three = ['行政复议', '未经复议直接起诉', '复议后起诉'];
const threeRows = (values: readonly string[]): string =>
  [['', ...five], ...three.map((name, i) => [name, ...values.slice(i * 5, i * 5 + 5)])]
    .map((row) => row.join('\t'))
    .join('\n');
const fifteenPairs = (values: readonly string[]): string =>
  values
    .map(
      (value, i) =>
        `${i % 5 === 0 ? (i === 0 ? '行政复议\n' : i === 5 ? '行政诉讼\n未经复议直接起诉\n' : '复议后起诉\n') : ''}${five[i % 5]}\t${value}`,
    )
    .join('\n');

const headsBetween = (text: string, every: number): string =>
  text
    .split('\n')
    .flatMap((line, i) => (i > 0 && i % every === 0 ? [`- ${i / every} -`, '\f' + line] : [line]))
    .join('\n');
const runningHead = (text: string, title: string, every: number): string =>
  text
    .split('\n')
    .flatMap((line, i) => (i > 0 && i % every === 0 ? [`第 ${i / every} 页 共 9 页`, `\f${title}`, line] : [line]))
    .join('\n');

const slips = (text: string, luck: (below: number) => number): string =>
  text
    .replace(/未/g, () => (luck(2) === 0 ? '末' : '未'))
    .replace(/类申请/g, '类申清')
    .replace(/己|已/g, () => (luck(2) === 0 ? '己' : '已'))
    .replace(/“三安全一稳定”/, '"三安全一稳定"')
    .replace(/（/g, () => (luck(2) === 0 ? '( ' : '（'));

const withFigures =
  (word: (text: string, luck: (below: number) => number) => string, table: Table): Table =>
  (laid, seed) => {
    const luck = luckOf(seed + 7);
    return table(
      refigured(laid, (text) => word(text, luck)),
      seed,
    );
  };
const withLabels =
  (word: (text: string, luck: (below: number) => number) => string, table: Table): Table =>
  (laid, seed) => {
    const luck = luckOf(seed + 9);
    return table(
      reworded(laid, (text) => word(text, luck)),
      seed,
    );
  };
const serial: Table = (laid) => {
  let n = 0;
  return places(laid, false)
    .map((row, i) => {
      const figures = laid.pieces.some((p) => p.row === i && !p.label);
      return [figures ? String((n += 1)) : i === 0 ? '序号' : '', ...row].join('\t');
    })
    .join('\n');
};

export const textShapes: Readonly<Record<string, TextShape>> = {
  'one cell a line': (report, seed) => textOf(report, cellLines, seed),
  'one cell a line, blank lines between': (report, seed) =>
    textOf(report, (laid) => cellLines(laid).replaceAll('\n', '\n\n'), seed, { gap: '\n\n' }),
  'one cell a line, trailing tabs': (report, seed) =>
    textOf(
      report,
      (laid) =>
        rowsOfLaid(laid)
          .map((row) => row.map(({ text }) => `${text}\t`).join('\n'))
          .join('\n'),
      seed,
    ),
  tabs: (report, seed) => textOf(report, tabs(false), seed, { eol: '\r\n', indent: '　　' }),
  'tabs, merged text repeated': (report, seed) => textOf(report, tabs(true), seed),
  'tabs, pieces only, CRLF': (report, seed) => textOf(report, pieces, seed, { eol: '\r\n' }),
  'tabs, trailing tabs': (report, seed) =>
    textOf(
      report,
      (laid) =>
        places(laid, false)
          .map((row) => `${row.join('\t')}\t\t`)
          .join('\n'),
      seed,
    ),
  'serial column': (report, seed) => textOf(report, serial, seed),
  'single blanks between': (report, seed) => textOf(report, glue(' '), seed, { gap: '\n\n' }),
  'full-width blanks between': (report, seed) => textOf(report, glue('　'), seed),
  'label glued to its first figure': (report, seed) =>
    textOf(
      report,
      (laid) =>
        rowsOfLaid(laid)
          .map(
            (row) =>
              row
                .filter((p) => p.label)
                .map((p) => p.text)
                .join('') +
              row
                .filter((p) => !p.label)
                .map((p) => p.text)
                .join(' '),
          )
          .join('\n'),
      seed,
    ),
  bars: (report, seed) => textOf(report, bars, seed),
  'aligned by blanks': (report, seed) => textOf(report, aligned, seed, { wrap: 38, indent: '    ' }),
  'labels torn, figures on the first line': (report, seed) => textOf(report, torn('first', 11), seed, { wrap: 36 }),
  'labels torn, figures in the middle': (report, seed) => textOf(report, torn('middle', 9), seed, { wrap: 36 }),
  'labels torn, figures on the last line': (report, seed) => textOf(report, torn('last', 8), seed),
  'labels torn, no alignment': (report, seed) => textOf(report, tornLoose, seed),
  'labels first, then columns of figures': (report, seed) => textOf(report, columnMajor, seed),
  'labels first, then rows of figures': (report, seed) => textOf(report, oneRowALine, seed),
  'table four as three rows': (report, seed) => textOf(report, onT4(threeRows, tabs(false)), seed),
  'table four as pairs': (report, seed) => textOf(report, onT4(fifteenPairs, pieces), seed),
  'table four as three rows, one cell a line': (report, seed) =>
    textOf(
      report,
      onT4((values) => threeRows(values).replaceAll('\t', '\n'), cellLines),
      seed,
    ),
  'table four as pairs with full names': (report, seed) =>
    textOf(
      report,
      onT4(
        (values) => values.map((value, i) => `${three[Math.floor(i / 5)]}${five[i % 5]}：${value}`).join('\n'),
        tabs(false),
      ),
      seed,
    ),
  'page numbers within tables': (report, seed) => headsBetween(textOf(report, glue('  '), seed), 23),
  'running heads within tables': (report, seed) => runningHead(textOf(report, tabs(false), seed), report.title, 27),
  'page numbers, one cell a line': (report, seed) =>
    headsBetween(textOf(report, cellLines, seed), 61).replaceAll(/^- (\d+) -$/gm, '—$1—'),
  'full-width figures': (report, seed) => textOf(report, withFigures(full, tabs(false)), seed),
  'O for 0, l for 1': (report, seed) =>
    textOf(
      report,
      withFigures((text, luck) => (luck(6) === 0 ? text.replace(/^0$/, 'O').replace(/1/g, 'l') : text), tabs(false)),
      seed,
    ),
  'slips in labels': (report, seed) => textOf(report, withLabels(slips, tabs(false)), seed),
  'slips in labels, one cell a line': (report, seed) => textOf(report, withLabels(slips, cellLines), seed),
  'blanks within brackets': (report, seed) =>
    textOf(
      report,
      withLabels((text) => text.replace(/（(.)）/g, '（ $1 ）').replace(/^(\d)\./, '$1 . '), tabs(false)),
      seed,
      { word: (text) => text.replace(/（(.)）/g, '（ $1 ）').replace(/^([一二三四五六])、/, '$1 、') },
    ),
  'units behind figures': (report, seed) =>
    textOf(
      report,
      withFigures((text) => (/^\d+$/.test(text) ? `${text}件` : text), tabs(false)),
      seed,
    ),
  thousands: (report, seed) =>
    textOf(
      report,
      withFigures((text) => text.replace(/^(\d+)(\d{3})(?=\.|$)/, '$1,$2'), tabs(false)),
      seed,
    ),
  'headings wrapped and numbered otherwise': (report, seed) =>
    textOf(report, tabs(false), seed, {
      word: (text, part) => (part.is === 'heading' ? text.replace('、', '．') : text),
    }),
  'headings without numbers': (report, seed) =>
    textOf(report, tabs(false), seed, { word: (text, part) => (part.is === 'heading' ? text.slice(2) : text) }),
  'gaps of blanks, pieces': (report, seed) => textOf(report, glue('    '), seed, { wrap: 40, indent: '  ' }),
  'header of table three torn over lines': (report, seed) =>
    textOf(
      report,
      withLabels(
        (text) =>
          text.replace(
            /^(商业|科研|社会公益|法律服务|未经复议|复议后|结果|其他|尚未)(企业|机构|组织|直接起诉|起诉|维持|纠正|结果|审结)$/,
            '$1 $2',
          ),
        glue('  '),
      ),
      seed,
    ),
};
