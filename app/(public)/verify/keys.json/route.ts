import { listKeys } from '@/lib/usecases/list-keys';
import { answered } from '../../render';

export const dynamic = 'force-dynamic';

/** The public keys by which signatures are checked; whoever checks elsewhere fetches them beforehand. */
export function GET(): Promise<Response> {
  return answered(async () =>
    Response.json({ keys: listKeys() }, { headers: { 'cache-control': 'public, max-age=0, must-revalidate' } }),
  );
}
