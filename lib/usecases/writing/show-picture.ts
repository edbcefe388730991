import { database } from '@/lib/store/database/database';
import { findPicture, type StoredPicture } from '@/lib/store/reports/pictures';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { readable } from './open-report';

/** A picture of a draft for whoever may read the draft. Refuses what `readable` refuses, and with `not-found`. */
export async function showPicture(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  sha256: string,
): Promise<Pick<StoredPicture, 'contentType' | 'bytes'> | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const picture = /^[0-9a-f]{64}$/.test(sha256) ? await findPicture(database(), opened.report.id, sha256) : null;
  return picture ?? refuse('not-found', '没有这张图片');
}
