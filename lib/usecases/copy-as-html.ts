import { documentFragment } from '@/lib/render/html-fragment';
import { plainTextOf } from '@/lib/render/papers/plain-text';
import { database } from '@/lib/store/database';
import { packagedPublication } from '@/lib/store/packaged';
import type { CopyableReport } from '@/lib/workflow/papers';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { readable } from './open-report';

/** A published version as HTML with inline styles and as plain text, to be pasted into the agency's own site. */
export async function copyAsHtml(actor: Actor | null, agencyKey: string, year: number, number: number): Promise<CopyableReport | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const publication = await packagedPublication(database(), agencyKey, year, number);
  if (publication === null) return refuse('not-found', '没有公布过这一版，请刷新页面');
  return { html: documentFragment(publication.report), text: plainTextOf(publication.report) };
}
