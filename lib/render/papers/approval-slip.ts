import { printedDate } from '@/lib/render/outline';
import { cell, formTable, line, type FormCell, type FormLine, type FormRow } from './form-table';
import { paperDocument } from './paper-document';

/** 呈批单: what a leader signs on paper. Plain text throughout. */
export interface ApprovalSlip {
  readonly agency: string;
  readonly title: string;
  readonly year: number;
  /** Which submission of this draft, or of this correction; 0 before the first. */
  readonly submission: number;
  /** Null for a first version. */
  readonly correction: SlipCorrection | null;
  readonly author: string;
  /** YYYY-MM-DD: the day of submission, or today. */
  readonly date: string;
  /** 2025-01-31; null where no statute sets one. */
  readonly deadline: string | null;
  readonly figures: readonly SlipFigure[];
  /** How many there are of each severity, in words: 错误 0 处，待说明 3 处（已说明 3 处），提示 2 处. */
  readonly summary: string;
  /** The gravest first. */
  readonly findings: readonly SlipFinding[];
  readonly steps: readonly SlipStep[];
}

export interface SlipCorrection {
  /** Number of the version that is corrected. */
  readonly of: number;
  readonly reason: string;
  /** Cells that differ from it. */
  readonly cells: readonly { readonly place: string; readonly before: string; readonly after: string }[];
  /** How many paragraphs differ from it. */
  readonly texts: number;
}

export interface SlipFigure {
  readonly label: string;
  readonly value: string;
  /** Of the year before; null where it is not known. */
  readonly last: string | null;
}

export interface SlipFinding {
  readonly severity: string;
  readonly place: string;
  readonly title: string;
  /** The author's reason; null where there is none. */
  readonly reason: string | null;
}

export interface SlipStep {
  readonly name: string;
  /** What was decided on screen, one sentence each: 李建国 2025年1月12日 10:20 批准. */
  readonly decided: readonly string[];
}

/** Columns that suit both rows of two fields and rows of two figures, each with that of the year before. */
const grid = [1200, 1872, 975, 975, 350, 1523, 975, 975] as const;
const rest = grid.length - 1;
const signed = '签名：　　　　　　　　　　年　　　月　　　日';
/** Letters of 五号 on a line of the wide cell. */
const lineLength = 35;

/** The slip as a Word document of one page or two. The same slip gives the same bytes. */
export function approvalSlipOf(slip: ApprovalSlip): Promise<Uint8Array> {
  const about = { agency: slip.agency, name: '文件呈批单', year: slip.year, date: slip.date };
  return paperDocument(about, [
    formTable(
      { caption: `${slip.title}呈批单`, description: '左列为项目，右边为内容；主要数据每行两项，各有本年和上年的数。' },
      grid,
      [...heads(slip), ...corrected(slip), ...figures(slip), found(slip), ...opinions(slip)],
    ),
  ]);
}

const wide = (paragraphs: readonly FormLine[], top?: true): FormCell => ({
  paragraphs,
  span: rest,
  ...(top === true ? { top } : {}),
});

const twoFields = (one: string, first: string, other: string, second: string): FormRow => ({
  height: 480,
  cells: [cell('FormLabel', one), cell('FormText', first, 2), cell('FormLabel', other, 2), cell('FormText', second, 3)],
});

function heads({ title, agency, date, author, submission, year, deadline }: ApprovalSlip): FormRow[] {
  return [
    { height: 560, cells: [cell('FormLabel', '文件标题'), cell('FormText', title, rest)] },
    twoFields('呈报单位', agency, '呈报日期', printedDate(date)),
    twoFields('填报人', author, '提交次数', submission === 0 ? '尚未提交' : `第 ${submission} 次`),
    twoFields('报告年度', `${year} 年度`, '公布期限', deadline === null ? '按当地规定' : printedDate(deadline)),
  ];
}

/** What a leader signs for in a correction: which version, why, and what becomes of which figure. */
function corrected({ correction }: ApprovalSlip): FormRow[] {
  return correction === null
    ? []
    : [{ height: 560, cells: [cell('FormLabel', '更正'), wide(correctionLines(correction))] }];
}

