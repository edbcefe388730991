import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** What a build that fails throws. */
export class BuildError extends Error {
  override name = 'BuildError';
}

function filesBelow(file: string): string[] {
  if (!fs.existsSync(file)) return [];
  if (!fs.statSync(file).isDirectory()) return [file];
  return fs
    .readdirSync(file, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function sourcesHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesBelow(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Makes the production build unless the one in `.next` was made from these very sources. Throws BuildError. */
export function buildWhenStale(): void {
  const root = repositoryRoot();
  const mark = path.join(root, '.next/nianbao-sources');
  const hash = sourcesHash(root);
  const built = fs.existsSync(path.join(root, '.next/BUILD_ID')) && fs.existsSync(mark);
  if (built && fs.readFileSync(mark, 'utf8') === hash) return;
  fs.rmSync(mark, { force: true });
  console.error('Building …');
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new BuildError('The production build failed; what it said stands above.');
  fs.writeFileSync(mark, hash);
}
