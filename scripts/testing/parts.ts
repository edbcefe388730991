import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { repositoryRoot } from '@/lib/store/database/repository-root';

/** Runs a program of node_modules, or a script of the repository, in the root; true when it ends well. */
export function run(title: string, program: string, args: string[], variables: string[] = []): boolean {
  console.log(`\n== ${title}`);
  const root = repositoryRoot();
  const { status } = spawnSync(
    'env',
    [...variables, process.execPath, path.join(root, 'node_modules', program), ...args],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return status === 0;
}

/** All of it runs, so that one look shows everything there is to mend. */
export function lint(): boolean {
  return [
    run('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']),
    run('Layout (npm run format mends it)', '@biomejs/biome/bin/biome', ['format', '.']),
  ].every(Boolean);
}

export function typecheck(): boolean {
  return (
    run('Types of the routes', 'next/dist/bin/next', ['typegen']) && run('Types', 'typescript/bin/tsc', ['--noEmit'])
  );
}

/** `args` are those of vitest: files, names of tests, reporters. */
export function unitTests(args: string[]): boolean {
  return run('Unit and database tests', 'vitest/vitest.mjs', ['run', ...args]);
}

/** `args` are those of Playwright; `variables` (`NAME=value`) go into its environment. */
export function browserTests(args: string[], variables: string[] = []): boolean {
  return run('Browser tests', '@playwright/test/cli.js', ['test', ...args], variables);
}
