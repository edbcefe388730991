import { csvOfLines } from '@/lib/report/csv-field';
import { agencyKindNames, type AgencyKind, type Report } from '@/lib/report/report';
import type { Format, SectionId } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import { chapters } from './catalogue';
import { severityNames, type CheckResult, type Finding, type Severity } from './finding';
import { listCells, tableName } from '@/lib/checks/engine/place';

/** What was found in one report, as it is handed to its agency: 核对意见. Plain text throughout. */
export interface FindingsList {
  readonly file: string;
  readonly agency: string;
  readonly year: number;
  readonly kind: string;
  readonly format: string;
  /** YYYY-MM-DD. */
  readonly checkedOn: string;
  readonly findings: readonly ListedFinding[];
  /** How many places rules were applied to. */
  readonly ran: number;
  readonly notChecked: readonly {
    readonly rule: string;
    readonly says: string;
    readonly place: string;
    readonly why: string;
  }[];
  readonly unplaced: readonly string[];
}

export interface ListedFinding {
  /** 1, 2, …: the number that the page shows at its place. */
  readonly number: number;
  readonly section: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly place: string;
  readonly title: string;
  readonly message: string;
  readonly stated: string;
  readonly expected: string;
  readonly difference: string;
  readonly suggestion: string;
}

export interface About {
  readonly file: string;
  readonly kind: AgencyKind | null;
  readonly checkedOn: string;
  readonly unplaced: readonly string[];
}

/** The findings with their places in words, in the order and with the numbers in which they are given. */
export function findingsList(
  report: Report,
  { findings, checked }: CheckResult,
  { file, kind, checkedOn, unplaced }: About,
): FindingsList {
  const format = formatById(report.format);
  return {
    file,
    agency: report.agency,
    year: report.year,
    kind: kind === null ? '不明' : agencyKindNames[kind],
    format: `${report.format} 年格式`,
    checkedOn,
    findings: findings.map((finding, index) => listed(finding, index + 1, format)),
    ran: checked.ran,
    notChecked: checked.notChecked.map(({ rule, cells, why }) => ({
      rule,
      says: sentenceOf(rule),
      place: placeOfCells(cells, format),
      why,
    })),
    unplaced,
  };
}

function listed(finding: Finding, number: number, format: Format | undefined): ListedFinding {
  const { rule, severity, title, message, stated = '', expected = '', difference = '', suggestion = '' } = finding;
  return {
    number,
    section: sectionName(finding, format),
    rule,
    severity,
    place: placeName(finding, format),
    title,
    message,
    stated,
    expected,
    difference,
    suggestion,
  };
}

/** Title of the section in which a finding stands; 标题, 开头 and 落款 for what stands outside of the six. */
export function sectionName({ where, cells }: Pick<Finding, 'where' | 'cells'>, format: Format | undefined): string {
  const section = where?.section ?? sectionOfCell(cells[0], format);
  if (section === undefined) return '全文';
  if (section === 'title') return '标题';
  if (section === 'preamble') return '开头一段';
  if (section === 'signature') return '落款';
  return format?.sections.find(({ id }) => id === section)?.title ?? section;
}

export function sectionOfCell(cell: string | undefined, format: Format | undefined): SectionId | undefined {
  const table = cell === undefined ? undefined : format?.cell(cell)?.table;
  return table === undefined ? undefined : format?.sections.find((section) => section.table === table)?.id;
}

/** Where a finding stands, in words: 表三 本年新收：自然人; “全年收到申请 12 件”. */
function placeName({ where, cells }: Finding, format: Format | undefined): string {
  if (where?.quote !== undefined && where.quote !== '') return `“${where.quote}”`;
  return placeOfCells(cells, format);
}

/** 表三 本年新收：自然人、总计; empty where there are no cells. */
export function placeOfCells(cells: readonly string[], format: Format | undefined): string {
  const table = cells[0] === undefined ? undefined : format?.cell(cells[0])?.table;
  if (format === undefined || table === undefined) return '';
  return `${tableName(format, table)} ${listCells(format, cells)}`;
}

/** What a rule says, in all its sentences; empty for an id that the catalogue does not have. */
export function sentenceOf(rule: string): string {
  return chapters.flatMap(({ entries }) => entries.filter(({ id }) => id === rule).map(({ says }) => says)).join('；');
}

const heads = ['序号', '部分', '规则', '程度', '位置', '问题', '说明', '原文或原数', '应为', '相差', '建议'];

/** The list as `.csv`: one line a finding. */
export function csvOfFindings({ findings }: FindingsList): string {
  const lines = findings.map((one) => [
    String(one.number),
    one.section,
    one.rule,
    severityNames[one.severity],
    one.place,
    one.title,
    one.message,
    one.stated,
    one.expected,
    one.difference,
    one.suggestion,
  ]);
  return csvOfLines([heads, ...lines]);
}
