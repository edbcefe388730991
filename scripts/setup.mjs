// Plain node without dependencies: it runs on a fresh clone and makes what the TypeScript commands need.
// Standard output belongs to the command; everything said here goes to standard error.
import fs from 'fs';
import path from 'path';
import { pathToFileURL } from 'url';
import { alone } from './setup/alone.mjs';
import { dependenciesMissing, installDependencies, removeUnneeded } from './setup/dependencies.mjs';
import { endWithNpm } from './setup/end-with-npm.mjs';
import { SetupError, inRoot, root } from './setup/place.mjs';
import { canGenerate, clientMissing, generateClient } from './setup/prisma-client.mjs';

/** `tools`: the command needs the development dependencies too. `mode`: its NODE_ENV. */
const commands = {
  demo: { file: 'scripts/demo.ts', mode: 'production', endsWithNpm: true },
  start: { file: 'scripts/start.ts', mode: 'production', endsWithNpm: true },
  backup: { file: 'scripts/backup.ts', callersFolder: true },
  restore: { file: 'scripts/restore.ts', callersFolder: true },
  nianbao: { file: 'lib/cli/main.ts', callersFolder: true },
  dev: { file: 'scripts/demo.ts', mode: 'development', endsWithNpm: true, args: ['--dev'], tools: true },
  test: { file: 'scripts/testing/test.ts', tools: true },
  lint: { file: 'scripts/testing/lint.ts', tools: true },
  typecheck: { file: 'scripts/testing/typecheck.ts', tools: true },
  'test:unit': { file: 'scripts/testing/unit.ts', tools: true },
  'test:e2e': { file: 'scripts/testing/e2e.ts', tools: true },
  format: { file: 'scripts/testing/format.ts', tools: true },
  'checks:print': { file: 'scripts/print-checks.ts' },
  bench: { file: 'scripts/bench.ts', mode: 'production', tools: true },
  torture: { file: 'scripts/testing/torture.ts', mode: 'production', tools: true },
  documents: { file: 'scripts/testing/documents-check.ts', mode: 'production', tools: true },
  fuzz: { file: 'scripts/testing/fuzz.ts', mode: 'production', tools: true },
  migration: { file: 'scripts/setup/new-migration.ts', tools: true },
  ready: { tools: true },
};

function setUp(kind) {
  if (!dependenciesMissing(kind) && !clientMissing()) return;
  alone(() => {
    if (dependenciesMissing(kind) || (clientMissing() && !canGenerate())) installDependencies(kind);
    if (clientMissing()) generateClient();
    removeUnneeded();
  });
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
  setUp(command.tools ? 'development' : 'production');
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
