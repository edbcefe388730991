import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const root = repositoryRoot();
const eslint = new ESLint({ cwd: root });

async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map(({ message }) => message);
}

test.each([
  ['lib/statute/new.ts', `export { x } from '../report/x'\n`, 'statute may not import report.'],
  [
    'lib/checks/new.ts',
    `export { x } from '@/lib/workflow/x'\n`,
    'checks may not import workflow, only statute, report.',
  ],
  ['lib/workflow/new.ts', `import type { x } from '../store/x'\nexport type y = x\n`, /^workflow may not import store/],
  ['components/new.tsx', `export * from '../lib/usecases/submit-report'\n`, /^components may not import usecases/],
  [
    'components/office/new.tsx',
    `export const x = () => import('@/app/office/page')\n`,
    /^components may not import app/,
  ],
  ['app/office/new.ts', `export { x } from '@/lib/store/x'\n`, /^app may not import store/],
  [
    'app/office/new.ts',
    `export { PrismaClient } from '@/prisma/generated/client'\n`,
    'app reaches the database through lib/store only.',
  ],
  ['lib/usecases/new.ts', `export { Pool } from 'pg'\n`, 'usecases reaches the database through lib/store only.'],
  [
    'lib/usecases/new.ts',
    `export const url = process.env.DATABASE_URL\n`,
    'The environment is read in lib/settings.ts only.',
  ],
])('%s: %s is refused', async (file, code, message) => {
  expect(await complaints(file, code)).toEqual([expect.stringMatching(message)]);
});

test.each([
  ['lib/report/new.ts', `export { x } from '../statute/x'\n`],
  ['lib/store/new.ts', `export { PrismaClient } from '../../prisma/generated/client'\n`],
  ['lib/usecases/new.ts', `export { x } from '@/lib/store/x'\n`],
  ['app/office/new.ts', `export { x } from '@/lib/usecases/x'\n`],
  ['scripts/new.ts', `export { x } from '../lib/store/x'\n`],
])('%s: %s is allowed', async (file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
