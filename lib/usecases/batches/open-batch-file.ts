import { check } from '@/lib/checks/check';
import { kindOf, type Report } from '@/lib/report/report';
import { findAgencyByName, viewOfAgency } from '@/lib/store/agencies/agencies';
import { fileOf, filesOf } from '@/lib/store/batches/batches';
import { database } from '@/lib/store/database/database';
import { publishedReport } from '@/lib/store/publications/publications';
import type { CheckedBatchFile, OpenedBatchFile } from '@/lib/workflow/batch';
import type { CheckedFile } from '@/lib/workflow/checked-file';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { withPicturesOfFile } from './read-batch-file';
import { showProgress } from './show-batch';

/** Opens one file of a batch that was read. Refuses with `not-signed-in`, `not-found`. */
export async function openBatchFile(
  actor: Actor | null,
  batchId: string,
  id: string,
): Promise<OpenedBatchFile | Refusal> {
  const batch = await showProgress(actor, batchId);
  if (isRefusal(batch)) return batch;
  const db = database();
  const file = await fileOf(db, batchId, id);
  if (file === null || file.reading === null) return refuse('not-found', '这一批里没有这个文件，或者它没有读成');
  const { kind: readAs, report, unplaced, written } = file.reading;
  const agency = await findAgencyByName(db, report.agency);
  const result = file.result ?? unheld(report, file.reading.written, agency?.kind ?? kindOf(report.agency));
  const last = await lastOf(batchId, report, result.last, agency?.key ?? null);
  const known = agency === null ? null : viewOfAgency(agency);
  return {
    batch: { id: batch.id, name: batch.name, state: batch.state },
    file: {
      file: file.name,
      readAs,
      report: await withPicturesOfFile(report, batchId, id),
      written,
      unplaced,
      agency: known,
      kind: result.kind,
      last: last?.report ?? null,
      result,
    },
    lastFrom: last?.file ?? null,
  };
}

/** Of a batch that was cancelled, or is not at its end: checked by itself, not against others. */
function unheld(report: Report, written: CheckedFile['written'], kind: CheckedBatchFile['kind']): CheckedBatchFile {
  return { ...check(report, { purpose: 'file', kind, last: null, written }), kind, last: null };
}

async function lastOf(
  batchId: string,
  report: Report,
  from: CheckedBatchFile['last'],
  agencyKey: string | null,
): Promise<{ report: Report; file: string | null } | null> {
  const db = database();
  if (from === 'batch') {
    for (const { name, reading } of await filesOf(db, batchId)) {
      if (reading?.report.agency === report.agency && reading.report.year === report.year - 1)
        return { report: reading.report, file: name };
    }
  }
  const stored = from === 'stored' && agencyKey !== null ? await publishedReport(db, agencyKey, report.year - 1) : null;
  return stored === null ? null : { report: stored, file: null };
}
