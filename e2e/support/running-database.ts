import { test } from '@playwright/test';
import { provideSettings } from '@/lib/settings';
import { openServerDatabase, type ServerDatabase } from '@/lib/store/database/server-database';

/**
 * The database of the server under test, open while the tests of this file run, for what they need there before people
 * come in.
 */
export function withRunningDatabase(): { readonly url: string } {
  let connection: ServerDatabase | undefined;
  test.beforeAll(async () => {
    const dataDir = process.env.E2E_DATA_DIR;
    if (dataDir === undefined) throw new Error('E2E_DATA_DIR does not say where the server under test keeps its data');
    provideSettings({ DATA_DIR: dataDir });
    connection = await openServerDatabase();
  });
  test.afterAll(() => connection?.release());
  return {
    get url() {
      if (connection === undefined) throw new Error('the database is open only while tests run');
      return connection.url;
    },
  };
}
