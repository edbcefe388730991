import path from 'node:path';
import { archiveMigrations, readArchive } from '@/lib/store/database/archive';
import { migrate, readMigrations } from '@/lib/store/database/migrate';
import { withDatabase } from '@/lib/store/database/server-database';
import { answer, command } from '@/scripts/setup/command';

const [name] = process.argv.slice(2);
if (name === undefined) {
  console.error('Wrong use: npm run restore -- FILE');
  process.exit(2);
}
const file = path.resolve(name);

await command(async () => {
  const wanted = new Set(await archiveMigrations(file));
  const migrations = readMigrations().filter((migration) => wanted.has(migration.name));
  const rows = await withDatabase(
    async (url) => {
      const restored = await readArchive(url, file);
      await migrate(url);
      return restored;
    },
    { migrations },
  );
  answer(`${rows} rows`);
});
