import { check } from '@/lib/checks/check';
import { placeOfCells } from '@/lib/checks/findings-list';
import { shanghaiDay, shanghaiTime } from '@/lib/render/frame';
import { printedDate } from '@/lib/render/outline';
import { approvalRecordOf, type RecordedComment } from '@/lib/render/papers/approval-record';
import { pathPart } from '@/lib/render/papers/contents-list';
import type { PackagedPublication } from '@/lib/store/database/packaged';
import type { EvidenceView, VersionView } from '@/lib/workflow/papers';
import { eventNames } from '@/lib/workflow/state';
import type { CommentView, EditorView, EventView } from '@/lib/workflow/view';
import { slipFindings, summaryOf } from './approval-slip';
import { dayInShanghai } from '@/lib/usecases/deadlines';
import { formatOf } from '@/lib/usecases/format-of';

const printed = (at: string): string => `${shanghaiDay(at)} ${shanghaiTime(at).slice(11)}`;

/** 审批记录 of a publication: every event, what the rules say of what was published, all remarks, the scans. */
export function approvalRecord(
  view: EditorView,
  publication: PackagedPublication,
  evidence: readonly EvidenceView[],
  copies: VersionView['copies'],
): Promise<Uint8Array> {
  const { report, agencyName, number } = publication;
  const publishedAt = publication.publishedAt.toISOString();
  const result = check(report, { purpose: 'draft', kind: publication.kind, last: view.last });
  const facts: [string, string][] = [
    ['文件标题', report.title],
    ['公布版次', `第 ${number} 版`],
    ['公布时间', printed(publishedAt)],
    ['公布人', publication.publishedBy],
    ...(publication.note === '' ? [] : [['更正说明', publication.note] as [string, string]]),
    ...copies.map(({ url, day, by }): [string, string] => [
      '本机关网站',
      `${url}（${printedDate(day)}公布，${by}登记）`,
    ]),
  ];
  return approvalRecordOf({
    agency: agencyName,
    year: report.year,
    date: dayInShanghai(publication.publishedAt),
    facts,
    events: view.history.map(recordedEvent),
    summary: summaryOf(result.findings, view.reasons),
    findings: slipFindings(report, result, view.reasons),
    comments: view.comments.map((comment) => recordedComment(comment, view)),
    evidence: evidence.map((scan) => ({
      name: scanName(scan),
      signed: `${scan.signedBy}，${printedDate(scan.signedOn)}`,
      filed: `${scan.by}，${printed(scan.at)}，第 ${scan.submission} 次提交`,
      sha256: scan.sha256,
      note: [
        scan.replaces === null ? '' : `更换签批件 ${scan.replaces}：${scan.note}`,
        scan.replacedBy === null ? '' : `已由签批件 ${scan.replacedBy} 更换`,
      ]
        .filter((part) => part !== '')
        .join('；'),
    })),
  });
}

/** Name of a scan within the package. */
export const scanName = ({ number, name }: EvidenceView): string => `签批件${number}-${pathPart(name)}`;

function recordedEvent({ at, type, step, submission, by, reason }: EventView): {
  at: string;
  what: string;
  by: string;
  reason: string;
} {
  const which = type === 'submitted' || type === 'returned' || type === 'approved' ? `（第 ${submission} 次提交）` : '';
  return { at: printed(at), what: `${eventNames[type]}${step === null ? '' : ` · ${step}`}${which}`, by, reason };
}

function recordedComment(
  { number, path, quote, by, at, text, settled, replies }: CommentView,
  { head, draft }: EditorView,
): RecordedComment {
  const format = formatOf(head);
  const paragraph = draft.paragraphs.find(({ id }) => id === path);
  const place =
    format.cell(path) !== undefined
      ? placeOfCells([path], format)
      : paragraph === undefined
        ? '已删去的段落'
        : (format.sections.find(({ id }) => id === paragraph.place)?.title ?? '开头一段');
  return {
    number,
    place,
    quote,
    said: [
      { by, at: printed(at), text },
      ...replies.map((reply) => ({ by: reply.by, at: printed(reply.at), text: reply.text })),
    ],
    outcome: settled === null ? '未处理' : `已解决，${settled.by}，${printed(settled.at)}`,
  };
}
