import type { AsWritten, PageFacts } from '@/lib/report/as-written';
import { normalLabel } from '@/lib/report/label';
import type { Report } from '@/lib/report/report';
import { documentRule } from '@/lib/checks/engine/as-document';
import type { CheckResult, Finding } from '@/lib/checks/finding';
import { nameOfCell, tableName } from '@/lib/checks/engine/place';
import type { Entry, Verdict } from '@/lib/checks/engine/rule';
import { sectionOf } from './labels';
import type { Subject } from '@/lib/checks/engine/subject';
import { formatById } from '@/lib/statute/formats';

const source = '国办发〔2017〕47号、GB/T 37668-2019';

/** True for a page that shows pictures and no table at all. */
export const onlyPictures = ({ page, tables }: AsWritten): boolean =>
  page !== null && page.tables.length === 0 && tables.length === 0 && page.pictures > 0;

const onPage =
  <T>(places: (page: PageFacts, subject: Subject) => readonly T[]) =>
  ({ page }: AsWritten, subject: Subject): readonly T[] =>
    page === null ? [] : places(page, subject);

/** Only a page that was read is held against the rules on pages. */
const isPage = ({ context }: Subject): boolean => context.written?.page != null;

export const sameNumbers: Entry = {
  id: 'PUB-01',
  source: '国办发〔2017〕47号',
  says: '网页与可下载的文件，所载数字应当一致',
  severity: 'error',
  note: '网页和文件都给出时核对',
};

/** A figure as both may write it: 0 and 0.0, 1 and １ are the same. */
function plainFigure(value: string | null | undefined): string | null {
  if (value == null) return null;
  const bare = value.normalize('NFKC').replace(/\s/g, '');
  return /^[+-]?\d+(?:\.\d+)?$/.test(bare) ? String(Number(bare)) : bare === '' ? null : bare;
}

/**
 * PUB-01: the figures of a web page against those of the file it offers, cell by cell in the form of the page. A cell
 * that one of them leaves blank cannot be compared.
 */
export function comparePublished(page: Report, file: Report): CheckResult {
  const format = formatById(page.format);
  const unchecked = (why: string, cells: readonly string[] = []): CheckResult['checked']['notChecked'] => [
    { rule: sameNumbers.id, cells, why },
  ];
  if (format === undefined || page.format !== file.format)
    return { findings: [], checked: { ran: 0, notChecked: unchecked('网页和文件用的不是同一格式') } };
  if (page.year !== file.year)
    return {
      findings: [],
      checked: { ran: 0, notChecked: unchecked(`网页是 ${page.year} 年的报告，文件是 ${file.year} 年的`) },
    };
  const compared = format.cells.map(({ id }) => ({
    id,
    one: plainFigure(page.cells[id]),
    other: plainFigure(file.cells[id]),
  }));
  const blank = compared.filter(({ one, other }) => (one === null) !== (other === null)).map(({ id }) => id);
  const both = compared.filter(({ one, other }) => one !== null && other !== null);
  const findings = both
    .filter(({ one, other }) => one !== other)
    .map(
      ({ id, one, other }): Finding => ({
        rule: sameNumbers.id,
        severity: 'error',
        title: `网页是 ${one}，文件是 ${other}`,
        message: `${sameNumbers.says}。${nameOfCell(format, id)}：网页是 ${one}，文件是 ${other}。`,
        cells: [id],
        stated: one ?? '',
        expected: other ?? '',
        suggestion: '请核实哪一处正确，并一并更正',
      }),
    );
  return {
    findings,
    checked: { ran: both.length, notChecked: blank.length === 0 ? [] : unchecked('一处空缺', blank) },
  };
}

