import { currentActor } from '@/lib/accounts/actor';
import { previewReport } from '@/lib/usecases/preview-report';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '../../../../turn-away';

export async function GET(_request: Request, { params }: { params: Promise<{ agency: string; year: string }> }): Promise<Response> {
  const { agency, year } = await params;
  const preview = await previewReport(await currentActor(), agency, yearOf(year), new Date());
  if (isRefusal(preview)) turnAway(preview, `/office/reports/${agency}/${year}/preview`);
  return new Response(preview.page, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Security-Policy': preview.policy },
  });
}
