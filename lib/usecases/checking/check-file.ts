import { check } from '@/lib/checks/check';
import { readApart } from '@/lib/read/apart';
import { isUnreadable, type Read, type Unreadable } from '@/lib/read/result';
import { kindOf, type AgencyKind, type Report } from '@/lib/report/report';
import { resolve } from '@/lib/report/resolve';
import { settings } from '@/lib/settings';
import { findAgencyByName, viewOfAgency, type StoredAgency } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import { publishedReport } from '@/lib/store/publications/publications';
import { findReport, loadDraft, standingOf } from '@/lib/store/reports/reports';
import type { CheckedFile } from '@/lib/workflow/checked-file';
import { may, type Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { formatOf } from '@/lib/usecases/format-of';
import { withLighterPictures } from '@/lib/usecases/writing/lighter-pictures';

export interface CheckOptions {
  /** Where it was told otherwise than by the agency's name. */
  readonly kind?: AgencyKind;
  /** Last year's report, where it was handed in with the file. */
  readonly last?: Report;
  /** Other agencies' reports of the same round. */
  readonly others?: readonly Report[];
}

/** Null when this caller may have files checked: everybody or whoever signed in, as the installation is set. */
export function mayCheck(actor: Actor | null): Refusal | null {
  if (actor !== null || settings().checkAccess === 'public') return null;
  return refuse('not-signed-in', '请先登录，再核对文件');
}

/**
 * Reads and checks one file and stores nothing of it. Last year's report is the one handed in, else the one published
 * for the agency that the report names, else (for those who may read it) the one on its way to publication.
 * Refuses with `not-signed-in`; a file that cannot be read is an `Unreadable`.
 */
export async function checkFile(
  actor: Actor | null,
  bytes: Uint8Array,
  file: string,
  { kind: chosen, last: given, others }: CheckOptions = {},
): Promise<CheckedFile | Unreadable | Refusal> {
  const refusal = mayCheck(actor);
  if (refusal !== null) return refusal;
  const outcome = await readApart(bytes);
  return isUnreadable(outcome)
    ? outcome
    : checked(actor, { ...outcome, report: await withLighterPictures(outcome.report) }, file, {
        kind: chosen,
        last: given,
        others,
      });
}

async function checked(
  actor: Actor | null,
  { kind: readAs, report, unplaced, written }: Read,
  file: string,
  options: CheckOptions,
): Promise<CheckedFile> {
  const agency = await findAgencyByName(database(), report.agency);
  const kind = options.kind ?? agency?.kind ?? kindOf(report.agency);
  const last = options.last ?? (agency === null ? null : await lastOf(actor, agency, report.year));
  const result = check(report, { purpose: 'file', kind, last, written, others: options.others });
  return {
    file,
    readAs,
    report,
    written,
    unplaced,
    agency: agency === null ? null : viewOfAgency(agency),
    kind,
    last,
    result,
  };
}

async function lastOf(actor: Actor | null, agency: StoredAgency, year: number): Promise<Report | null> {
  const db = database();
  const published = await publishedReport(db, agency.key, year - 1);
  if (published !== null || actor === null) return published;
  const stored = await findReport(db, agency.key, year - 1);
  // What is still being written is nothing to compare with.
  if (stored === null || stored.state === 'draft' || stored.state === 'returned') return null;
  if (may(actor, 'read', standingOf(stored, [])) !== null) return null;
  return resolve(formatOf(stored), await loadDraft(db, stored)).report;
}
