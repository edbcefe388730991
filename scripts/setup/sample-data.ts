import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { database } from '@/lib/store/database/database';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const accountsSchema = z.array(
  z.object({ user: z.string(), password: z.string(), role: z.string(), agency: z.string() }),
);
export type SampleAccount = z.infer<typeof accountsSchema>[number];

const accountsFile = (dataDir: string): string => path.join(dataDir, 'sample-accounts.json');
const unfinishedFile = (dataDir: string): string => path.join(dataDir, 'sample-data.unfinished');

/** True when an earlier fill was killed half way. */
export function sampleDataUnfinished(dataDir: string): boolean {
  return fs.existsSync(unfinishedFile(dataDir));
}

/** The sample accounts as they were made; empty when there are none. */
export function sampleAccounts(dataDir: string): SampleAccount[] {
  if (!fs.existsSync(accountsFile(dataDir))) return [];
  return accountsSchema.parse(JSON.parse(fs.readFileSync(accountsFile(dataDir), 'utf8')));
}

/** Fills a database that holds no agency with the sample data; leaves any other as it is. */
export async function fillWhenEmpty(dataDir: string): Promise<void> {
  if ((await database().agency.findFirst({ select: { id: true } })) !== null) return;
  const entry = path.join(repositoryRoot(), 'prisma/sample/index.ts');
  if (!fs.existsSync(entry)) {
    console.error('There is no sample data in this version; the database stays empty.');
    return;
  }
  console.error('Filling the database with sample data …');
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(unfinishedFile(dataDir), '');
  const { fillSampleData } = (await import(entry)) as { fillSampleData: () => Promise<{ accounts: SampleAccount[] }> };
  const { accounts } = await fillSampleData();
  fs.writeFileSync(accountsFile(dataDir), JSON.stringify(accounts, null, 2), { mode: 0o600 });
  fs.rmSync(unfinishedFile(dataDir));
}
