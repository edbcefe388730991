import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { missingMigration } from './migration-engine';
import { repositoryRoot } from '@/lib/store/database/repository-root';

test('the schema and the migrations agree', async () => {
  const schema = fs.readFileSync(path.join(repositoryRoot(), 'prisma/schema.prisma'), 'utf8');
  expect(await missingMigration(schema)).toBeNull();
}, 60_000);

test('a column that no migration makes is noticed', async () => {
  const schema = fs.readFileSync(path.join(repositoryRoot(), 'prisma/schema.prisma'), 'utf8');
  const changed = schema.replace(/^model Agency \{/m, 'model Agency {\n  unheardOf Int?\n');
  expect(changed).not.toBe(schema);
  expect(await missingMigration(changed)).toContain('ADD COLUMN     "unheardOf" INTEGER');
}, 60_000);
