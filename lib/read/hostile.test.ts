import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { sampleReport } from '@/lib/render/test/sample';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { readApart, stopReadingApart } from './apart';
import { isUnreadable } from './result';
import { hostileFiles } from '@/lib/read/test/hostile-files';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-hostile-'));
afterAll(() => {
  stopReadingApart();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * What the command line makes of a file, in a process of its own: the code, the seconds, and the most memory it took.
 */
function measured(
  bytes: Uint8Array,
  name: string,
): Promise<{ code: string; message: string; seconds: number; megabytes: number }> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(repositoryRoot(), 'lib/read/test/measured-reading.ts'), file],
    { cwd: repositoryRoot(), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Awaited<ReturnType<typeof measured>>));
    child.once('close', (status) => reject(new Error(`ended with ${status}`)));
  });
}

describe('a file that means harm, or is broken, gives one clear sentence within 512 MB and ten seconds', () => {
  it.each(hostileFiles.map((file, index) => ({ ...file, index })))(
    '$what',
    async ({ codes, bytes, index }) => {
      const found = await measured(bytes(), String(index));
      expect(codes).toContain(found.code);
      expect(found.message).toMatch(/^[^\n]{5,120}$/);
      expect(found.megabytes).toBeGreaterThan(30);
      expect(found.megabytes).toBeLessThan(512);
      expect(found.seconds).toBeLessThan(12);
    },
    60_000,
  );

  it('and the next report is read as ever', async () => {
    const [bomb] = hostileFiles;
    const report = await docxOf(sampleReport());
    const results = await Promise.all([report, bomb?.bytes() ?? report, report].map((bytes) => readApart(bytes)));
    expect(results.map((result) => (isUnreadable(result) ? result.error.code : result.report.year))).toEqual([
      2024,
      'hostile',
      2024,
    ]);
    expect(readFileSync(join(folder, '0')).length).toBeGreaterThan(1000);
  }, 60_000);
});
