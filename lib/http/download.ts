import { downloadPolicy } from '@/lib/accounts/policy';
import type { Download } from '@/lib/usecases/papers/download';
import { attached } from './http';

/** The answer: always kept, never opened as a page of ours, whatever its content is. */
export function downloaded({ name, type, body }: Download): Response {
  return new Response(body instanceof Uint8Array ? Uint8Array.from(body) : streamOf(body), {
    headers: {
      'content-type': type,
      'content-disposition': attached(name),
      'content-security-policy': downloadPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}

/** Each piece is made when the one before was taken. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
