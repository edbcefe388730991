import { severityNames } from '@/lib/checks/finding';
import { findingsList } from '@/lib/checks/findings-list';
import { agencyKindNames } from '@/lib/report/report';
import { filesOf, type StoredBatchFile } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { rowOf, showProgress } from './show-batch';
import { figureOr, workbookOf, type CellOfSheet, type SheetTable } from './workbook';

/** The outcome of a batch to take away, and its name. */
export interface BatchWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A batch as a workbook: 汇总 has one row a file, 各项 one row a finding. Refuses with `not-signed-in`, `not-found`,
 * `wrong-state` while it is not at its end.
 */
export async function batchWorkbook(actor: Actor | null, id: string): Promise<BatchWorkbook | Refusal> {
  const batch = await showProgress(actor, id);
  if (isRefusal(batch)) return batch;
  if (batch.state !== 'finished' && batch.state !== 'cancelled')
    return refuse('wrong-state', '还没有核对完，请稍后再下载');
  const files = await filesOf(database(), id);
  return {
    name: `${batch.name} 核对结果.xlsx`,
    bytes: await workbookOf(batch.name, [summary(files), findings(files)]),
  };
}

function summary(files: readonly StoredBatchFile[]): SheetTable {
  const rows = files.map(summaryRow);
  const sum = (column: number): number => rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  return {
    name: '汇总',
    columns: [
      { head: '机关', width: 34 },
      { head: '年度', width: 8 },
      { head: '机关类别', width: 12 },
      { head: severityNames.error, width: 9 },
      { head: severityNames.warning, width: 9 },
      { head: severityNames.notice, width: 9 },
      { head: '没有核对的规则', width: 11 },
      { head: '文件', width: 44, wraps: true },
      { head: '说明', width: 60, wraps: true },
    ],
    rows,
    totals: [
      `合计 ${files.length} 个文件`,
      null,
      null,
      sum(3),
      sum(4),
      sum(5),
      null,
      null,
      `未能读取 ${files.filter(({ reading }) => reading === null).length} 个`,
    ],
  };
}

function summaryRow(file: StoredBatchFile): CellOfSheet[] {
  const { agency, year, counts, notChecked, error } = rowOf(file);
  const kind = file.result?.kind ?? null;
  const said = error ?? (counts === null ? '已读取，取消前没有核对' : '');
  const named = file.reading === null ? '' : agency === '' ? '没有读到机关名称' : agency;
  return [
    named,
    year,
    file.reading === null ? '' : kind === null ? '不明' : agencyKindNames[kind],
    counts?.error ?? null,
    counts?.warning ?? null,
    counts?.notice ?? null,
    counts === null ? null : notChecked,
    file.name,
    said,
  ];
}

function findings(files: readonly StoredBatchFile[]): SheetTable {
  return {
    name: '各项',
    columns: [
      { head: '机关', width: 34 },
      { head: '年度', width: 8 },
      { head: '规则', width: 9 },
      { head: '程度', width: 9 },
      { head: '位置', width: 44, wraps: true },
      { head: '原文或原数', width: 16, wraps: true },
      { head: '应为', width: 16, wraps: true },
      { head: '相差', width: 10 },
      { head: '问题', width: 60, wraps: true },
      { head: '建议', width: 44, wraps: true },
      { head: '文件', width: 34, wraps: true },
    ],
    rows: files.flatMap(findingRows),
  };
}

function findingRows({ name, reading, result }: StoredBatchFile): CellOfSheet[][] {
  if (reading === null || result === null) return [];
  const {
    agency,
    year,
    findings: listed,
  } = findingsList(reading.report, result, {
    file: name,
    kind: result.kind,
    checkedOn: '',
    unplaced: reading.unplaced,
  });
  return listed.map((one) => [
    agency,
    year,
    one.rule,
    severityNames[one.severity],
    one.place === '' ? one.section : one.place,
    figureOr(one.stated),
    figureOr(one.expected),
    figureOr(one.difference),
    one.message,
    one.suggestion,
    name,
  ]);
}
