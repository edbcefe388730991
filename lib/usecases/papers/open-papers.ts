import { database } from '@/lib/store/database/database';
import { evidenceOf } from '@/lib/store/reports/evidence';
import { versionsOf } from '@/lib/store/publications/own-site';
import type { PapersView } from '@/lib/workflow/papers';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { readable } from '@/lib/usecases/writing/open-report';

/** The papers around a report, for those who may read it. */
export async function openPapers(actor: Actor | null, agencyKey: string, year: number): Promise<PapersView | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const db = database();
  const [evidence, versions] = await Promise.all([evidenceOf(db, opened.report.id), versionsOf(db, agencyKey, year)]);
  return { evidence, versions };
}
