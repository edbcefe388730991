import { currentActor } from '@/lib/accounts/actor';
import { carryOut } from '@/lib/usecases/review/carry-out';
import { answered } from '@/lib/http/http';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  return answered(request, currentActor(), (actor, body) => carryOut(actor, agency, Number(year), body, new Date()));
}
