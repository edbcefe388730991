import { documentFragment } from '@/lib/render/page/html-fragment';
import { plainTextOf } from '@/lib/render/papers/plain-text';
import type { Report } from '@/lib/report/report';
import { reportSchema } from '@/lib/report/schema';
import { database } from '@/lib/store/database/database';
import { packagedPublication, storedBytes, type PackagedPublication } from '@/lib/store/database/packaged';
import type { CopyableReport } from '@/lib/workflow/papers';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { readable } from '@/lib/usecases/writing/open-report';

/** A published version as HTML with inline styles and as plain text, to be pasted into the agency's own site. */
export async function copyAsHtml(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  number: number,
): Promise<CopyableReport | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const publication = await packagedPublication(database(), agencyKey, year, number);
  if (publication === null) return refuse('not-found', '没有公布过这一版，请刷新页面');
  const report = await withPictures(publication);
  return { html: documentFragment(report), text: plainTextOf(report) };
}

/** The row of a publication leaves out the bytes of its pictures; its report.json holds them. */
async function withPictures({ id, report }: PackagedPublication): Promise<Report> {
  if (report.inserts === undefined) return report;
  return reportSchema.parse(JSON.parse(new TextDecoder().decode(await storedBytes(database(), id, 'report.json'))));
}
