import { downloadPolicy } from '@/lib/accounts/policy';
import { attached } from './http';

/** A file to be kept by whoever asked for it. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly body: Uint8Array | ReadableStream<Uint8Array>;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The answer: always kept, never opened as a page of ours, whatever its content is. */
export function downloaded({ name, type, body }: Download): Response {
  return new Response(body instanceof Uint8Array ? Uint8Array.from(body) : body, {
    headers: {
      'content-type': type,
      'content-disposition': attached(name),
      'content-security-policy': downloadPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
