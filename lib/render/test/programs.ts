import { spawnSync } from 'node:child_process';

/** Whether these programs are on this machine: what only they can show is not tested without them. */
export const installed = (...programs: readonly string[]): boolean =>
  programs.every((program) => spawnSync(program, ['--version']).error === undefined);
