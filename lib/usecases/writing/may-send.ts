import { database } from '@/lib/store/database/database';
import { findReport, standingOf } from '@/lib/store/reports/reports';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { expired, noSuchReport } from '@/lib/usecases/sentences';

/**
 * Null when this actor may send a file for the report now: a picture, a scan, a saved page. Asked before its bytes are
 * taken in.
 */
export async function maySend(
  actor: Actor | null,
  what: 'edit' | 'file' | 'record',
  agencyKey: string,
  year: number,
): Promise<Refusal | null> {
  if (actor === null) return expired();
  const report = await findReport(database(), agencyKey, year);
  return report === null ? noSuchReport() : may(actor, what, standingOf(report, []));
}
