import { pdfConverter } from '@/lib/render/pdf/pdf';
import { settings } from '@/lib/settings';
import { countConversions } from '@/lib/store/publications/conversions';
import { database } from '@/lib/store/database/database';
import type { PdfWork } from '@/lib/workflow/desk-view';
import type { Actor } from '@/lib/workflow/permissions';

/** What administrators are told of PDFs; null for everybody else. */
export async function showPdfWork(actor: Actor | null): Promise<PdfWork | null> {
  const governed = (actor?.roles ?? []).filter((held) => held.role === 'administrator').map((held) => held.agencyPath);
  if (governed.length === 0) return null;
  const [converter, counted] = await Promise.all([
    pdfConverter(settings().chromiumPath),
    countConversions(database(), governed),
  ]);
  return { converter: converter !== null, ...counted };
}
