import { check } from '@/lib/checks/check';
import { kindOf, type Report } from '@/lib/report/report';
import type { Read } from '@/lib/read/result';
import { findAgencyByName, type StoredAgency } from '@/lib/store/agencies/agencies';
import { batchesToCompare, filesOf, finishBatch } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import { publishedReport } from '@/lib/store/publications/publications';
import type { CheckedBatchFile } from '@/lib/workflow/batch';

/** Batches that are read and wait to be checked as a whole. */
export const batchesReadyToCompare = (): Promise<string[]> => batchesToCompare(database());

/**
 * Checks every report of a batch that was read, each held against last year's report of its agency (from the batch,
 * else as published) and against the others. The same outcome however often it is called. Not for people.
 */
export async function compareBatch(id: string, now: () => Date): Promise<void> {
  const db = database();
  const files = (await filesOf(db, id)).flatMap(({ id: file, reading }) =>
    reading === null ? [] : [{ file, reading }],
  );
  const reports = files.length > 1 ? files.map(({ reading }) => reading.report) : [];
  const agencies = new Map<string, StoredAgency | null>();
  for (const { agency } of reports) if (!agencies.has(agency)) agencies.set(agency, await findAgencyByName(db, agency));
  const results = new Map<string, CheckedBatchFile>();
  for (const { file, reading } of files)
    results.set(file, await checked(reading, reports, agencies.get(reading.report.agency) ?? null));
  await finishBatch(db, id, results, now());
}

async function checked(
  { report, written }: Read,
  all: readonly Report[],
  agency: StoredAgency | null,
): Promise<CheckedBatchFile> {
  const beside = all.find((one) => one.agency === report.agency && one.agency !== '' && one.year === report.year - 1);
  const stored =
    beside === undefined && agency !== null ? await publishedReport(database(), agency.key, report.year - 1) : null;
  const kind = agency?.kind ?? kindOf(report.agency);
  // One list for all of them: what SEC-13 makes of it is made once.
  const result = check(report, { purpose: 'file', kind, last: beside ?? stored, written, others: all });
  return { ...result, kind, last: beside !== undefined ? 'batch' : stored !== null ? 'stored' : null };
}
