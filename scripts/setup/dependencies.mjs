import { createHash } from 'crypto';
import fs from 'fs';
import os from 'os';
import path from 'path';
import { SetupError, inRoot, readJson, run } from './place.mjs';

const lockFile = inRoot('package-lock.json');
const installedFile = inRoot('node_modules', '.package-lock.json');
const lockMark = inRoot('node_modules', '.nianbao-lock');

/** Prisma's command line generates the client and serves nothing; it brings a database (PGlite) and a studio along. */
const onlyGenerates = ['prisma'];

/** Where the package that `name` means to the one at `place` stands in the lock file; null when it is not there. */
function resolved(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (folder === '') return null;
  }
}

function optionalPeer(entry, name) {
  const meta = entry.peerDependenciesMeta && entry.peerDependenciesMeta[name];
  return meta !== undefined && meta.optional === true;
}

function wantedBy(entry) {
  return [
    ...Object.keys(Object.assign({}, entry.dependencies, entry.optionalDependencies)),
    ...Object.keys(entry.peerDependencies || {}).filter((name) => !optionalPeer(entry, name)),
  ].filter((name) => !onlyGenerates.includes(name));
}

/**
 * The places (`node_modules/a/node_modules/b`) that production needs once the client is generated, by the `packages` of a lock file. npm's
 * `--omit=dev` leaves a development tool in place when some library names it as an optional peer, as Next names
 * Playwright.
 */
export function neededInProduction(packages) {
  const needed = new Set(['']);
  for (const place of needed) {
    for (const name of wantedBy(packages[place])) {
      const found = resolved(packages, place, name);
      if (found !== null) needed.add(found);
    }
  }
  needed.delete('');
  return needed;
}

/**
 * True unless what is installed serves the kind of command, `production` or `development`; a development installation
 * serves both. `mark` is what the last installation by this program wrote (null when npm was called by hand, say):
 * versions are compared rather than times, since a clone, a copy or a restored cache has whatever times it has.
 */
export function missing(kind, lock, installed, mark, hash) {
  if (!installed) return true;
  if (mark === `${hash} development` || mark === `${hash} ${kind}`) return false;
  if (mark === `${hash} production`) return true;
  const needed = kind === 'production' ? neededInProduction(lock.packages) : null;
  return Object.entries(lock.packages).some(([place, wanted]) => {
    if (place === '' || (needed && !needed.has(place))) return false;
    const found = installed.packages[place];
    if (found) return found.version !== wanted.version;
    return !wanted.optional && !wanted.devOptional && !wanted.peer && !wanted.extraneous;
  });
}

function lockHash() {
  return createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
}

const readMark = () => (fs.existsSync(lockMark) ? fs.readFileSync(lockMark, 'utf8') : null);

/** True when a command of this kind cannot run with what is in node_modules. */
export function dependenciesMissing(kind) {
  const lock = readJson(lockFile);
  if (!lock) throw new SetupError('package-lock.json is missing or unreadable; fetch it again from the repository.');
  return missing(kind, lock, readJson(installedFile), readMark(), lockHash());
}

function removeEmpty(folder) {
  if (path.basename(folder).startsWith('@') && fs.existsSync(folder) && fs.readdirSync(folder).length === 0) {
    fs.rmdirSync(folder);
  }
}

/**
 * Once the client is generated: removes what npm installed beyond what production needs, from the disk and from npm's
 * record of it. Leaves a development installation, and one that npm made by hand, as it is.
 */
export function removeUnneeded() {
  if (readMark() !== `${lockHash()} production`) return;
  const installed = readJson(installedFile);
  const needed = neededInProduction(readJson(lockFile).packages);
  for (const place of Object.keys(installed.packages)) {
    if (needed.has(place)) continue;
    fs.rmSync(inRoot(place), { recursive: true, force: true });
    removeEmpty(path.dirname(inRoot(place)));
    delete installed.packages[place];
  }
  fs.writeFileSync(installedFile, JSON.stringify(installed, null, 2));
}

/** Installs what commands of this kind need; where a developer worked before, the development tools stay. */
export function installDependencies(kind) {
  const mark = readMark();
  const whole = kind === 'development' || (mark !== null && mark.endsWith(' development'));
  console.error('Installing dependencies (npm ci) …');
  const npm = process.env.npm_execpath;
  const viaNode = npm && /\.c?js$/.test(npm);
  // Install scripts would download from hosts other than the registry; what they do is done here or not needed.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const home = process.env.HOME ? {} : { HOME: os.homedir() };
  run(
    viaNode ? process.execPath : 'npm',
    [...(viaNode ? [npm] : []), ...args, whole ? '--include=dev' : '--omit=dev'],
    Object.assign({ NODE_ENV: whole ? 'development' : 'production', npm_config_update_notifier: 'false' }, home),
    'The dependencies could not be installed; what npm said stands above.',
  );
  fs.writeFileSync(lockMark, `${lockHash()} ${whole ? 'development' : 'production'}`);
}
