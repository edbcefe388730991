import { currentActor } from '@/lib/accounts/actor';
import { pictureOverHttp } from '@/lib/http/picture-over-http';

export async function POST(
  request: Request,
  { params }: { params: Promise<{ agency: string; year: string }> },
): Promise<Response> {
  const { agency, year } = await params;
  return pictureOverHttp(request, currentActor(), agency, Number(year), new Date());
}
