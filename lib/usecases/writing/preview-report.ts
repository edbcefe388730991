import { database } from '@/lib/store/database/database';
import { findFile } from '@/lib/store/publications/publications';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import type { Preview } from '@/lib/workflow/view';
import { readable } from './open-report';
import { renderedPublication } from '@/lib/usecases/publishing/rendered-publication';
import { noSuchReport } from '@/lib/usecases/sentences';

/** What a reader of the report may preview. Refuses with `not-signed-in`, `not-permitted` or `not-found`. */
export async function previewReport(actor: Actor | null, agencyKey: string, year: number): Promise<Preview | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  return { agencyName: opened.report.agencyName, year, state: opened.report.state };
}

/**
 * A file of the publication that the report would be if it were published now, byte for byte; of one that is published,
 * or was until it was withdrawn, the stored bytes. Refuses like `previewReport`.
 */
export async function previewFile(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  name: 'page' | 'report.docx',
  now: Date,
): Promise<Uint8Array | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  if (isRefusal(opened)) return opened;
  const bytes =
    opened.report.state === 'published' || opened.report.state === 'withdrawn'
      ? (await findFile(database(), agencyKey, year, null, name))?.bytes
      : (await renderedPublication(opened.report, now)).files.find((file) => file.name === name)?.bytes;
  return bytes ?? noSuchReport();
}
