import { randomUUID } from 'node:crypto';
import { generateKeyBetween } from 'fractional-indexing';
import type { Edit } from '@/lib/report/draft';
import type { Format } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import { findAgency, type StoredAgency } from '@/lib/store/agencies/agencies';
import { appendEdits } from '@/lib/store/reports/edits';
import { createReport, findReport, recordEvent } from '@/lib/store/reports/reports';
import { transaction, type Transaction } from '@/lib/store/database/transaction';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import type { Standing } from '@/lib/workflow/state';
import { dayInShanghai } from '@/lib/usecases/deadlines';
import { expired } from '@/lib/usecases/sentences';

/** The opening paragraph that nearly every report has; the author may change it. */
export function customaryPreamble(year: number): string {
  return `根据《中华人民共和国政府信息公开条例》第五十条规定，编制本机关${year}年政府信息公开工作年度报告。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`;
}

function unstarted(agency: StoredAgency): Standing {
  return {
    agencyId: agency.id,
    agencyPath: agency.path,
    state: 'draft',
    step: 0,
    steps: agency.steps,
    submission: 0,
    correction: null,
    writers: [],
  };
}

/**
 * Starts the report of a year. Refuses with `not-permitted`, `bad-input` (a year without a format, or one that has
 * not begun) or `exists`.
 */
export async function startReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  if (actor === null) return expired();
  return transaction(async (tx) => {
    const startable = await mayStart(tx, actor, agencyKey, year, now);
    if (isRefusal(startable)) return startable;
    const { agency, format } = startable;
    const report = await createReport(tx, agency, year, format.id, now);
    const preamble: Edit = {
      id: randomUUID(),
      path: `p-${randomUUID()}`,
      base: null,
      value: { place: 'preamble', order: generateKeyBetween(null, null), runs: [{ text: customaryPreamble(year) }] },
    };
    const seq = await appendEdits(tx, report, [preamble], actor, now);
    const started = { type: 'started', actor, at: now, reason: '', step: null, submission: 0 } as const;
    return { version: await recordEvent(tx, { ...report, seq }, started, report), state: 'draft' };
  });
}

/** The agency and the format of a report that may be started; refuses as `startReport`. */
export async function mayStart(
  db: Transaction,
  actor: Actor,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<{ agency: StoredAgency; format: Format } | Refusal> {
  const agency = await findAgency(db, agencyKey);
  if (agency === null) return refuse('not-found', '没有这个机关');
  const refusal = may(actor, 'start', unstarted(agency));
  if (refusal !== null) return refusal;
  if (agency.disabled) return refuse('wrong-state', '这个机关已停用，不能新建报告');
  const format = formatFor(year);
  const thisYear = Number(dayInShanghai(now).slice(0, 4));
  if (format === undefined || year > thisYear)
    return refuse('bad-input', `不能新建 ${year} 年度报告，可选 2019 至 ${thisYear} 年度`);
  if ((await findReport(db, agencyKey, year)) !== null) return refuse('exists', `${year} 年度报告已经建好，请直接打开`);
  return { agency, format };
}
