import { currentActor } from '@/lib/accounts/actor';
import { downloaded } from '@/lib/http/download';
import { readEvidence } from '@/lib/usecases/papers/read-evidence';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string; id: string }> },
): Promise<Response> {
  const { agency, year, id } = await params;
  const scan = await readEvidence(await currentActor(), agency, yearOf(year), id);
  if (isRefusal(scan)) turnAway(scan, `/office/reports/${agency}/${year}`);
  return downloaded(scan);
}
