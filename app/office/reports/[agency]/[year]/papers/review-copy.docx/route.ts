import { currentActor } from '@/lib/accounts/actor';
import { downloaded } from '@/lib/http/download';
import { reviewCopy } from '@/lib/usecases/papers/review-copy';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  const paper = await reviewCopy(await currentActor(), agency, yearOf(year), new Date());
  if (isRefusal(paper)) turnAway(paper, `/office/reports/${agency}/${year}/papers/review-copy.docx`);
  return downloaded(paper);
}
