import { NextRequest } from 'next/server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHmac } from 'node:crypto';
import { proxy } from '@/proxy';
import { GET as front } from '@/app/(public)/route';
import { GET as agency } from '@/app/(public)/reports/[agency]/route';
import { provideSettings } from '@/lib/settings';

const secret = 'a secret of at least thirty-two characters';
const token = 'a-token';

beforeAll(() => {
  // Nothing listens there.
  provideSettings({
    APP_SECRET: secret,
    APP_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  });
});
afterEach(() => vi.restoreAllMocks());

function asked(path: string, accept: string): NextRequest {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  const cookie = `nianbao.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  return new NextRequest(`http://127.0.0.1:3000${path}`, { headers: { cookie, accept } });
}

describe('while the database does not answer', () => {
  it.each([
    ['a page of the office', () => proxy(asked('/office', 'text/html'))],
    ['an address of JSON', () => proxy(asked('/office', 'application/json'))],
    ['the public list', () => front(new Request('http://127.0.0.1:3000/'))],
    [
      'an agency',
      () =>
        agency(new Request('http://127.0.0.1:3000/reports/yingjiju'), {
          params: Promise.resolve({ agency: 'yingjiju' }),
        }),
    ],
  ])('%s says so with a number that the log has, and nothing of the database', async (_what, ask) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await ask();
    const text = await response.text();
    const id = /编号 ([a-z0-9]+)/.exec(text)?.[1] ?? 'no number';
    expect(response.status).toBe(500);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/prisma|postgres|127\.0\.0\.1/i);
    expect(log.mock.calls.map(([first]) => String(first)).join()).toContain(id);
  });
});
