import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import type pg from 'pg';
import { provideSettings } from '@/lib/settings';
import { withClient } from './client';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
import { migrate, readMigrations, type Migration } from './migrate';
import { repositoryRoot } from './repository-root';

let server: Promise<EmbeddedPostgres> | undefined;

/** The PostgreSQL of the tests: apart from the demo's, and without waiting for the disk. */
export function testServer(): Promise<EmbeddedPostgres> {
  server ??= startEmbeddedPostgres(path.join(repositoryRoot(), '.data-test'), { durable: false });
  return server;
}

async function template(client: pg.Client, url: (name: string) => string, migrations: Migration[]): Promise<string> {
  const key = createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 16);
  const name = `template_${key}`;
  await client.query('SELECT pg_advisory_lock(1)');
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    const making = `making_${key}`;
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${making}`);
    await migrate(url(making), migrations);
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
    return name;
  } finally {
    await client.query('SELECT pg_advisory_unlock(1)');
  }
}

/** The address of a new database of its own, empty and migrated. */
export async function testDatabase(): Promise<string> {
  const { url } = await testServer();
  return withClient(url('postgres'), async (client) => {
    const from = await template(client, url, readMigrations());
    const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
    return url(name);
  });
}

/** A new database that `database()` uses from here on in this process (vitest gives every file its own). */
export async function useTestDatabase(): Promise<string> {
  const url = await testDatabase();
  const keys = path.join(repositoryRoot(), '.data-test', 'keys');
  provideSettings({
    DATABASE_URL: url,
    SIGNING_KEYS_DIR: keys,
    APP_SECRET: 'a secret that only the tests know, of 48 characters',
  });
  return url;
}

/** Drops what the tests left behind and stops the server, unless another run is using it. */
export async function endTestServer(): Promise<void> {
  const { url, release } = await testServer();
  await withClient(url('postgres'), async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database d WHERE datname LIKE 'test\\_%'
         AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datname = d.datname)`,
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
  await release();
}
