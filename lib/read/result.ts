import type { AsWritten } from '@/lib/report/as-written';
import type { Report } from '@/lib/report/report';

export const fileKinds = ['docx', 'doc', 'html', 'pdf', 'markdown', 'text', 'json'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Bytes of a file that is read. No report is larger; a scan with pictures may be. */
export const largest = 32 * 1024 * 1024;

/** A report that was read. */
export interface Read {
  readonly kind: FileKind;
  readonly report: Report;
  /** Text of the tables that found no place in the format; never guessed, never dropped. */
  readonly unplaced: readonly string[];
  /** null for a report in JSON. */
  readonly written: AsWritten | null;
}

const sentences = {
  'unreadable-file': '不能读取，请核对路径和权限',
  empty: '文件是空的，请重新选择',
  'too-large': '文件太大，请只给出年度报告本身（32 MB 以内）',
  'unknown-kind': '认不出这是什么文件，请给出 Word、网页、PDF、纯文本或本系统的 JSON',
  encrypted: '文件加了密码，请去掉密码后再试',
  damaged: '文件已损坏，打不开；请在 Word 或 WPS 里另存一份再试',
  hostile: '文件的内部结构异常（压缩比、层数或条目过多），为安全起见没有打开；请另存一份再试',
  'no-text': '文件里没有文字，可能是扫描件；请给出可以选中文字的 PDF 或 Word',
  'not-json': '不是 JSON，请给出 JSON 格式的报告',
  'not-a-report': '不像政府信息公开工作年度报告，没有找到标题、六个部分和三张表',
  'took-too-long': '十秒内没有读完，已停止；请另存一份再试',
} as const;

export type UnreadableCode = keyof typeof sentences;
export const unreadableCodes = Object.keys(sentences) as UnreadableCode[];

/** Why a file could not be read: a value, with one sentence that says what happened and what to do. */
export interface Unreadable {
  readonly error: { readonly code: UnreadableCode; readonly message: string };
}

/** `detail` says where exactly, as `（cells.x：……）` behind the sentence. */
export function unreadable(code: UnreadableCode, detail = ''): Unreadable {
  return { error: { code, message: `${sentences[code]}${detail === '' ? '' : `（${detail}）`}` } };
}

export const isUnreadable = (value: object): value is Unreadable => 'error' in value;
