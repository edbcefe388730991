import { sha256 } from '@/lib/proof/digest';
import { pdfConverter, pdfOf } from '@/lib/render/pdf/pdf';
import { dayOf } from '@/lib/render/docx/docx';
import { settings } from '@/lib/settings';
import {
  beginConversion,
  failConversion,
  retryConversions,
  storePdf,
  waitingConversions,
} from '@/lib/store/publications/conversions';
import { database } from '@/lib/store/database/database';
import { transaction } from '@/lib/store/database/transaction';
import { signPublication } from './sign-publication';

/** Publications whose PDF can be made now; none while this machine has no converter: they wait in their table. */
export async function waitingPdfs(most: number, now: () => Date): Promise<string[]> {
  const waiting = await waitingConversions(database(), most, now());
  return waiting.length > 0 && (await pdfConverter(settings().chromiumPath)) !== null ? waiting : [];
}

/**
 * Makes the PDF of one publication from its stored files, stores and signs it, once, however often it is called. Not
 * for people, so nobody's right is asked. Throws when the converter fails, after putting down why.
 */
export async function makePdf(id: string, now: () => Date): Promise<void> {
  const db = database();
  const converter = await pdfConverter(settings().chromiumPath);
  if (converter === null) throw new Error('No converter is here any more.');
  const begun = await beginConversion(db, id, now());
  if (begun === null) return;
  const { docx, html, date, year } = begun;
  const source = {
    docx: () => Promise.resolve(docx),
    html: () => Promise.resolve(html),
    day: dayOf({ signature: { date }, year }),
  };
  const bytes = await pdfOf(source, converter).catch(async (error: unknown) => {
    await failConversion(db, id, String(error instanceof Error ? error.message : error).slice(0, 500));
    throw error;
  });
  const pdf = { name: 'report.pdf', size: bytes.byteLength, sha256: sha256(bytes), bytes };
  await transaction(async (tx) => {
    const at = now();
    if (await storePdf(tx, id, pdf, at)) await signPublication(tx, id, [pdf], at);
  });
}

/** When the server starts: PDFs that were given up get another chance. */
export const retryPdfs = (): Promise<void> => retryConversions(database());
