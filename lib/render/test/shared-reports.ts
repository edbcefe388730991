import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reportSchema } from '@/lib/report/schema';
import type { Report } from '@/lib/report/report';

const folder = fileURLToPath(new URL('../../../../shared/reports/', import.meta.url));

/**
 * True when the reports with expected figures are at hand; where tests must not be skipped (CI), their absence is an
 * error.
 */
export function sharedReportsAtHand(): boolean {
  if (existsSync(folder)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error('../shared/reports is missing');
  process.stderr.write('../shared/reports is not here: the five reports are skipped\n');
  return false;
}

export function expectedReports(): { name: string; path: string; report: Report }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .sort()
    .map((name) => ({
      name,
      path: folder + name,
      report: reportSchema.parse(JSON.parse(readFileSync(folder + name, 'utf8'))),
    }));
}
