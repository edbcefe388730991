import { listKeys } from '@/lib/usecases/publishing/list-keys';
import { answered } from '@/app/(public)/render';

export const dynamic = 'force-dynamic';

/** The public keys by which signatures are checked; whoever checks elsewhere fetches them beforehand. */
export function GET(): Promise<Response> {
  return answered(async () =>
    Response.json({ keys: listKeys() }, { headers: { 'cache-control': 'public, max-age=0, must-revalidate' } }),
  );
}
