import { labelWords } from '@/lib/report/label';
import type { SectionId } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { extraLabel, oneRowOf } from './one-row';
import { perFormat } from '@/lib/checks/engine/per-format';
import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { sentencesOf } from '@/lib/checks/engine/read-before';
import { once, rule, type Verdict } from '@/lib/checks/engine/rule';
import { breachAt, quoteOf, type Spot } from '@/lib/checks/engine/spots';
import type { Subject } from '@/lib/checks/engine/subject';
import type { Passage } from '@/lib/checks/engine/text';

/** What table two asked for in 2019 and 2020 only. */
const old = [
  '本年新制作数量',
  '本年新公开数量',
  '对外公开总数量',
  '上一年项目数量',
  '本年增减',
  '其他对外管理服务事项',
  '政府集中采购',
  '采购项目数量',
  '采购总金额',
];
/** What it has asked for since 2021. */
const recent = ['本年制发件数', '本年废止件数', '现行有效件数'];

interface Found {
  readonly labels: readonly string[];
  readonly cells: readonly CellId[];
}

/** Labels of table two that are among these, with the cells below or beside them. */
function labelsAmong(words: readonly string[], { report, context }: Subject): Found {
  const labels = (context.written?.labels ?? []).filter(
    ({ table, text }) => table === 'disclosure' && words.includes(labelWords(text)),
  );
  const extra = (report.extra ?? []).flatMap(({ table, label }) => {
    const { row, column } = extraLabel(label);
    return table === 'disclosure' ? [row, column].filter((part) => words.includes(labelWords(part))) : [];
  });
  return {
    labels: [...new Set([...labels.map(({ text }) => labelWords(text)), ...extra.map(labelWords)])],
    cells: [...new Set(labels.flatMap(({ cells }) => cells))],
  };
}

/**
 * What of table two is of the other format: told by the labels of the document, without them by the report's format.
 */
function ofFormat(id: '2019' | '2021', words: readonly string[], subject: Subject): Found | null {
  const found = labelsAmong(words, subject);
  if (found.labels.length > 0) return found;
  if (subject.context.written != null || subject.format.id !== id) return null;
  return {
    labels: words,
    cells: subject.format.cells.filter(({ table }) => table === 'disclosure').map((cell) => cell.id),
  };
}

const list = (labels: readonly string[]): string =>
  `${labels
    .slice(0, 3)
    .map((label) => `“${label}”`)
    .join('、')}${labels.length > 3 ? `等 ${labels.length} 栏` : ''}`;
const at = (section: SectionId) => ({ section });

/** True where FMT-01 speaks: what else differs from the form in table two follows from it. */
export const hasOldTableTwo = (subject: Subject): boolean =>
  subject.report.year >= 2021 && ofFormat('2019', old, subject) !== null;

export const withdrawnForm = rule('FMT-01', {
  source: '国办公开办函〔2021〕30号',
  says: '2021 年度起，表二应使用 2021 年的格式',
  severity: 'error',
  reads: [],
  forEach: ({ report }) => (report.year >= 2021 ? once() : []),
  holds: (_, subject): Verdict => {
    const found = ofFormat('2019', old, subject);
    if (found === null) return null;
    return {
      title: '表二用的是 2019 年的旧格式',
      detail: `${subject.report.year} 年度报告的表二有${list(found.labels)}，是 2019 年格式的栏目`,
      cells: found.cells,
      where: at('disclosure'),
      suggestion: '请改用 2021 年格式的表二，按制发、废止、现行有效件数重新填写',
    };
  },
});

export const laterForm = rule('FMT-02', {
  source: '国办公开办函〔2019〕60号',
  says: '2019、2020 年度的报告，表二用的是 2019 年的格式',
  severity: 'notice',
  reads: [],
  forEach: ({ report }) => (report.year === 2019 || report.year === 2020 ? once() : []),
  holds: (_, subject): Verdict => {
    const found = ofFormat('2021', recent, subject);
    if (found === null) return null;
    return {
      title: `${subject.report.year} 年度的报告用了 2021 年的格式`,
      detail: `${subject.report.year} 年度报告的表二有${list(found.labels)}，是 2021 年格式的栏目`,
      cells: found.cells,
      where: at('disclosure'),
    };
  },
});

const ownRow = perFormat((format) =>
  format.cells.filter(({ table, row }) => table === 'applications' && row.id === 'otherHandling').map(({ id }) => id),
);

export const oneRowForThree = rule('FMT-03', {
  source: '国办公开办函〔2021〕30号，表三',
  says: '2021 年度起，（六）其他处理应分为三行填写',
  severity: 'warning',
  note: '这一行的数不全是 0 时为错误',
  reads: ['table:applications'],
  forEach: ({ report }) => (report.year >= 2021 ? once() : []),
  holds: (_, subject): Verdict => {
    const oneRow = oneRowOf(subject);
    const own = ownRow(subject.format);
    if (oneRow === null && own.length === 0) return null;
    const values = oneRow === null ? own.map((id) => subject.number(id)) : [...oneRow.values.values()];
    const filled = values.some((value) => value !== null && value !== 0);
    return {
      title: '“（六）其他处理”只有一行',
      detail: `表三“（六）其他处理”应分为逾期不补正、逾期未缴费、其他三行，报告里只有一行${filled ? '，所填的数归在哪一行不明' : '，各列都没有件数'}`,
      cells: oneRow === null ? own : [...oneRow.cells],
      where: at('applications'),
      severity: filled ? 'error' : 'warning',
      suggestion: '请按三行填写',
    };
  },
});

const number = /国办公开办函\s*[〔﹝[［【(（]?\s*2019\s*(?:年)?[〕﹞\]］】)）]?\s*(?:第)?\s*60\s*号/;
const name = /(?:政府信息与政务公开办公室)?关于(?:做好)?政府信息公开工作年度报告有关事项的通知/;
const replaced = /废止|不再|取代|替代|代替|停止执行/;

/** Citations of the document that laid down the form of 2019. */
const citations = (paragraph: Passage): Spot[] =>
  sentencesOf(paragraph).flatMap(({ text, start }): Spot[] => {
    const found = number.exec(text) ?? name.exec(text);
    if (found === null || replaced.test(text)) return [];
    // A local notice may bear the same name; what stands in brackets behind it says which one is meant.
    const own = /国办公开办函\s*[〔[(（【]\s*2021/.test(text.slice(found.index));
    return own ? [] : [{ ...paragraph, at: start + found.index, length: found[0].length }];
  });

export const withdrawnNotice = paragraphRule('FMT-04', {
  source: '国办公开办函〔2021〕30号',
  says: '2021 年度起，依据的是国办公开办函〔2021〕30号，不再引用 2019 年的通知',
  severity: 'warning',
  forEach: (paragraph, { report: { year } }) => (year >= 2021 ? citations(paragraph) : []),
  holds: (spot) =>
    breachAt(spot, {
      title: '引用了 2019 年的旧通知',
      detail: `写的是“${quoteOf(spot)}”`,
      suggestion: '请核对依据，改引国办公开办函〔2021〕30号',
    }),
});

export const formVersionRules = [withdrawnForm, laterForm, oneRowForThree, withdrawnNotice];
