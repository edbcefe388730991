import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withClient } from './client';
import { startEmbeddedPostgres } from './embedded-postgres';
import { postgresPlace } from './postgres-place';

// Making a server writes 40 MB, which a busy disk takes its time for.
vi.setConfig({ testTimeout: 90_000 });

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-postgres-'));
  // Root's server runs as nobody, who must get here.
  fs.chmodSync(folder, 0o711);
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(sql)).rows);
}

async function untilItAnswers(url: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answers = await query(url(), 'SELECT 1').then(
      () => true,
      () => false,
    );
    if (answers) return;
    await pause(50);
  }
}

const lockFile = (dataDir: string): string => path.join(postgresPlace(dataDir).folder, 'data/postmaster.pid');
const postmaster = (dataDir: string): number => Number(fs.readFileSync(lockFile(dataDir), 'utf8').split('\n')[0]);

test('it knows Chinese letters, orders by bytes, and listens on no network', async () => {
  const server = await startEmbeddedPostgres(folder, { durable: false });
  const url = server.url('postgres');
  await query(url, 'CREATE EXTENSION pg_trgm');
  expect(
    await query(
      url,
      `SELECT cardinality(show_trgm('信息公开')) > 0 AS chinese, 'Z' < 'a' AS bytes, current_setting('listen_addresses') AS hosts`,
    ),
  ).toEqual([{ chinese: true, bytes: true, hosts: '' }]);
  await server.release();
  expect(fs.existsSync(lockFile(folder))).toBe(false);
});

test('a server killed while it is held comes back with what was acknowledged', async () => {
  const server = await startEmbeddedPostgres(folder);
  await query(server.url('postgres'), 'CREATE TABLE kept AS SELECT 1 AS value');
  const killed = postmaster(folder);
  process.kill(killed, 'SIGKILL');
  await pause(100);
  await untilItAnswers(() => server.url('postgres'));
  expect(postmaster(folder)).not.toBe(killed);
  expect(await query(server.url('postgres'), 'SELECT value FROM kept')).toEqual([{ value: 1 }]);
  await server.release();
});

test('a lock that another process has got the number of since does not keep it from starting', async () => {
  await (await startEmbeddedPostgres(folder, { durable: false })).release();
  const file = lockFile(folder);
  fs.writeFileSync(
    file,
    `${process.pid}\n${path.dirname(file)}\n1\n5432\n${path.dirname(path.dirname(file))}\n\n1 1\n`,
  );
  const server = await startEmbeddedPostgres(folder, { durable: false });
  expect(await query(server.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.release();
});

test('several first starts at once share one server, and the last to go stops it', async () => {
  const servers = await Promise.all([1, 2, 3].map(() => startEmbeddedPostgres(folder, { durable: false })));
  const ids = await Promise.all(
    servers.map(({ url }) =>
      query<{ id: string }>(url('postgres'), 'SELECT system_identifier::text AS id FROM pg_control_system()'),
    ),
  );
  expect(new Set(ids.map(([row]) => row?.id)).size).toBe(1);
  await servers[0]?.release();
  await servers[1]?.release();
  expect(fs.existsSync(lockFile(folder))).toBe(true);
  await servers[2]?.release();
  expect(fs.existsSync(lockFile(folder))).toBe(false);
});

test('a path too long for a Unix socket works', async () => {
  const deep = path.join(folder, 'x'.repeat(120));
  const server = await startEmbeddedPostgres(deep, { durable: false });
  const socket = new URL(server.url('postgres')).searchParams.get('host') ?? '';
  expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
  expect(await query(server.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await server.release();
  fs.rmSync(socket, { recursive: true });
});

const root = os.userInfo().uid === 0;

test.runIf(root)(
  'for root below a closed folder, it lives where its user can come, and begins anew when the pointer is gone',
  async () => {
    fs.chmodSync(folder, 0o700);
    const dataDir = path.join(folder, 'data');
    const server = await startEmbeddedPostgres(dataDir, { durable: false });
    const first = postgresPlace(dataDir).folder;
    expect(spawnSync('stat', ['-c', '%U', path.join(first, 'data')], { encoding: 'utf8' }).stdout.trim()).toBe(
      'nobody',
    );
    expect(first.startsWith(folder)).toBe(false);
    await server.release();
    fs.rmSync(dataDir, { recursive: true });
    const second = postgresPlace(dataDir).folder;
    expect(second).not.toBe(first);
    for (const place of [first, second]) fs.rmSync(place, { recursive: true });
  },
);

test.runIf(!root)('data that root made is refused with a sentence', () => {
  fs.writeFileSync(path.join(folder, 'postgres.location'), '/var/lib/nianbao/somewhere\n');
  expect(() => postgresPlace(folder)).toThrow(/^The database in \S+ was made by another user; [^\n]+\.$/);
});
