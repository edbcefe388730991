import { currentActor } from '@/lib/accounts/actor';
import { pictureShown } from '@/lib/http/picture-over-http';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ agency: string; year: string; sha256: string }> },
): Promise<Response> {
  const { agency, year, sha256 } = await params;
  return pictureShown(currentActor(), agency, Number(year), sha256);
}
