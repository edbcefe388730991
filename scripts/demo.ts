import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { provideSettings, settings } from '@/lib/settings';
import { exclusively } from '@/lib/store/database/exclusively';
import { takeInLog } from '@/lib/store/log/log';
import { openServerDatabase } from '@/lib/store/database/server-database';
import { ensureSigningKey } from '@/lib/store/publications/signing-keys';
import { buildWhenStale } from '@/scripts/setup/build';
import { fillWhenEmpty, sampleAccounts, sampleDataUnfinished, type SampleAccount } from '@/scripts/setup/sample-data';
import { refuseBusyPort, startServer } from '@/scripts/serve/server';
import { answer, command, untilTold } from '@/scripts/setup/command';

const HOST = '127.0.0.1';

/** Made once and kept, so that sessions outlive a restart. */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'app-secret');
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8');
}

function describe(accounts: SampleAccount[]): string {
  if (accounts.length === 0) return '';
  const lines = accounts.map(({ user, password, role, agency }) => `  ${user}\t${password}\t${role}\t${agency}`);
  return ['', 'Sample accounts (user, password, role, agency):', ...lines].join('\n');
}

await command(async () => {
  const dev = process.argv.includes('--dev');
  const { port, dataDir, appSecret, appUrl } = settings();
  await refuseBusyPort(HOST, port);
  provideSettings({ APP_SECRET: appSecret ?? keptSecret(dataDir), APP_URL: appUrl });
  const { url, release } = await openServerDatabase({ anew: sampleDataUnfinished(dataDir) });
  try {
    await takeInLog();
    ensureSigningKey(settings().signingKeysDir);
    await exclusively(url, () => fillWhenEmpty(dataDir));
    if (!dev) buildWhenStale();
    const server = await startServer(HOST, { dev });
    answer(`${appUrl}${describe(sampleAccounts(dataDir))}`);
    await untilTold();
    await server.close();
  } finally {
    await release();
  }
});
