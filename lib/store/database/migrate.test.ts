import { expect, test } from 'vitest';
import { withClient } from './client';
import { migrate, MigrationError, readMigrations } from './migrate';
import { testDatabase, testServer } from './test-database';

async function query(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

test('a database that is up to date is left as it is', async () => {
  const url = await testDatabase();
  const books =
    'SELECT id, checksum, migration_name, finished_at, applied_steps_count FROM "_prisma_migrations" ORDER BY 3';
  const before = await query(url, books);
  expect(before).toHaveLength(readMigrations().length);
  expect(await migrate(url)).toEqual([]);
  expect(await query(url, books)).toEqual(before);
});

test('two that migrate at once apply each migration once', async () => {
  const url = await testDatabase();
  const more = [
    ...readMigrations(),
    { name: '29990101000000_more', sql: 'CREATE TABLE more (id int); SELECT pg_sleep(0.2)', checksum: 'a' },
  ];
  const both = await Promise.all([migrate(url, more), migrate(url, more)]);
  expect(both.flat()).toEqual(['29990101000000_more']);
});

test('a migration edited after it was applied is refused', async () => {
  const url = await testDatabase();
  const edited = readMigrations().map((migration) => ({ ...migration, checksum: 'another' }));
  await expect(migrate(url, edited)).rejects.toThrow(
    /^The migration \S+ was edited after it had been applied; [^.]+\.$/,
  );
});

test('a database of a newer version is refused', async () => {
  await expect(migrate(await testDatabase(), [])).rejects.toThrow(/use a newer version/);
});

test('a migration that fails leaves nothing behind', async () => {
  const url = await testDatabase();
  const broken = [
    ...readMigrations(),
    { name: '29990101000000_broken', sql: 'CREATE TABLE half (id int); SELECT 1/0', checksum: 'b' },
  ];
  await expect(migrate(url, broken)).rejects.toBeInstanceOf(MigrationError);
  expect(await query(url, `SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  expect(await migrate(url)).toEqual([]);
});

test('a database without trigrams of Chinese is refused before anything is made in it', async () => {
  const { url } = await testServer();
  const name = `test_locale_${process.pid}`;
  await query(url('postgres'), `CREATE DATABASE ${name} TEMPLATE template0 LOCALE 'C'`);
  await expect(migrate(url(name))).rejects.toThrow(/cannot search Chinese text; create it with/);
  expect(await query(url(name), `SELECT to_regclass('_prisma_migrations') AS book`)).toEqual([{ book: null }]);
});
