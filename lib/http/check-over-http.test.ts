import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { largest } from '@/lib/read/result';
import { provideSettings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { checkOverHttp } from './check-over-http';
import { arena, now } from '@/lib/usecases/test/arena';

beforeAll(useTestDatabase);
afterEach(() => {
  provideSettings({ CHECK_ACCESS: '' });
});

let callers = 0;

function asked(body: BodyInit, headers: Record<string, string> = {}): Request {
  callers += 1;
  const own = {
    host: 'nianbao.test',
    origin: 'http://nianbao.test',
    'x-nianbao-peer': `10.0.${callers >> 8}.${callers & 255}`,
  };
  return new Request('http://nianbao.test/check/read', {
    method: 'POST',
    body,
    headers: { ...own, ...headers },
    duplex: 'half',
  } as RequestInit);
}

const answerTo = async (
  request: Request,
  actor: Promise<Awaited<ReturnType<typeof arena>>['author'] | null> = Promise.resolve(null),
) => {
  const response = await checkOverHttp(request, actor, now);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};

describe('a file that is sent to be checked', () => {
  it('is refused with a sentence when it is no report', async () => {
    const { status, body, headers } = await answerTo(asked('MZ\0\0 nothing of ours'));
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { message: expect.stringMatching(/^[^。]+$/) as string } });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is refused unread when it says that it is too large', async () => {
    const { status, body } = await answerTo(asked('x', { 'content-length': String(largest + 1) }));
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'too-large' } });
  });

  it('is taken in no further than the limit when it does not say how large it is', async () => {
    let sent = 0;
    const piece = new Uint8Array(1024 * 1024);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += piece.length;
        controller.enqueue(piece);
      },
    });
    const { status } = await answerTo(asked(endless));
    expect(status).toBe(413);
    expect(sent).toBeLessThan(largest + 4 * piece.length);
  });

  it('is not taken from a page of somebody else', async () => {
    expect((await answerTo(asked('x', { origin: 'http://evil.example' }))).status).toBe(403);
  });

  it('is taken from colleagues only where the office has it so', async () => {
    provideSettings({ CHECK_ACCESS: 'office' });
    expect((await answerTo(asked('x'))).status).toBe(401);
    const { author } = await arena();
    expect((await answerTo(asked('x'), Promise.resolve(author))).status).toBe(422);
  });

  it('has to wait after many others of the same caller', async () => {
    const from = { 'x-nianbao-peer': '192.0.2.7' };
    for (let turn = 0; turn < 121; turn += 1) await answerTo(asked('x', from));
    const { status, body } = await answerTo(asked('x', from));
    expect(status).toBe(429);
    expect(body.message).toBe('短时间内核对的文件过多，请 60 秒后再试');
  });

  it('leaves nothing behind', async () => {
    const tables = async () =>
      Promise.all([database().report.count(), database().edit.count(), database().publication.count()]);
    const before = await tables();
    await answerTo(asked('x'));
    expect(await tables()).toEqual(before);
  });
});
