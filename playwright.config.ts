import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from '@/scripts/testing/browser';

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/setup/global.ts',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  use: {
    // Set by the global set-up, which starts the server.
    baseURL: process.env.E2E_BASE_URL,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumArguments },
  },
});
