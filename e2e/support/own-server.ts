import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { freePort } from '@/e2e/setup/free-port';

const root = repositoryRoot();

/** A server process of the test's own on the database of the running product, to be killed and started again. */
export class OwnServer {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
    private readonly folder: string,
  ) {}

  static async prepare(databaseUrl: string): Promise<OwnServer> {
    const port = await freePort();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-own-'));
    const given = {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATA_DIR: folder,
      APP_SECRET: randomBytes(32).toString('hex'),
    };
    const env: NodeJS.ProcessEnv = { ...process.env, ...given };
    for (const name of ['APP_URL', 'SIGNING_KEYS_DIR', 'TRUSTED_PROXY_HEADER', 'npm_lifecycle_event']) delete env[name];
    return new OwnServer(port, env, folder);
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [path.join(root, 'scripts/setup.mjs'), 'start'], {
      cwd: root,
      env: this.env,
      stdio: ['ignore', 'ignore', 2],
    });
    this.child = child;
    while (child.exitCode === null) {
      if (
        await fetch(`${this.address}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await pause(100);
    }
    throw new Error('The server of this test did not start; what it said stands above.');
  }

  /** As a failing machine does it: no farewell. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async dispose(): Promise<void> {
    await this.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
