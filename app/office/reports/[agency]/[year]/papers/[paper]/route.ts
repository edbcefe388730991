import { notFound } from 'next/navigation';
import { currentActor } from '@/lib/accounts/actor';
import { archivePackage } from '@/lib/usecases/archive-package';
import { downloaded } from '@/lib/usecases/download';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '../../../../../turn-away';

/** archive-1.zip, archive-2.zip, … */
export async function GET(_request: Request, { params }: { params: Promise<{ agency: string; year: string; paper: string }> }): Promise<Response> {
  const { agency, year, paper } = await params;
  const [, version] = /^archive-([1-9]\d{0,5})\.zip$/.exec(paper) ?? [];
  if (version === undefined) notFound();
  const archive = await archivePackage(await currentActor(), agency, yearOf(year), Number(version), new Date());
  if (isRefusal(archive)) turnAway(archive, `/office/reports/${agency}/${year}/papers/${paper}`);
  return downloaded(archive);
}
