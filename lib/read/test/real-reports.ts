import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { check } from '@/lib/checks/check';
import type { CheckResult } from '@/lib/checks/finding';
import { kindOf } from '@/lib/report/report';
import { read } from '@/lib/read/read';
import { isUnreadable, type Read } from '@/lib/read/result';

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url));

/** True when the real reports lie beside the repository; on CI their absence is a failure, elsewhere it is said. */
export function realReportsAreHere(): boolean {
  if (existsSync(folder)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error('../shared/reports is missing');
  process.stderr.write('../shared/reports is not here: reading was not tried on real reports\n');
  return false;
}

const expectedSchema = z.object({
  format: z.string(),
  year: z.number(),
  agency: z.string(),
  cells: z.record(z.string(), z.string().nullable()),
  findings: z.object({
    must: z.array(
      z.object({ rule: z.string(), section: z.string().optional(), cells: z.array(z.string()).optional() }),
    ),
    may: z.array(z.string()),
    never: z.array(z.string()),
  }),
});

export type Expected = z.infer<typeof expectedSchema> & { readonly name: string; readonly bytes: Uint8Array };

/** The five reports: the file as it came, and what was found in it by hand. */
export function fiveReports(): Expected[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.expected.json'))
    .sort()
    .map((file) => ({
      ...expectedSchema.parse(JSON.parse(readFileSync(folder + file, 'utf8'))),
      name: file.slice(0, 3),
      bytes: readFileSync(folder + file.replace('.expected.json', '.txt')),
    }));
}

/** One of the files under `more/`. */
export const furtherFile = (name: string): Uint8Array => readFileSync(`${folder}more/${name}`);

export async function mustRead(bytes: Uint8Array): Promise<Read> {
  const result = await read(bytes);
  if (isUnreadable(result)) throw new Error(result.error.message);
  return result;
}

/** As `nianbao check` would. */
export const checked = ({ report, written }: Read, last: Read | null = null): CheckResult =>
  check(report, { purpose: 'file', kind: kindOf(report.agency), last: last?.report ?? null, written });
