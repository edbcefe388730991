import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from './browser';
import { repositoryRoot } from '@/lib/store/database/repository-root';

function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

const onPath = (program: string): boolean => succeeds('/bin/sh', '-c', 'command -v "$0"', program);

function mayInstall(): boolean {
  return os.userInfo().uid === 0 && fs.existsSync('/etc/debian_version') && onPath('apt-get');
}

function aptInstall(packages: string[]): void {
  console.log(`Installing ${packages.join(' ')} …`);
  const apt = (...args: string[]): void => {
    spawnSync('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args], {
      stdio: ['ignore', 2, 2],
      timeout: 600_000,
    });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}

/** What is missing of a browser, Chinese letters, and the programs that turn a .docx into readable text. */
function missingPackages(): string[] {
  return [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
    ...(onPath('soffice') ? [] : ['libreoffice-writer-nogui']),
    ...(onPath('pdftotext') ? [] : ['poppler-utils']),
  ];
}

/** Installs what the tests need where that can be done; the packages that are missing all the same. */
export function provideTestPrograms(): string[] {
  const missing = missingPackages();
  if (missing.length > 0 && mayInstall()) aptInstall(missing);
  if (findChromium() === null) {
    const playwright = path.join(repositoryRoot(), 'node_modules/@playwright/test/cli.js');
    spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000 });
  }
  return missingPackages();
}
