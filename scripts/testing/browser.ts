import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { settings } from '@/lib/settings';

function runs(program: string): boolean {
  // Ubuntu has a stand-in of this name that only says that the browser is a snap.
  return fs.existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** The Chromium to test with: CHROMIUM_PATH, else the system's, else Playwright's own; null when there is none. */
export function findChromium(): string | null {
  const { chromiumPath } = settings();
  const places =
    chromiumPath === undefined
      ? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
      : [chromiumPath];
  return [...places, chromium.executablePath()].find(runs) ?? null;
}

/** Without these Chromium calls hosts of its own, or needs what a container has not. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
