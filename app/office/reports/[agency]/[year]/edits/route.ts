import { currentActor } from '@/lib/accounts/actor';
import { answer, jsonOf } from '@/lib/usecases/http';
import { saveEdits } from '@/lib/usecases/save-edits';

export async function POST(request: Request, { params }: { params: Promise<{ agency: string; year: string }> }): Promise<Response> {
  const [{ agency, year }, actor, body] = await Promise.all([params, currentActor(), jsonOf(request)]);
  return answer(await saveEdits(actor, agency, Number(year), body, new Date()));
}
