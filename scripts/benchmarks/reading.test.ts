import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const measures = z.object({
  document: z.number(),
  read: z.number(),
  checked: z.number(),
  peer: z.number(),
  early: z.number(),
  late: z.number(),
});

describe('reading reports', () => {
  it('a .docx takes an eighth of what mammoth takes, checking included less than half, and memory stays flat', () => {
    const program =
      "import('./scripts/benchmarks/reading.ts').then(async (m) => console.log(JSON.stringify({ ...(await m.readingTimes(3)), ...(await m.heapWhileReading(200)) })))";
    const run = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', '-e', program], {
      cwd: join(repositoryRoot()),
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    expect(run.stderr).toBe('');
    const { document, checked, peer, early, late } = measures.parse(JSON.parse(run.stdout));
    expect(peer / document).toBeGreaterThan(8);
    expect(peer / checked).toBeGreaterThan(2);
    expect(late - early).toBeLessThan(5);
  }, 120_000);
});
