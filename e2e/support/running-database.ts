import { provideSettings } from '@/lib/settings';
import { openServerDatabase, type ServerDatabase } from '@/lib/store/server-database';

/** The database of the server under test, for what a test needs there before people come in. */
export async function openRunningDatabase(): Promise<ServerDatabase> {
  const dataDir = process.env.E2E_DATA_DIR;
  if (dataDir === undefined) throw new Error('E2E_DATA_DIR does not say where the server under test keeps its data');
  provideSettings({ DATA_DIR: dataDir });
  return openServerDatabase();
}
