import { Paragraph, TextRun, type FileChild } from 'docx';
import { headingOf } from '@/lib/render/docx/docx-paragraph';
import { fit } from '@/lib/render/docx/xml-text';
import { cell, formTable, line, type FormRow } from './form-table';
import { paperDocument } from './paper-document';

/** 审批记录: how a publication came about, for the archive. Plain text throughout; times as they are printed. */
export interface ApprovalRecord {
  readonly agency: string;
  readonly year: number;
  /** YYYY-MM-DD of publication. */
  readonly date: string;
  /** Name and content, in order: 文件标题, 公布版次, … */
  readonly facts: readonly (readonly [string, string])[];
  readonly events: readonly {
    readonly at: string;
    readonly what: string;
    readonly by: string;
    readonly reason: string;
  }[];
  /** 错误 0 处，待说明 1 处（已说明 1 处），提示 2 处. */
  readonly summary: string;
  readonly findings: readonly {
    readonly severity: string;
    readonly place: string;
    readonly title: string;
    readonly reason: string | null;
  }[];
  readonly comments: readonly RecordedComment[];
  readonly evidence: readonly {
    readonly name: string;
    readonly signed: string;
    readonly filed: string;
    readonly sha256: string;
    readonly note: string;
  }[];
}

export interface RecordedComment {
  readonly number: number;
  readonly place: string;
  readonly quote: string;
  readonly said: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  /** 已解决（李建国，…）; 未处理. */
  readonly outcome: string;
}

const say = (style: 'FormFinding' | 'FormReason' | 'FormNote', text: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(fit(text))] });

/** The record as a Word document. The same record gives the same bytes. */
export function approvalRecordOf(record: ApprovalRecord): Promise<Uint8Array> {
  const { agency, year, date, facts, events, summary, findings, comments, evidence } = record;
  const parts: readonly (readonly [string, readonly FileChild[]])[] = [
    [
      '办理经过',
      [
        listed(
          '办理经过',
          [600, 2500, 2345, 1100, 2300],
          ['序号', '时间', '事项', '办理人', '说明'],
          events.map(({ at, what, by, reason }) => [at, what, by, reason]),
        ),
      ],
    ],
    ['公布内容的核对结果', [say('FormNote', `${summary}。`), ...findings.flatMap(found)]],
    ['批注和回复', comments.length === 0 ? [say('FormNote', '没有批注。')] : comments.flatMap(commented)],
    [
      '签批件',
      evidence.length === 0
        ? [say('FormNote', '没有归入签批件。')]
        : [listed('签批件', [600, 2500, 1745, 4000], ['序号', '文件', '签批', '归入'], evidence.map(filed))],
    ],
  ];
  const numerals = '一二三四';
  return paperDocument({ agency, name: `${year}年度报告审批记录`, year, date }, [
    formTable(
      { caption: '基本情况', description: '左列为项目，右列为内容。' },
      [1900, 6945],
      facts.map(([name, text]): FormRow => ({ height: 420, cells: [cell('FormLabel', name), cell('FormText', text)] })),
    ),
    ...parts.flatMap(([name, children], index) => [headingOf(`${numerals[index] ?? ''}、${name}`), ...children]),
  ]);
}

/** Letters of a reason beyond which its row may go over to the next page: any other row stays whole. */
const longest = 200;

/** A table with numbered rows under a header that is repeated on each page. */
function listed(
  caption: string,
  grid: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): FileChild {
  const head: FormRow = { height: 400, heads: true, cells: heads.map((text) => cell('FormFigure', text)) };
  const body = rows.map(
    (texts, index): FormRow => ({
      height: 380,
      ...(texts.some((text) => text.length > longest) ? { splits: true } : {}),
      cells: [
        cell('FormFigure', String(index + 1)),
        ...texts.map((text) => ({ paragraphs: text.split('\n').map((part) => line('FormItem', part)) })),
      ],
    }),
  );
  return formTable({ caption, description: `每行一项，依次为${heads.join('、')}。` }, grid, [head, ...body]);
}

function found({ severity, place, title, reason }: ApprovalRecord['findings'][number], index: number): Paragraph[] {
  const finding = say('FormFinding', `${index + 1}．〔${severity}〕${place === '' ? '' : `${place}：`}${title}`);
  return reason === null ? [finding] : [finding, say('FormReason', `　　填报人说明：${reason}`)];
}

function commented({ number, place, quote, said, outcome }: RecordedComment): Paragraph[] {
  return [
    say('FormFinding', `批注 ${number}．${place}${quote === '' ? '' : `“${quote}”`}〔${outcome}〕`),
    ...said.map(({ by, at, text }) => say('FormReason', `　　${by}　${at}：${text}`)),
  ];
}

const filed = ({ name, signed, filed: by, sha256, note }: ApprovalRecord['evidence'][number]): string[] => [
  note === '' ? name : `${name}\n${note}`,
  signed,
  `${by}\nSHA-256：${sha256}`,
];
