import { currentActor } from '@/lib/accounts/actor';
import { answered } from '@/lib/http/http';
import { saveEdits } from '@/lib/usecases/writing/save-edits';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  return answered(request, currentActor(), (actor, body) => saveEdits(actor, agency, Number(year), body, new Date()));
}
