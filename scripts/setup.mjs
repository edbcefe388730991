// Plain node without dependencies: it runs on a fresh clone and makes what the TypeScript commands need.
// Standard output belongs to the command; everything said here goes to standard error.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import fs from 'fs';
import os from 'os';
import path from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => path.join(root, ...parts);

const commands = {
  demo: { file: 'scripts/demo.ts', mode: 'production', endsWithNpm: true },
  dev: { file: 'scripts/demo.ts', mode: 'development', endsWithNpm: true, args: ['--dev'] },
  start: { file: 'scripts/start.ts', mode: 'production', endsWithNpm: true },
  test: { file: 'scripts/testing/test.ts' },
  bench: { file: 'scripts/bench.ts', mode: 'production' },
  torture: { file: 'scripts/testing/torture.ts', mode: 'production' },
  documents: { file: 'scripts/testing/documents-check.ts', mode: 'production' },
  fuzz: { file: 'scripts/testing/fuzz.ts', mode: 'production' },
  backup: { file: 'scripts/backup.ts', callersFolder: true },
  restore: { file: 'scripts/restore.ts', callersFolder: true },
  migration: { file: 'scripts/setup/new-migration.ts' },
  nianbao: { file: 'lib/cli/main.ts', callersFolder: true },
  ready: {},
};

class SetupError extends Error {}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    return null;
  }
}

const lockFile = inRoot('package-lock.json');
const lockMark = inRoot('node_modules', '.nianbao-lock');

function lockHash() {
  return createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
}

/** Compares versions rather than times: a clone, a copy or a restored cache has whatever times it has. */
function dependenciesMissing() {
  const lock = readJson(lockFile);
  if (!lock) throw new SetupError('package-lock.json is missing or unreadable; fetch it again from the repository.');
  const installed = readJson(inRoot('node_modules', '.package-lock.json'));
  if (!installed) return true;
  if (fs.existsSync(lockMark) && fs.readFileSync(lockMark, 'utf8') === lockHash()) return false;
  return Object.entries(lock.packages).some(([place, wanted]) => {
    if (place === '') return false;
    const found = installed.packages[place];
    if (found) return found.version !== wanted.version;
    return !wanted.optional && !wanted.devOptional && !wanted.peer && !wanted.extraneous;
  });
}

function run(file, args, env, sentence) {
  const result = spawnSync(file, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: Object.assign({}, process.env, env),
  });
  if (result.status !== 0) throw new SetupError(result.error ? `${sentence} (${result.error.message})` : sentence);
}

function installDependencies() {
  console.error('Installing dependencies (npm ci) …');
  const npm = process.env.npm_execpath;
  const viaNode = npm && /\.c?js$/.test(npm);
  // Install scripts would download from hosts other than the registry; what they do is done here or not needed.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const home = process.env.HOME ? {} : { HOME: os.homedir() };
  run(
    viaNode ? process.execPath : 'npm',
    viaNode ? [npm].concat(args) : args,
    Object.assign({ NODE_ENV: 'development', npm_config_update_notifier: 'false' }, home),
    'The dependencies could not be installed; what npm said stands above.',
  );
  fs.writeFileSync(lockMark, lockHash());
}

const schemaMark = inRoot('prisma', 'generated', '.schema-hash');

function schemaHash() {
  const schema = inRoot('prisma', 'schema.prisma');
  if (!fs.existsSync(schema)) return null;
  const prisma = readJson(inRoot('node_modules', '@prisma', 'client', 'package.json'));
  return createHash('sha256')
    .update(fs.readFileSync(schema))
    .update(String(prisma && prisma.version))
    .digest('hex');
}

function clientMissing() {
  const hash = schemaHash();
  return hash !== null && (!fs.existsSync(schemaMark) || fs.readFileSync(schemaMark, 'utf8') !== hash);
}

function generateClient() {
  const hash = schemaHash();
  // The native schema engine would be fetched from Prisma's own host; generating does not use it.
  run(
    process.execPath,
    [inRoot('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--no-hints'],
    { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    'The database client could not be generated; what Prisma said stands above.',
  );
  fs.writeFileSync(schemaMark, hash);
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands at once on a fresh clone must not both run npm ci in one folder. */
function alone(work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const lock = path.join(os.tmpdir(), `nianbao-setup-${process.getuid ? process.getuid() : 'user'}-${key}`);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let told = false; ; ) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let holder = 0;
    let age = 0;
    try {
      holder = Number(fs.readFileSync(lock, 'utf8'));
      age = Date.now() - fs.statSync(lock).mtimeMs;
    } catch (error) {
      continue;
    }
    if (holder ? !alive(holder) : age > 5000) {
      fs.rmSync(lock, { force: true });
      continue;
    }
    if (!told) console.error('Another command is setting up; waiting for it …');
    told = true;
    Atomics.wait(pause, 0, 0, 200);
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function setUp() {
  if (!dependenciesMissing() && !clientMissing()) return;
  alone(() => {
    if (dependenciesMissing()) installDependencies();
    if (clientMissing()) generateClient();
  });
}

function parentOf(pid) {
  try {
    return Number(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  } catch (error) {
    return 0;
  }
}

/**
 * npm killed with -9 leaves its shell and this process behind, holding the port: a server ends when npm is gone.
 * Where there is no /proc only the death of the shell is seen.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

async function main() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Node 20.19 or later is needed; this is ${process.versions.node}.`);
  }
  const name = process.argv[2];
  const command = commands[name];
  if (!command)
    throw new SetupError(`Wrong use: node scripts/setup.mjs ${Object.keys(commands).join('|')} [arguments]`);
  setUp();
  if (!command.file) return;
  if (!fs.existsSync(inRoot(command.file))) throw new SetupError(`There is no command "${name}" in this version.`);
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.env.DATA_DIR = path.resolve(root, process.env.DATA_DIR || '.data');
  if (process.env.SIGNING_KEYS_DIR) process.env.SIGNING_KEYS_DIR = path.resolve(root, process.env.SIGNING_KEYS_DIR);
  if (command.mode) process.env.NODE_ENV = command.mode;
  if (command.endsWithNpm) endWithNpm();
  // npm runs everything in the repository; a file named on the command line lies where the caller stood.
  process.chdir(command.callersFolder && process.env.INIT_CWD ? process.env.INIT_CWD : root);
  process.argv = [process.execPath, inRoot(command.file)].concat(command.args || [], process.argv.slice(3));
  const { register } = await import(
    pathToFileURL(inRoot('node_modules', 'tsx', 'dist', 'esm', 'api', 'index.mjs')).href
  );
  register({ tsconfig: inRoot('tsconfig.json') });
  await import(pathToFileURL(inRoot(command.file)).href);
}

main().catch((error) => {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 2;
});
