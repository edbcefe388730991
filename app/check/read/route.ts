import { currentActor } from '@/lib/accounts/actor';
import { checkOverHttp } from '@/lib/http/check-over-http';

export function POST(request: Request): Promise<Response> {
  return checkOverHttp(request, currentActor(), new Date());
}
