import fs from 'node:fs';
import path from 'node:path';
import { migrationsFolder } from '@/lib/store/database/migrate';
import { missingMigration } from './migration-engine';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Wrong use: npm run migration -- NAME (small letters, digits and _)');
  process.exit(2);
}

const schema = fs.readFileSync(path.join(repositoryRoot(), 'prisma/schema.prisma'), 'utf8');
const sql = await missingMigration(schema);
if (sql === null) {
  console.error('The migrations and prisma/schema.prisma agree; there is nothing to write.');
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder(), `${time}_${name}`);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'migration.sql'), sql);
  fs.writeFileSync(path.join(migrationsFolder(), 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(path.relative(repositoryRoot(), path.join(folder, 'migration.sql')));
}
process.exit(0);
