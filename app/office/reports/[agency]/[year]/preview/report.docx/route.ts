import { currentActor } from '@/lib/accounts/actor';
import { previewFile } from '@/lib/usecases/writing/preview-report';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  const document = await previewFile(await currentActor(), agency, yearOf(year), 'report.docx', new Date());
  if (isRefusal(document)) turnAway(document, `/office/reports/${agency}/${year}/preview/report.docx`);
  return new Response(Uint8Array.from(document), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${agency}-${year}-draft.docx"`,
      'Cache-Control': 'no-store',
    },
  });
}
