import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicationFiles } from './files';
import { part } from '@/lib/render/test/docx-tables';
import { sampleFrame } from '@/lib/render/test/sample-frame';
import { sampleReport } from '@/lib/render/test/sample';

const run = promisify(execFile);
const tsx = createRequire(import.meta.url).resolve('tsx/cli');
const script = fileURLToPath(new URL('test/print-hashes.ts', import.meta.url));

const printed = z.object({
  zone: z.number(),
  files: z.array(z.tuple([z.string(), z.string()])),
  documents: z.array(z.string()).length(2),
});

async function elsewhere(zone: string): Promise<z.infer<typeof printed>> {
  const { stdout } = await run(process.execPath, [tsx, script], { env: { ...process.env, TZ: zone } });
  return printed.parse(JSON.parse(stdout));
}

describe('the same snapshot', () => {
  it('renders to the same bytes in two processes and two time zones', async () => {
    const files = (await publicationFiles(sampleReport(), sampleFrame)).map((file) => [file.name, file.sha256]);
    expect(files.map(([name]) => name)).toEqual(['report.docx', 'report.html', 'report.json', 'report.csv', 'page']);
    const [utc, shanghai] = await Promise.all([elsewhere('UTC'), elsewhere('Asia/Shanghai')]);
    expect(utc).toMatchObject({ zone: 0, files });
    expect(shanghai).toMatchObject({ zone: -480, files });
    // All generated reports as .docx, twice in each.
    expect([...new Set([...utc.documents, ...shanghai.documents])]).toHaveLength(1);
  }, 120_000);

  it('dates the .docx by its signature, not by the clock', async () => {
    const [docx] = await publicationFiles(sampleReport(), sampleFrame);
    const core = part(docx?.bytes ?? new Uint8Array(), 'docProps/core.xml');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2025-01-17T00:00:00Z', '2025-01-17T00:00:00Z']);
  });
});