export const tablesNotPictures = documentRule<PageFacts>('PUB-02', {
  source,
  reads: [],
  appliesTo: isPage,
  says: '网页上的表格应是数据表，不是图片',
  severity: 'warning',
  forEach: onPage((page) => [page]),
  holds: ({ pictures }, { format }, written): Verdict => {
    const missing = format.sections.flatMap(({ table }) =>
      table !== null && !written.tables.includes(table) ? [tableName(format, table)] : [],
    );
    if (missing.length === 0 || pictures === 0) return null;
    return {
      title: `网页上没有${missing.join('、')}，只有图片`,
      detail: `网页上没有${missing.join('、')}的数据表，有 ${pictures} 张图片`,
      cells: [],
      where: { section: 'disclosure' },
      suggestion: '请把图片换成数据表，便于检索和读屏',
    };
  },
});

/** The day of a date as pages write it: 2024-01-17, 2024/1/17 10:00, 2024年1月17日; null for anything else. */
function dayOf(text: string): string | null {
  const [, year = '', month = '', day = ''] =
    /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text.normalize('NFKC')) ?? [];
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A correction is published later, and rightly so. */
const corrected = /更正|修订|更新|修改|补充/;

export const publishedInTime = documentRule<string>('PUB-03', {
  source: '条例第四十九条',
  reads: ['title'],
  appliesTo: isPage,
  says: '部门的年度报告在次年 1 月 31 日前公布，县级以上地方人民政府的在 3 月 31 日前',
  severity: 'warning',
  note: '乡镇、街道的期限由当地规定；更正版不适用',
  forEach: onPage((page, { report }) =>
    page.published === null || corrected.test(page.title + report.title) ? [] : [page.published],
  ),
  holds: (published, { report, context: { kind } }): Verdict => {
    if (kind === null) return { why: '机关类型不明', cells: [] };
    if (kind === 'town') return { why: '乡镇、街道的公布期限由当地规定', cells: [] };
    const day = dayOf(published);
    if (day === null) return { why: `网页的发布日期“${published}”无法识别`, cells: [] };
    const deadline = `${report.year + 1}-${kind === 'government' ? '03' : '01'}-31`;
    if (day <= deadline) return null;
    return {
      title: `网页 ${day} 发布，晚于 ${deadline}`,
      detail: `网页的发布日期是 ${day}，期限是 ${deadline}`,
      cells: [],
      where: { section: 'title' },
      stated: day,
      expected: `不晚于 ${deadline}`,
    };
  },
});

export const pageTitle = documentRule<string>('PUB-04', {
  source,
  reads: ['title'],
  appliesTo: isPage,
  says: '网页的标题应是报告的标题',
  severity: 'notice',
  forEach: onPage((page, { report }) => (report.title.trim() === '' ? [] : [page.title])),
  holds: (title, { report }): Verdict => {
    const words = (text: string): string => normalLabel(text).replace(/[^\p{L}\p{N}]/gu, '');
    if (words(title).includes(words(report.title))) return null;
    return {
      title: '网页标题不是报告标题',
      detail: `网页标题是“${title.trim()}”，报告标题是“${report.title.replace(/\s+/g, ' ').trim()}”`,
      cells: [],
      where: { section: 'title' },
      stated: title.trim(),
      expected: report.title.replace(/\s+/g, ' ').trim(),
    };
  },
});

export const tableMarkup = documentRule<PageFacts['tables'][number]>('PUB-05', {
  source,
  reads: [],
  appliesTo: isPage,
  says: '网页上的表格应有表头单元格和表名，读屏软件才能读出',
  severity: 'notice',
  note: '每张表一条',
  forEach: onPage(({ tables }) => [...new Map(tables.map((table) => [table.table, table])).values()]),
  holds: ({ table, headers, caption }, { format }): Verdict => {
    const missing = [headers ? '' : '表头单元格（th）', caption ? '' : '表名（caption）'].filter((part) => part !== '');
    if (missing.length === 0) return null;
    const section = sectionOf(table, format.sections);
    return {
      title: `网页上的${tableName(format, table)}没有${missing.join('和')}`,
      detail: `网页上的${tableName(format, table)}没有${missing.join('和')}`,
      cells: [],
      ...(section !== undefined && { where: { section } }),
    };
  },
});

export const publicationRules = [sameNumbers, tablesNotPictures, publishedInTime, pageTitle, tableMarkup];
