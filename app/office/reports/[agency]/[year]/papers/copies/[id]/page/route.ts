import { currentActor } from '@/lib/accounts/actor';
import { ownPageOverHttp } from '@/lib/http/own-page-over-http';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ agency: string; year: string; id: string }> },
): Promise<Response> {
  const { agency, year, id } = await params;
  return ownPageOverHttp(request, currentActor(), agency, Number(year), id, new Date());
}
