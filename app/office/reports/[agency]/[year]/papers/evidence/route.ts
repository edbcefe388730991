import { currentActor } from '@/lib/accounts/actor';
import { evidenceOverHttp } from '@/lib/http/evidence-over-http';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  return evidenceOverHttp(request, currentActor(), agency, Number(year), new Date());
}
