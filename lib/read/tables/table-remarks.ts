import { normalLabel } from '@/lib/report/label';
import { formats } from '@/lib/statute/formats';
import type { Node, Table } from '@/lib/statute/table';
import type { Passage } from '@/lib/read/prose/paragraphs';

/** Every label, band, corner and caption that a form prints, as compared. */
const printed: ReadonlySet<string> = new Set([
  ...formats.flatMap(({ tables }) => Object.values(tables).flatMap(wordsOf)).map(normalLabel),
  ...[
    '项目',
    '信息内容',
    '类别',
    '申请人',
    '表二',
    '表三',
    '表四',
    '表2',
    '表3',
    '表4',
    '续表',
    '附表',
    '单位:件',
    '单位:万元',
  ].map(normalLabel),
]);

function wordsOf(table: Table): string[] {
  const labels = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => [node.label, ...(node.kind === 'group' ? labels(node.children) : [])]);
  return [
    table.caption,
    ...table.blocks.flatMap(({ caption, corner, columns, rows }) => [
      ...(caption === null ? [] : [caption]),
      ...(corner === null ? [] : [corner]),
      ...labels(columns),
      ...labels(rows),
    ]),
  ];
}

const unit = /[（(]?(?:计量)?单位[:：].{1,6}[）)]?$/;

/** Whether a line says no more than the form prints: a label, a band, a corner, a caption. */
export function isPrinted(text: string): boolean {
  if (text.length > 60) return false;
  const bare = normalLabel(text.replace(unit, '').replace(/^(?:表|附表)\s*[二三四234]?[\s:：]*/, ''));
  return bare === '' || printed.has(bare) || printed.has(normalLabel(text));
}

const beginnings: ReadonlySet<string> = new Set(
  [...printed].filter((label) => label.length > 10).map((label) => label.slice(0, 8)),
);

/** Whether a line begins as one of the long labels of the form does, which are often broken over lines. */
export const beginsPrinted = (text: string): boolean => beginnings.has(normalLabel(text.slice(0, 20)).slice(0, 8));

/** Figures are parted by a blank or a sign: what is told apart in one way only is read in a moment. */
const behind =
  /[\s\u3000:：]*[+-]?[\d\uff10-\uff19][\d\uff10-\uff19.,，]*(?:(?:[\s\u3000]+|(?=[+-]))[+-]?[\d\uff10-\uff19][\d\uff10-\uff19.,，]*)*[\s\u3000]*$/;

/** A label of the form, or a piece of one, with nothing but figures behind it: a row that the table left. */
function isLeftRow(text: string): boolean {
  if (text.length > 200 || !behind.test(text)) return false;
  const label = text.replace(behind, '');
  return isPrinted(label) || beginsPrinted(label) || labelEnds.test(label);
}

const labelEnds = /^(?:行政复议|行政诉讼|未经复议直接起诉|复议后起诉)(?:结果维持|结果纠正|其他结果|尚未审结|总计)$/;

/**
 * What stands with a table without being of it: explanations above and below. Labels and captions that the table left
 * are dropped, for the form prints them; figures that stand alone come back apart.
 */
export function proseBesideTable(passages: readonly Passage[]): { prose: Passage[]; figures: string[] } {
  const isFigures = (text: string): boolean => text !== '' && (!/\p{Script=Han}/u.test(text) || isLeftRow(text));
  const figures = passages.filter(({ text }) => isFigures(text)).map(({ text }) => text);
  return { prose: passages.filter(({ text }) => text === '' || (!isFigures(text) && !isPrinted(text))), figures };
}
