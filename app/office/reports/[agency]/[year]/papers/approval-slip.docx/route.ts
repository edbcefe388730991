import { currentActor } from '@/lib/accounts/actor';
import { downloaded } from '@/lib/http/download';
import { approvalSlip } from '@/lib/usecases/papers/approval-slip';
import { isRefusal } from '@/lib/workflow/refusal';
import { turnAway, yearOf } from '@/app/office/turn-away';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  const paper = await approvalSlip(await currentActor(), agency, yearOf(year), new Date());
  if (isRefusal(paper)) turnAway(paper, `/office/reports/${agency}/${year}/papers/approval-slip.docx`);
  return downloaded(paper);
}
