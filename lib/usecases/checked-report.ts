import { check } from '@/lib/checks/check';
import type { CheckResult } from '@/lib/checks/finding';
import type { Draft } from '@/lib/report/draft';
import type { Report } from '@/lib/report/report';
import { resolve, type Resolved } from '@/lib/report/resolve';
import type { Format } from '@/lib/statute/format';
import { publishedReport } from '@/lib/store/publications/publications';
import { loadDraft, type StoredReport } from '@/lib/store/reports/reports';
import type { Transaction } from '@/lib/store/database/transaction';
import { formatOf } from './format-of';

/** A draft with what follows from it: the report it stands for, and what the server found in it. */
export interface CheckedReport {
  readonly draft: Draft;
  readonly format: Format;
  readonly resolved: Resolved;
  readonly last: Report | null;
  readonly result: CheckResult;
}

/** Loads the draft and checks it with the same rules that ran in the browser. */
export async function checkedReport(db: Transaction, report: StoredReport): Promise<CheckedReport> {
  const format = formatOf(report);
  const draft = await loadDraft(db, report);
  const last = await publishedReport(db, report.agency.key, report.year - 1);
  const resolved = resolve(format, draft);
  const result = check(resolved.report, { purpose: 'draft', kind: report.agency.kind, last });
  return { draft, format, resolved, last, result };
}
