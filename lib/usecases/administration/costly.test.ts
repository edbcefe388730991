import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { createAccount } from './create-account';
import { resetPassword } from './reset-password';
import { arena, now } from '@/lib/usecases/test/arena';

const hashed = vi.hoisted(() => vi.fn(() => Promise.resolve('hash')));
vi.mock('@/lib/accounts/passwords', async (load) => ({ ...(await load<object>()), hashPassword: hashed }));

beforeAll(useTestDatabase);

it('no password is hashed for somebody who administers nothing: strangers cannot keep the server busy with it', async () => {
  const place = await arena();
  const account = { agency: place.key, username: 'somebody', name: '某人', roles: ['author'] };
  for (const actor of [null, place.author, place.reviewer]) {
    const refused = actor === null ? 'not-signed-in' : 'not-permitted';
    expect(await createAccount(actor, account, now)).toMatchObject({ refused });
    expect(await resetPassword(actor, { user: randomUUID() }, now)).toMatchObject({ refused });
  }
  expect(hashed).not.toHaveBeenCalled();
  expect(await createAccount(place.administrator, account, now)).toMatchObject({ username: 'somebody' });
  expect(hashed).toHaveBeenCalledTimes(1);
});
