import { labelWords, normalLabel, sameLabel } from '@/lib/report/label';
import type { AsWritten, LabelAsWritten } from '@/lib/report/as-written';
import type { SectionId } from '@/lib/statute/format';
import type { CellId, TableId } from '@/lib/statute/table';
import { documentRule } from '@/lib/checks/engine/as-document';
import { extraLabel } from './one-row';
import { tableName } from '@/lib/checks/engine/place';
import type { Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';

const source = '条例第五十条，统一格式';

/** Each label once, however often a table repeats its head on the next page. */
function labelsOf({ labels }: AsWritten): readonly LabelAsWritten[] {
  const seen = new Set<string>();
  return labels.filter(({ table, block, axis, line, form, text }) => {
    const key = [table, block, axis, line, text === form ? '' : labelWords(text)].join(' ');
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

const oldName = ({ table, line, text }: LabelAsWritten): boolean =>
  table === 'disclosure' && line === 'normativeDocuments' && labelWords(text) === '规范性文件';

const alternative = /\((?:或|\/)[^()]{1,12}\)|(?:或者|\/)本(?:部门|机关|单位|行政区域)/;
const explanation = /^(?:\(.{2,}\)|[:,;*].{2,})$/;

/** What a label says beyond the form: a note in brackets, or the alternatives of a blank form; null when nothing. */
function remark(text: string, form: string): string | null {
  if (text === form) return null;
  const bare = normalLabel(text);
  const choice = alternative.exec(bare);
  if (choice !== null && !normalLabel(form).includes(choice[0])) return choice[0];
  const own = normalLabel(form).replace(/^\(?(?:\d+|[一二三四五六七八九十]+)[).、,:]+/, '');
  const at = bare.indexOf(own);
  const rest = at < 0 ? '' : bare.slice(at + own.length);
  return explanation.test(rest) ? rest : null;
}

const quoted = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A long label cut down to its key words, as a print makes it fit (部分公开 without its note, 逾期不补正): the row is the
 * statutory one, only its name is short.
 */
const isShortened = (text: string, form: string): boolean => labelWords(text).length * 2 <= labelWords(form).length;

export const labelOfForm = documentRule('FMT-05', {
  source,
  reads: [],
  says: '表格的栏目名称应与统一格式一致',
  severity: 'warning',
  note: '序号、标点、全角半角不论；长的栏目名称只写了简称时为提示；另有 FMT-06、FMT-10 的，不重复提',
  forEach: (written, { report }) =>
    labelsOf(written).filter(
      (label) => !(report.year >= 2021 && oldName(label)) && remark(label.text, label.form) === null,
    ),
  holds: ({ table, form, text, cells }, { format }): Verdict => {
    if (sameLabel(text, form)) return null;
    return {
      title: `栏目名称写作“${quoted(text)}”`,
      detail: `${tableName(format, table)}的栏目写作“${quoted(text)}”，统一格式为“${form}”`,
      cells,
      ...(isShortened(text, form) && { severity: 'notice' as const }),
      stated: quoted(text),
      expected: form,
      suggestion: '请照统一格式改',
    };
  },
});

export const normativeDocuments = documentRule('FMT-06', {
  source: '国办公开办函〔2021〕30号，表二',
  reads: [],
  says: '2021 年度起，表二填的是“行政规范性文件”',
  severity: 'warning',
  note: '2020 年度及以前为“规范性文件”',
  appliesTo: ({ report }) => report.year >= 2021,
  forEach: (written) =>
    labelsOf(written).filter(
      ({ table, axis, line }) => table === 'disclosure' && axis === 'row' && line === 'normativeDocuments',
    ),
  holds: (label): Verdict => {
    if (!oldName(label)) return null;
    return {
      title: '“规范性文件”应为“行政规范性文件”',
      detail: `表二的栏目写作“${quoted(label.text)}”，2021 年的格式为“行政规范性文件”`,
      cells: label.cells,
      stated: quoted(label.text),
      expected: '行政规范性文件',
      suggestion: '改为“行政规范性文件”，并核对所填件数是否只计行政规范性文件',
    };
  },
});

export const cornerNote = documentRule('FMT-08', {
  source: '年度报告格式，表三',
  reads: [],
  says: '表三左上角应注明“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”',
  severity: 'notice',
  forEach: ({ tables }) => tables.filter((table) => table === 'applications'),
  holds: (_, __, { corner }): Verdict => {
    if (corner !== null && corner.trim() !== '') return null;
    return {
      title: '表三没有注明勾稽关系',
      detail: '表三左上角没有“本列数据的勾稽关系为……”一句',
      cells: [],
      where: { section: 'applications' },
    };
  },
});

interface Remark {
  readonly table: string;
  readonly text: string;
  readonly words: string;
  readonly cells: readonly CellId[];
}

function remarks(written: AsWritten, { report }: Subject): Remark[] {
  const known = labelsOf(written).map(({ table, text, form, cells }) => ({
    table,
    text,
    words: remark(text, form) ?? '',
    cells,
  }));
  const extra = [...new Set((report.extra ?? []).map(({ table, label }) => `${table}\n${extraLabel(label).row}`))].map(
    (key) => {
      const [table = '', text = ''] = key.split('\n');
      return { table, text, words: alternative.exec(normalLabel(text))?.[0] ?? '', cells: [] };
    },
  );
  return [...known, ...extra];
}

export const remarkInLabel = documentRule('FMT-10', {
  source,
  reads: [],
  says: '栏目里不应写说明，“（或本部门）”一类供选用的字样应当删定',
  severity: 'notice',
  forEach: remarks,
  holds: ({ table, text, words, cells }, { format }): Verdict => {
    if (words === '') return null;
    const section = sectionOf(table, format.sections);
    return {
      title: `栏目“${quoted(text)}”里有说明`,
      detail: `栏目“${quoted(text)}”里有“${words}”`,
      cells,
      ...(cells.length === 0 && section !== undefined && { where: { section } }),
      stated: quoted(text),
    };
  },
});

/** The section in which a table stands. */
export function sectionOf(table: string, sections: Subject['format']['sections']): SectionId | undefined {
  return sections.find((section) => section.table === (table as TableId))?.id;
}

export const labelRules = [labelOfForm, normativeDocuments, cornerNote, remarkInLabel];
