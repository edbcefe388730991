import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/workflow/permissions';
import { PERSON_HEADER } from '@/lib/workflow/protocol';
import { answered } from './http';

const actor: Actor = { id: 'one', name: '何静', roles: [] };
const asked = (person?: string): Request =>
  new Request('http://nianbao.invalid/', {
    method: 'POST',
    body: '{"a":1}',
    headers: person === undefined ? {} : { [PERSON_HEADER]: person },
  });

afterEach(() => vi.restoreAllMocks());

describe('a write that a page sends', () => {
  it('is carried out for who opened the page, and for callers that are no page', async () => {
    for (const request of [asked('one'), asked()]) {
      const response = await answered(request, Promise.resolve(actor), (who, body) =>
        Promise.resolve({ who: who?.id, body }),
      );
      expect([response.status, await response.json()]).toEqual([200, { who: 'one', body: { a: 1 } }]);
    }
  });

  it('is refused when somebody else has signed in since in the same browser: nothing is written under another name', async () => {
    const act = vi.fn();
    const response = await answered(asked('another'), Promise.resolve(actor), act);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      refused: 'not-permitted',
      message: expect.stringContaining('何静') as unknown,
    });
    expect(act).not.toHaveBeenCalled();
  });

  it('that fails unexpectedly is answered with the number under which the log has it, and with nothing else', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await answered(asked('one'), Promise.resolve(actor), () =>
      Promise.reject(new Error('a secret of the database')),
    );
    const { fault, message } = (await response.json()) as { fault: string; message: string };
    expect(response.status).toBe(500);
    expect(message).toContain(fault);
    expect(message).not.toContain('secret');
    expect(log.mock.calls[0]?.[0]).toContain(fault);
  });
});
