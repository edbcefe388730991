import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{lib,app,components,scripts,prisma}/**/*.test.{ts,tsx}'],
    exclude: ['prisma/generated/**', 'node_modules/**'],
    // The tests have databases of their own; none of the caller's must be met by mistake.
    env: { DATABASE_URL: '', APP_SECRET: '', APP_URL: '' },
    pool: 'forks',
    globalSetup: ['lib/store/database/test-teardown.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
