import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PostgresError, postgresPlace, socketFolder, type Place } from './postgres-place';

export type EmbeddedPostgres = {
  /** Connection address of one of its databases. */
  url: (name: string) => string;
  /** Stops the server when nobody else is connected; else leaves it to them. */
  release: () => Promise<void>;
};

const PATIENCE = 30_000;

function address(socket: string, name: string): string {
  return `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(socket)}`;
}

async function connect(socket: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: address(socket, 'postgres'), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

function options(place: Place): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv;
  return { ...(place.asRoot ? place.runner : {}), cwd: place.folder, env };
}

function initialise(place: Place, data: string): void {
  // Made beside and renamed, so that a start that was killed half way, or two at once, leave nothing half made.
  const making = path.join(place.folder, `init-${process.pid}`);
  fs.rmSync(making, { recursive: true, force: true });
  // Trigrams of Chinese exist only where lc_ctype knows letters beyond ASCII; the order stays that of the bytes.
  const how = [
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--lc-collate=C',
    '--lc-ctype=C.UTF-8',
    '--lc-messages=C',
  ];
  const result = spawnSync(path.join(place.native, 'bin/initdb'), ['-D', making, ...how, '--data-checksums'], {
    ...options(place),
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    fs.rmSync(making, { recursive: true, force: true });
    throw new PostgresError(`PostgreSQL could not be initialised: ${result.error?.message ?? result.stderr.trim()}`);
  }
  try {
    fs.renameSync(making, data);
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) throw error;
  }
}

type Lock = { pid: number; socket: string | undefined; state: 'running' | 'gone' | 'stale' };

/**
 * What postmaster.pid says. `gone`: PostgreSQL sees for itself that the process has ended. `stale`: it cannot see
 * it, because the process is dead but unreaped (containers) or its number belongs to another one by now.
 */
function readLock(data: string): Lock | null {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  const socket = lines[4]?.trim() || undefined;
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return { pid, socket, state: 'gone' };
  }
  try {
    const zombie = /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
    const elsewhere = !zombie && fs.readlinkSync(`/proc/${pid}/cwd`) !== fs.realpathSync(data);
    return { pid, socket, state: zombie || elsewhere ? 'stale' : 'running' };
  } catch {
    // No /proc, or not ours to look at.
    return { pid, socket, state: 'running' };
  }
}

function removeStaleLock(data: string, stale: Lock): void {
  // Read again: another start may have written its own lock in the meantime.
  if (readLock(data)?.pid === stale.pid) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

function launch(place: Place, data: string, socket: string, durable: boolean): ChildProcess {
  const log = fs.openSync(path.join(place.folder, 'log'), 'a');
  if (place.asRoot) fs.fchownSync(log, place.runner.uid, place.runner.gid);
  const settings = [
    'listen_addresses=',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ];
  const child = spawn(
    path.join(place.native, 'bin/postgres'),
    ['-D', data, '-k', socket, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options(place), detached: true, stdio: ['ignore', log, log] },
  );
  child.on('error', () => undefined);
  child.unref();
  fs.closeSync(log);
  return child;
}

function lastLines(place: Place): string {
  try {
    return fs.readFileSync(path.join(place.folder, 'log'), 'utf8').trim().split('\n').slice(-3).join(' | ');
  } catch {
    return 'it left no log';
  }
}

async function reachOrLaunch(
  place: Place,
  data: string,
  durable: boolean,
): Promise<{ client: pg.Client; socket: string }> {
  const own = socketFolder(place);
  const end = Date.now() + PATIENCE;
  let stopped = false;
  while (Date.now() < end) {
    const lock = readLock(data);
    const running = lock?.state === 'running' ? lock : null;
    const socket = running?.socket ?? own;
    const client = await connect(socket);
    if (client) return { client, socket };
    let child: ChildProcess | null = null;
    if (!running) {
      if (lock?.state === 'stale') removeStaleLock(data, lock);
      child = launch(place, data, own, durable);
    } else if (!stopped && Date.now() > end - PATIENCE / 2) {
      // Alive for long and out of reach: its socket was swept out of the temporary folder.
      process.kill(running.pid, 'SIGINT');
      stopped = true;
    }
    for (let tries = 0; tries < 20 && (child?.exitCode ?? null) === null; tries += 1) {
      await pause(50);
      const launched = await connect(own);
      if (launched) return { client: launched, socket: own };
    }
    if (child) await pause(50);
  }
  throw new PostgresError(`PostgreSQL did not start in ${place.folder}: ${lastLines(place)}`);
}

/** True when others stay connected; connections that this process has just closed take a moment to go. */
async function usedByOthers(client: pg.Client): Promise<boolean> {
  const question = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  try {
    for (let tries = 0; tries < 20; tries += 1) {
      const { rows } = await client.query<{ count: number }>(question);
      if (rows[0]?.count === 0) return false;
      await pause(100);
    }
  } catch {
    // The server has gone already, or is going.
  }
  return true;
}

async function stopWhenUnused(data: string, client: pg.Client): Promise<void> {
  const used = await usedByOthers(client);
  const lock = readLock(data);
  await client.end().catch(() => undefined);
  if (used || lock?.state !== 'running') return;
  process.kill(lock.pid, 'SIGINT');
  for (let tries = 0; tries < 400 && readLock(data)?.state === 'running'; tries += 1) await pause(25);
}

/**
 * Starts the PostgreSQL 18 of the npm package below a data folder, or joins the one that runs there already. It
 * listens on a Unix socket only. It outlives the process that started it when that is killed, and the next start
 * joins it; a process that ends normally stops it unless another one is connected. While it is held, a server that
 * dies is started again. `durable: false` is for tests. Throws PostgresError.
 */
export async function startEmbeddedPostgres(dataDir: string, { durable = true } = {}): Promise<EmbeddedPostgres> {
  const place = postgresPlace(path.resolve(dataDir));
  const data = path.join(place.folder, 'data');
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) initialise(place, data);
  let released = false;
  // One open connection says to others that the server is in use, and tells this process when it dies.
  let held = await reachOrLaunch(place, data, durable);
  const watch = (client: pg.Client): void => {
    client.once('end', () => {
      if (released) return;
      reachOrLaunch(place, data, durable)
        .then((again) => {
          held = again;
          watch(again.client);
        })
        .catch((error: unknown) => {
          console.error(error instanceof Error ? error.message : error);
        });
    });
  };
  watch(held.client);
  return {
    url: (name) => address(held.socket, name),
    release: async () => {
      if (released) return;
      released = true;
      await stopWhenUnused(data, held.client);
    },
  };
}
