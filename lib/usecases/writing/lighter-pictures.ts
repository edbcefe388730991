import type { PlacedInsert } from '@/lib/report/insert';
import type { Report } from '@/lib/report/report';
import { reencoded } from './picture-encoding';

/** Base64 of a picture that travels to the page and back as it is. */
const light = 400_000;

/**
 * The report with large pictures re-encoded, so that it can be sent back to become a draft; one that cannot be opened
 * loses its bytes.
 */
export async function withLighterPictures(report: Report): Promise<Report> {
  if (report.inserts === undefined) return report;
  const inserts: PlacedInsert[] = [];
  for (const insert of report.inserts) {
    const data = 'picture' in insert ? (insert.picture.data ?? '') : '';
    if (!('picture' in insert) || data.length <= light) {
      inserts.push(insert);
      continue;
    }
    const lighter = await reencoded(Buffer.from(data, 'base64'));
    const { alt } = insert.picture;
    if (lighter === null) inserts.push({ ...insert, picture: { ...insert.picture, data: undefined } });
    else
      inserts.push({
        ...insert,
        picture: {
          sha256: lighter.sha256,
          contentType: lighter.contentType,
          width: lighter.width,
          height: lighter.height,
          alt,
          data: Buffer.from(lighter.bytes).toString('base64'),
        },
      });
  }
  return { ...report, inserts };
}
