import { currentActor } from '@/lib/accounts/actor';
import { checkOverHttp } from '@/lib/usecases/check-over-http';

export function POST(request: Request): Promise<Response> {
  return checkOverHttp(request, currentActor(), new Date());
}
