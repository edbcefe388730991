import { check } from '@/lib/checks/check';
import { fingerprint, gravestFirst, severities, severityNames, type Finding } from '@/lib/checks/finding';
import { findingsList, placeOfCells } from '@/lib/checks/findings-list';
import { shanghaiDay, shanghaiTime } from '@/lib/render/frame';
import {
  approvalSlipOf,
  type ApprovalSlip,
  type SlipCorrection,
  type SlipFigure,
  type SlipFinding,
  type SlipStep,
} from '@/lib/render/papers/approval-slip';
import { differences } from '@/lib/report/differences';
import type { Report } from '@/lib/report/report';
import { resolve } from '@/lib/report/resolve';
import { titleOf } from '@/lib/statute/format';
import { publicationAfter, roundOfEvents } from '@/lib/workflow/correction';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { eventNames, type Reason } from '@/lib/workflow/state';
import type { EditorView, EventView } from '@/lib/workflow/view';
import { dayInShanghai } from '@/lib/usecases/deadlines';
import { docxType, type Download } from './download';
import { formatOf } from '@/lib/usecases/format-of';
import { openReport } from '@/lib/usecases/writing/open-report';

/** 呈批单 of a report as it stands, for a leader who signs on paper. Refuses what `openReport` refuses. */
export async function approvalSlip(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<Download | Refusal> {
  const view = await openReport(actor, agencyKey, year, now);
  if (isRefusal(view)) return view;
  return {
    name: `${view.head.agency.name}${year}年度报告呈批单.docx`,
    type: docxType,
    body: await approvalSlipOf(slipOf(view, now)),
  };
}

function slipOf(view: EditorView, now: Date): ApprovalSlip {
  const { head, history, last } = view;
  const { report } = resolve(formatOf(head), view.draft);
  const result = check(report, { purpose: 'draft', kind: head.agency.kind, last });
  const round = roundOfEvents(history);
  const submitted = round.findLast((event) => event.type === 'submitted');
  const waiting = head.state === 'draft' || head.state === 'returned';
  return {
    agency: report.agency,
    title: titleOf(report.agency, head.year),
    year: head.year,
    submission: round.filter((event) => event.type === 'submitted').length,
    correction: correctionOf(view, round, report),
    author: (submitted ?? round[0])?.by ?? '',
    date: dayInShanghai(submitted === undefined || waiting ? now : new Date(submitted.at)),
    deadline: view.deadlines[0]?.date ?? null,
    figures: keyFigures(report, last),
    summary: `${summaryOf(result.findings, view.reasons)}。`,
    findings: slipFindings(report, result, view.reasons),
    steps: head.steps.map(({ name }) => stepOf(name, round)),
  };
}

/**
 * What the correction corrects and why, and while it is under way all that differs from what is published; null for a
 * first version.
 */
function correctionOf(
  { head, history, published }: EditorView,
  round: readonly EventView[],
  report: Report,
): SlipCorrection | null {
  const [opened] = round;
  if (opened?.type !== 'reopened') return null;
  const format = formatOf(head);
  const { cells, texts } =
    published === null ? { cells: [], texts: [] } : differences(resolve(format, published).report, report);
  return {
    of: publicationAfter(history.filter(({ number }) => number < opened.number)) ?? 0,
    reason: round.findLast(({ type }) => type === 'reopened' || type === 'restated')?.reason ?? '',
    cells: cells.map(({ cell, before, after }) => ({
      place: placeOfCells([cell], format),
      before: before ?? '空',
      after: after ?? '空',
    })),
    texts: texts.length,
  };
}

const figureLabels: readonly (readonly [label: string, ...cells: string[]])[] = [
  ['本年新收申请', 'applications.received.total'],
  ['上年结转申请', 'applications.carriedIn.total'],
  ['办理结果总计', 'applications.handled.total'],
  ['结转下年度办理', 'applications.carriedOut.total'],
  ['行政许可处理决定', 'disclosure.licensing.decisions'],
  ['行政处罚处理决定', 'disclosure.penalties.decisions'],
  ['行政事业性收费（万元）', 'disclosure.fees.amount'],
  ['现行规范性文件', 'disclosure.normativeDocuments.inForce'],
  ['行政复议', 'remedies.reconsideration.total'],
  ['行政诉讼', 'remedies.litigationDirect.total', 'remedies.litigationAfterReconsideration.total'],
];

/** The figures that a leader asks for first, as far as the form has them. */
function keyFigures(report: Report, last: Report | null): SlipFigure[] {
  return figureLabels
    .filter(([, ...cells]) => cells.every((cell) => cell in report.cells))
    .map(([label, ...cells]) => ({
      label,
      value: sumOf(report, cells) ?? '未填',
      last: last === null ? null : sumOf(last, cells),
    }));
}

function sumOf(report: Report, cells: readonly string[]): string | null {
  const values = cells.map((cell) => report.cells[cell] ?? null).filter((value) => value !== null);
  if (values.length < cells.length) return null;
  return values.length === 1 ? (values[0] ?? null) : String(values.reduce((sum, value) => sum + Number(value), 0));
}

/** 错误 0 处，待说明 3 处（已说明 2 处），提示 1 处. */
export function summaryOf(findings: readonly Finding[], reasons: readonly Reason[]): string {
  const answered = new Set(reasons.map((reason) => reason.fingerprint));
  const explained = findings.filter(
    (finding) => finding.severity === 'warning' && answered.has(fingerprint(finding)),
  ).length;
  return severities
    .map((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return `${severityNames[severity]} ${count} 处${severity === 'warning' && count > 0 ? `（已说明 ${explained} 处）` : ''}`;
    })
    .join('，');
}

/** The findings in words, the gravest first, each with the reason that answers it as it stands. */
export function slipFindings(
  report: Report,
  result: ReturnType<typeof check>,
  reasons: readonly Reason[],
): SlipFinding[] {
  const findings = gravestFirst(result.findings);
  const listed = findingsList(
    report,
    { ...result, findings },
    { file: '', kind: null, checkedOn: '', unplaced: [] },
  ).findings;
  const byPrint = new Map(reasons.map((reason) => [reason.fingerprint, reason.text]));
  return findings.map((finding, index) => ({
    severity: severityNames[finding.severity],
    place: listed[index]?.place === '' ? (listed[index]?.section ?? '') : (listed[index]?.place ?? ''),
    title: finding.title,
    reason: byPrint.get(fingerprint(finding)) ?? null,
  }));
}

/** What was decided at a step in this round, the latest first. */
function stepOf(name: string, round: readonly EventView[]): SlipStep {
  const decided = round
    .filter((event) => event.step === name && (event.type === 'approved' || event.type === 'returned'))
    .reverse();
  const before = round[0]?.submission ?? 0;
  return { name, decided: decided.map((event) => decidedInWords(event, before)) };
}

function decidedInWords({ by, at, type, submission, reason }: EventView, before: number): string {
  return `${by}　${shanghaiDay(at)} ${shanghaiTime(at).slice(11)}　${eventNames[type]}（第 ${submission - before} 次提交）${reason === '' ? '' : `：${reason.replace(/\s+/g, ' ')}`}`;
}
