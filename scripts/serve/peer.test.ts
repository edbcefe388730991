import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { markPeer } from './peer';

function peerOf(
  headers: Record<string, string>,
  trusted?: string,
): { peer: unknown; headers: IncomingMessage['headers'] } {
  const request = {
    headers: { ...headers },
    socket: { remoteAddress: '::ffff:10.0.0.7' },
  } as unknown as IncomingMessage;
  markPeer(request, trusted);
  return { peer: request.headers['x-nianbao-peer'], headers: request.headers };
}

test('a caller cannot say who they are', () => {
  const { peer, headers } = peerOf({
    'x-nianbao-peer': '1.2.3.4',
    'x-forwarded-for': '1.2.3.4',
    forwarded: 'for=1.2.3.4',
  });
  expect(peer).toBe('10.0.0.7');
  expect(headers).not.toHaveProperty('x-forwarded-for');
  expect(headers).not.toHaveProperty('forwarded');
});

test('a trusted proxy says it, in the place that it wrote itself', () => {
  expect(peerOf({ 'x-forwarded-for': '6.6.6.6, 1.2.3.4' }, 'x-forwarded-for').peer).toBe('1.2.3.4');
  expect(peerOf({ 'x-real-ip': '2001:db8::1' }, 'x-real-ip').peer).toBe('2001:db8::1');
});

test('what is no address, or is missing, counts as the proxy itself', () => {
  expect(peerOf({ 'x-real-ip': 'unknown' }, 'x-real-ip').peer).toBe('10.0.0.7');
  expect(peerOf({ 'x-forwarded-for': '1.2.3.4' }, 'x-real-ip').peer).toBe('10.0.0.7');
});
