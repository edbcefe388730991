import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const measures = z.object({
  filled: z.number(),
  straight: z.number(),
  page: z.number(),
  csv: z.number(),
  early: z.number(),
  late: z.number(),
});

describe('writing documents', () => {
  it('a .docx takes an eighth of the straight way, page and data a twentieth, and memory stays flat over many', () => {
    const program =
      "import('./scripts/benchmarks/documents.ts').then(async (m) => console.log(JSON.stringify({ ...(await m.documentTimes(8)), ...(await m.zipMany(300)) })))";
    const run = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', '-e', program], {
      cwd: repositoryRoot(),
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    expect(run.stderr).toBe('');
    const { filled, straight, page, csv, early, late } = measures.parse(JSON.parse(run.stdout));
    expect(straight / filled).toBeGreaterThan(8);
    expect(straight / page).toBeGreaterThan(20);
    expect(straight / csv).toBeGreaterThan(20);
    expect(late - early).toBeLessThan(5);
  }, 120_000);
});
