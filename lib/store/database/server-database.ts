import type pg from 'pg';
import { provideSettings, settings } from '@/lib/settings';
import { withClient } from './client';
import { closeDatabase } from './database';
import { startEmbeddedPostgres } from './embedded-postgres';
import { migrate, type Migration } from './migrate';

const NAME = 'nianbao';

async function dropUnused(client: pg.Client): Promise<void> {
  try {
    await client.query(`DROP DATABASE IF EXISTS ${NAME}`);
  } catch (error) {
    // 55006: another process is using it, so it is no left-over.
    if ((error as { code?: unknown }).code !== '55006') throw error;
  }
}

async function makeDatabase(maintenance: string, anew: boolean): Promise<void> {
  await withClient(maintenance, async (client) => {
    if (anew) await dropUnused(client);
    await client.query(`CREATE DATABASE ${NAME}`);
  }).catch((error: { code?: unknown }) => {
    // 42P04: it exists; 23505: another start is making it this very moment.
    if (!['42P04', '23505'].includes(String(error.code))) throw error;
  });
}

export type ServerDatabase = { url: string; release: () => Promise<void> };

export type Opening = {
  /** Empty the embedded database first, unless somebody uses it. */
  anew?: boolean;
  /** Apply these migrations only. */
  migrations?: Migration[];
};

/**
 * The database of this installation, migrated: the one DATABASE_URL names, else the embedded one below DATA_DIR.
 * `database()` is on it afterwards. Throws MigrationError, PostgresError, SettingsError.
 */
export async function openServerDatabase({ anew = false, migrations }: Opening = {}): Promise<ServerDatabase> {
  const given = settings().databaseUrl;
  if (given !== undefined) {
    await migrate(given, migrations);
    return { url: given, release: closeDatabase };
  }
  const server = await startEmbeddedPostgres(settings().dataDir);
  const url = server.url(NAME);
  try {
    await makeDatabase(server.url('postgres'), anew);
    await migrate(url, migrations);
  } catch (error) {
    await server.release();
    throw error;
  }
  provideSettings({ DATABASE_URL: url });
  const release = async (): Promise<void> => {
    await closeDatabase();
    await server.release();
  };
  return { url, release };
}

/** Opens the database for one piece of work and lets go of it afterwards. */
export async function withDatabase<T>(work: (url: string) => Promise<T>, opening: Opening = {}): Promise<T> {
  const { url, release } = await openServerDatabase(opening);
  try {
    return await work(url);
  } finally {
    await release();
  }
}
