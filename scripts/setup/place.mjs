import { spawnSync } from 'child_process';
import fs from 'fs';
import path from 'path';
import { fileURLToPath } from 'url';

/** The folder of package.json. */
export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const inRoot = (...parts) => path.join(root, ...parts);

/** What the person at the command line can mend; its message is all that is shown. */
export class SetupError extends Error {}

/** The value of a JSON file; null when it is not there or not readable. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Runs a program in the root, its output on standard error. Throws a SetupError of this sentence when it fails. */
export function run(file, args, env, sentence) {
  const result = spawnSync(file, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: Object.assign({}, process.env, env),
  });
  if (result.status !== 0) throw new SetupError(result.error ? `${sentence} (${result.error.message})` : sentence);
}
