import { listKeys } from '@/lib/usecases/publishing/list-keys';
import { answered } from '@/app/(public)/render';

export const dynamic = 'force-dynamic';

/** One public key, `{id}.pem`; it never changes. */
export function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return answered(async () => {
    const { file } = await params;
    const key = listKeys().find(({ id }) => file === `${id}.pem`);
    if (key === undefined)
      return new Response('没有这个公钥。\n', {
        status: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    return new Response(key.publicKey, {
      headers: { 'content-type': 'application/x-pem-file', 'cache-control': 'public, max-age=31536000, immutable' },
    });
  });
}
