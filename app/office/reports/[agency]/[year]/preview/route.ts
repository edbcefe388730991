import { currentActor } from '@/lib/accounts/actor';
import { previewReport } from '@/lib/usecases/preview-report';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '../../../../turn-away';

/** The nonce that the proxy put into this request's policy; Next hands it on in the request's headers. */
function nonceOf(request: Request): string {
  return /'nonce-([^']+)'/.exec(request.headers.get('content-security-policy') ?? '')?.[1] ?? '';
}

export async function GET(request: Request, { params }: { params: Promise<{ agency: string; year: string }> }): Promise<Response> {
  const { agency, year } = await params;
  const preview = await previewReport(await currentActor(), agency, yearOf(year), new Date(), nonceOf(request));
  if (isRefusal(preview)) turnAway(preview, `/office/reports/${agency}/${year}/preview`);
  return new Response(preview.page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
