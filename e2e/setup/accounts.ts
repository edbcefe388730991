import fs from 'node:fs';
import path from 'node:path';

export type SampleAccount = { user: string; password: string; role: string; agency: string };

/** The sample accounts of the server under test. */
export function sampleAccounts(): SampleAccount[] {
  const folder = process.env.E2E_DATA_DIR;
  if (folder === undefined) throw new Error('E2E_DATA_DIR is not set: which data folder has the server under test?');
  return JSON.parse(fs.readFileSync(path.join(folder, 'sample-accounts.json'), 'utf8')) as SampleAccount[];
}
