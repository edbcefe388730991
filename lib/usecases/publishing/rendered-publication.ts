import { publicationFiles, type PublicationFile } from '@/lib/render/files';
import { pdfConverter } from '@/lib/render/pdf/pdf';
import type { Report } from '@/lib/report/report';
import { resolve } from '@/lib/report/resolve';
import { settings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { versionsOf } from '@/lib/store/publications/marks';
import { pictureData } from '@/lib/store/reports/pictures';
import { nextNumber } from '@/lib/store/publications/publications';
import { loadDraft, type StoredReport } from '@/lib/store/reports/reports';
import { dayInShanghai } from '@/lib/usecases/deadlines';
import { formatOf } from '@/lib/usecases/format-of';
import { publicLinks, siteOf } from '@/lib/usecases/site';

export interface RenderedPublication {
  readonly snapshot: Report;
  /** The number that it has, or would have. */
  readonly number: number;
  readonly files: readonly PublicationFile[];
}

/**
 * A report as it stands, rendered as its publication at this moment. What is previewed and what is published are both
 * made here, so that they are the same bytes at the same moment.
 */
export async function renderedPublication(report: StoredReport, now: Date): Promise<RenderedPublication> {
  const db = database();
  const draft = await loadDraft(db, report);
  const snapshot = resolve(formatOf(report), draft, dayInShanghai(now), await pictureData(db, report.id, draft)).report;
  const number = await nextNumber(db, report.agency.key, report.year);
  const site = await siteOf(db);
  const earlier = await versionsOf(db, report.agency.key, report.year);
  const files = await publicationFiles(snapshot, {
    agencyKey: report.agency.key,
    version: number,
    publishedAt: now.toISOString(),
    siteName: site.name,
    siteCode: settings().siteIdCode,
    office: site.office,
    origin: settings().appUrl,
    basePath: '',
    links: publicLinks,
    pdfFollows: (await pdfConverter(settings().chromiumPath)) !== null,
    versions: [
      { number, publishedAt: now.toISOString(), note: report.correction?.reason ?? '' },
      ...earlier.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
    ],
  });
  return { snapshot, number, files };
}
