import { currentActor } from '@/lib/accounts/actor';
import { answer, jsonOf } from '@/lib/usecases/http';
import { carryOut } from '@/lib/usecases/carry-out';

export async function POST(request: Request, { params }: { params: Promise<{ agency: string; year: string }> }): Promise<Response> {
  const [{ agency, year }, actor, body] = await Promise.all([params, currentActor(), jsonOf(request)]);
  return answer(await carryOut(actor, agency, Number(year), body, new Date()));
}
