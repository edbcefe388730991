import { expect, test } from 'vitest';
import { parseSettings } from './settings';

test('nothing needs to be set', () => {
  const settings = parseSettings({ DATABASE_URL: '', APP_URL: '' });
  expect(settings).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    appUrl: 'http://127.0.0.1:3000',
    databaseUrl: undefined,
    ci: false,
    checkAccess: 'public',
  });
  expect(settings.dataDir).toMatch(/^\/.*\/\.data$/);
});

test('an address loses its path, a header its capitals', () => {
  const settings = parseSettings({
    APP_URL: 'https://nianbao.example.cn/office/',
    TRUSTED_PROXY_HEADER: 'X-Real-IP',
    PORT: '80',
  });
  expect(settings).toMatchObject({ appUrl: 'https://nianbao.example.cn', trustedProxyHeader: 'x-real-ip', port: 80 });
});

test.each([
  [{ PORT: 'abc' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ APP_SECRET: 'short' }, 'APP_SECRET'],
  [{ APP_URL: 'ftp://x' }, 'APP_URL'],
  [{ CHECK_ACCESS: 'nobody' }, 'CHECK_ACCESS'],
  [{ SITE_ID_CODE: '12' }, 'SITE_ID_CODE'],
  [{ TRUSTED_PROXY_HEADER: 'a b' }, 'TRUSTED_PROXY_HEADER'],
])('%j is refused with one sentence that names it', (values, name) => {
  expect(() => parseSettings(values)).toThrow(
    new RegExp(`^The environment variable ${name} is not usable: [^\\n]+\\.$`),
  );
});
