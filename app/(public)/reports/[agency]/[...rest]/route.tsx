import { MissingPage, MissingPdf } from '@/components/public/missing';
import { publishedResponse } from '@/lib/http/published-response';
import { noticeAddress, publishedFile, reportWithoutPdf } from '@/lib/usecases/publishing/read-publication';
import { showSite } from '@/lib/usecases/publishing/show-front';
import { answered, page } from '@/app/(public)/render';
import { styleSheet } from '@/app/(public)/style-sheet';

export const dynamic = 'force-dynamic';

/** A published report, a version of it, and their files, where the server in front has not answered already. */
export function GET(request: Request): Promise<Response> {
  return answered(() => published(request));
}

async function published(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const file = await publishedFile(path);
  const notice = file === null ? await noticeAddress(path) : null;
  // Found for now, not moved: a correction puts the file back where it was.
  if (notice !== null)
    return new Response(null, { status: 302, headers: { Location: notice, 'Cache-Control': 'no-cache' } });
  return file === null ? missing(path) : publishedResponse(request, file);
}

async function missing(path: string): Promise<Response> {
  const around = { site: await showSite(), styles: styleSheet().address };
  const report = await reportWithoutPdf(path);
  return page(report === null ? <MissingPage {...around} /> : <MissingPdf {...around} report={report} />, 404);
}