/** Cells named on the slip; the rest are in the draft that goes with it. */
const mostCells = 8;

function correctionLines({ of, reason, cells, texts }: SlipCorrection): FormLine[] {
  const further = [
    ...(cells.length > mostCells ? [`另有表格 ${cells.length - mostCells} 格`] : []),
    ...(texts > 0 ? [`文字 ${texts} 处`] : []),
  ];
  return [
    line('FormItem', `更正已公布的第 ${of} 版：${shortened(reason.replace(/\s+/g, ' '), 160)}`),
    ...cells
      .slice(0, mostCells)
      .map(({ place, before, after }) => line('FormFinding', `${place}：${before} 改为 ${after}`)),
    ...(further.length === 0
      ? []
      : [line('FormFinding', `${further.join('，')}${cells.length === 0 ? '有改动' : '也有改动'}。`)]),
  ];
}

/** Two to a row; the label stands beside them all. */
function figures({ figures: list }: ApprovalSlip): FormRow[] {
  const head: SlipFigure = { label: '项目', value: '本年', last: '上年' };
  const pairs = [
    [head, head] as const,
    ...list.flatMap((figure, index) => (index % 2 === 0 ? [[figure, list[index + 1] ?? blank] as const] : [])),
  ];
  return pairs.map(([one, other], index) => {
    const item = index === 0 ? 'FormFigure' : 'FormItem';
    return {
      height: 360,
      cells: [
        ...(index === 0 ? [{ ...cell('FormLabel', '主要数据'), rows: pairs.length }] : []),
        cell(item, one.label),
        cell('FormFigure', one.value),
        cell('FormFigure', one.last ?? '—'),
        cell(item, other.label, 2),
        cell('FormFigure', other.value),
        cell('FormFigure', other.last ?? '—'),
      ],
    };
  });
}

const blank: SlipFigure = { label: '', value: '', last: '' };

const linesOf = (texts: readonly FormLine[]): number =>
  texts.reduce((sum, { text }) => sum + Math.ceil(text.length / lineLength), 0);

function found({ summary, findings, steps, correction }: ApprovalSlip): FormRow {
  const lines: FormLine[] = [line('FormItem', summary)];
  let room = 46 - 4 * steps.length - (correction === null ? 0 : linesOf(correctionLines(correction)));
  const shown = findings.map(textsOf).filter((texts) => {
    room -= linesOf(texts);
    return room >= 0;
  });
  lines.push(...shown.flat());
  if (shown.length < findings.length)
    lines.push(line('FormFinding', `另有 ${findings.length - shown.length} 处未在本单列出，见系统中的核对结果。`));
  return { height: 900, splits: true, cells: [cell('FormLabel', '核对情况'), wide(lines)] };
}

function textsOf({ severity, place, title, reason }: SlipFinding, index: number): FormLine[] {
  const texts = [
    line('FormFinding', `${index + 1}．〔${severity}〕${place === '' ? '' : `${place}：`}${shortened(title, 100)}`),
  ];
  if (reason !== null) texts.push(line('FormReason', `　　填报人说明：${shortened(reason, 160)}`));
  return texts;
}

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)}……（全文见系统）`;

/** Many steps leave each less room, so that the slip stays within two pages. */
function opinions({ steps }: ApprovalSlip): FormRow[] {
  const many = steps.length > 2;
  const decided = (step: SlipStep): FormLine[] =>
    step.decided.slice(0, many ? 1 : 3).map((text) => line('FormNote', shortened(text, many ? 60 : 80)));
  return [
    ...steps.map((step) => ({
      height: 1300,
      cells: [cell('FormLabel', `${step.name}意见`), wide([...decided(step), line('FormSign', signed)])],
    })),
    { height: 1700, cells: [cell('FormLabel', '领导审批'), wide([line('FormText', ''), line('FormSign', signed)])] },
    {
      height: 480,
      cells: [
        cell('FormLabel', '备注'),
        wide([line('FormNote', '附件：送审稿 1 份。签批后请将本单扫描，作为签批件归入系统。')]),
      ],
    },
  ];
}
