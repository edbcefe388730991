import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/reports/more/', import.meta.url));

/** True when the agencies' own PDFs are at hand; where tests must not be skipped (CI), their absence is an error. */
export function sharedPdfsAtHand(): boolean {
  if (existsSync(folder)) return true;
  if (process.env['CI'] !== undefined && process.env['CI'] !== '') throw new Error('../shared/reports/more is missing');
  process.stderr.write('../shared/reports/more is not here: the two PDFs are skipped\n');
  return false;
}

export const sharedPdf = (name: string): Uint8Array => new Uint8Array(readFileSync(folder + name));
