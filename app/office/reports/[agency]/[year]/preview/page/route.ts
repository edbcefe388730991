import { currentActor } from '@/lib/accounts/actor';
import { previewFile } from '@/lib/usecases/writing/preview-report';
import { policyFor } from '@/lib/http/published-response';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

/** The very page that would be published now; only the preview of this same site may frame it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  const bytes = await previewFile(await currentActor(), agency, yearOf(year), 'page', new Date());
  if (isRefusal(bytes)) turnAway(bytes, `/office/reports/${agency}/${year}/preview`);
  const contentType = 'text/html; charset=utf-8';
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': policyFor({ contentType, bytes: Buffer.from(bytes) }, 'self'),
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'no-store',
    },
  });
}
