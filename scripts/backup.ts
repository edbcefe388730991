import path from 'node:path';
import { writeArchive } from '@/lib/store/database/archive';
import { withDatabase } from '@/lib/store/database/server-database';
import { answer, command } from '@/scripts/setup/command';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Wrong use: npm run backup -- FILE');
  process.exit(2);
}

await command(async () => {
  await withDatabase((url) => writeArchive(url, path.resolve(file)));
  answer(path.resolve(file));
});
