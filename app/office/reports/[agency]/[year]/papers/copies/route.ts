import { currentActor } from '@/lib/accounts/actor';
import { answered } from '@/lib/http/http';
import { recordOwnSite } from '@/lib/usecases/papers/record-own-site';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  return answered(request, currentActor(), (actor, body) =>
    recordOwnSite(actor, agency, Number(year), body, new Date()),
  );
}
