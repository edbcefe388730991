import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { PEER_HEADER } from '@/lib/settings';

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * Tells the app who called, in one header that the caller cannot write: the address of the connection, or, where a
 * trusted proxy is named, the last address in that proxy's header (the one the proxy itself put there). What callers
 * say about forwarding is dropped when no proxy is trusted.
 */
export function markPeer(request: IncomingMessage, trustedProxyHeader: string | undefined): void {
  const given = trustedProxyHeader === undefined ? undefined : request.headers[trustedProxyHeader];
  const claimed = (Array.isArray(given) ? given.join(',') : (given ?? '')).split(',').at(-1)?.trim() ?? '';
  const connection = request.socket.remoteAddress ?? '';
  if (trustedProxyHeader === undefined) for (const name of FORWARDED) delete request.headers[name];
  request.headers[PEER_HEADER] = (isIP(claimed) ? claimed : connection).replace(/^::ffff:/, '');
}
