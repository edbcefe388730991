import { expect, test } from '@playwright/test';

test('an operator sees that the service answers', async ({ request }) => {
  const response = await request.get('/healthz');
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
  expect(response.headers()).not.toHaveProperty('x-powered-by');
  expect(response.headers()['x-content-type-options']).toBe('nosniff');
});
