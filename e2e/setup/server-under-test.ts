import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { provideSettings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { openServerDatabase } from '@/lib/store/database/server-database';
import { freePort } from './free-port';

const root = repositoryRoot();
const PATIENCE = 300_000;

async function untilItAnswers(baseUrl: string, server: ChildProcess): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(200)) {
    if (server.exitCode !== null) break;
    if (
      await fetch(`${baseUrl}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  }
  throw new Error('The server under test did not start; what it said stands above.');
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

/** As root below a closed folder PostgreSQL keeps its files elsewhere and leaves a pointer. */
function removeData(dataDir: string): void {
  const pointer = path.join(dataDir, 'postgres.location');
  if (fs.existsSync(pointer)) fs.rmSync(fs.readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/**
 * The queue would make the PDF of every sample report, for minutes beside the tests; those that tests publish are made.
 */
async function leaveSamplePdfs(dataDir: string): Promise<void> {
  provideSettings({ DATA_DIR: dataDir });
  const connection = await openServerDatabase();
  await database().conversion.updateMany({ where: { doneAt: null }, data: { doneAt: new Date() } });
  await connection.release();
}

export interface ServerUnderTest {
  readonly address: string;
  readonly dataDir: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts the demo on a free port with a data folder of its own: a production build, PostgreSQL, sample data. */
export async function startServer(): Promise<ServerUnderTest> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-e2e-'));
  fs.chmodSync(dataDir, 0o711);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), DATA_DIR: dataDir };
  for (const name of [
    'DATABASE_URL',
    'APP_SECRET',
    'APP_URL',
    'SIGNING_KEYS_DIR',
    'TRUSTED_PROXY_HEADER',
    'npm_lifecycle_event',
  ])
    delete env[name];
  const server = spawn(process.execPath, [path.join(root, 'scripts/setup.mjs'), 'demo'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  const end = async (): Promise<void> => {
    await stop(server);
    removeData(dataDir);
  };
  try {
    await untilItAnswers(address, server);
    await leaveSamplePdfs(dataDir);
  } catch (error) {
    await end();
    throw error;
  }
  return { address, dataDir, stop: end };
}
