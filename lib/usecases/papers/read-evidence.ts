import { z } from 'zod';
import { database } from '@/lib/store/database/database';
import { findEvidence } from '@/lib/store/reports/evidence';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import type { Download } from './download';
import { readable } from '@/lib/usecases/writing/open-report';

/** A scan as it was filed, for those who may read the report. */
export async function readEvidence(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  id: string,
): Promise<Download | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const scan = z.uuid().safeParse(id).success ? await findEvidence(database(), opened.report.id, id) : null;
  return scan === null
    ? refuse('not-found', '没有这份签批件')
    : { name: scan.name, type: scan.contentType, body: scan.bytes };
}
