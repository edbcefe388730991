import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { readingKinds } from '@/lib/read/test/mutated-files';

describe('broken files', () => {
  it('are read or refused, three hundred of them; none ends the process or keeps it for good', () => {
    const { signal, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(repositoryRoot(), 'scripts/testing/fuzz.ts'), '300'],
      { cwd: repositoryRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const counted = [...stdout.matchAll(/^([a-z]+) +([a-z-]+) +(\d+)$/gm)];
    expect(signal, stdout).toBeNull();
    expect(stdout).not.toMatch(/^FAULT:/m);
    expect(counted.reduce((sum, [, , , times]) => sum + Number(times), 0)).toBe(300);
    expect(new Set(counted.map(([, kind]) => kind))).toEqual(new Set(readingKinds));
  }, 240_000);
});
