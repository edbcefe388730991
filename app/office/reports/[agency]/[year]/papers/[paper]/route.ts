import { notFound } from 'next/navigation';
import { currentActor } from '@/lib/accounts/actor';
import { archivePackage } from '@/lib/usecases/papers/archive-package';
import { copyAsHtml } from '@/lib/usecases/publishing/copy-as-html';
import { downloaded } from '@/lib/http/download';
import { answer } from '@/lib/http/http';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

/** archive-{n}.zip and copy-{n}.json of version n. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string; paper: string }> },
): Promise<Response> {
  const { agency, year, paper } = await params;
  const [, kind, version] = /^(archive(?=-\d+\.zip$)|copy(?=-\d+\.json$))-([1-9]\d{0,5})\./.exec(paper) ?? [];
  if (version === undefined) notFound();
  const actor = await currentActor();
  if (kind === 'copy') return answer(await copyAsHtml(actor, agency, yearOf(year), Number(version)));
  const archive = await archivePackage(actor, agency, yearOf(year), Number(version), new Date());
  if (isRefusal(archive)) turnAway(archive, `/office/reports/${agency}/${year}/papers/${paper}`);
  return downloaded(archive);
}
