import fs from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { z } from 'zod';
import { withClient } from './client';
import { readMigrations } from './migrate';

/** Why an archive cannot be written or read back: one sentence for the operator. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

/**
 * An archive is gzipped lines of JSON: what it is; for each table its columns and then its rows, every value as
 * PostgreSQL writes it; and at the end how many rows there must be, so that one cut short is noticed.
 */
const headSchema = z.object({ archive: z.literal('nianbao'), version: z.literal(1), migrations: z.array(z.string()) });
const tableSchema = z.object({ table: z.string(), columns: z.array(z.string()) });
const endSchema = z.object({ rows: z.number() });
const rowSchema = z.array(z.string().nullable());

const FETCH = 100;
/** PostgreSQL takes 65535 parameters in a statement. */
const PARAMETERS = 20_000;
const BATCH_LENGTH = 8 * 1024 * 1024;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
       AND relname <> '_prisma_migrations' ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0
       AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [quoted(table)],
  );
  return rows.map(({ name }) => name);
}

async function* lines(client: pg.Client): AsyncGenerator<string> {
  const migrations = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM "_prisma_migrations" ORDER BY 1',
  );
  const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
  yield line({ archive: 'nianbao', version: 1, migrations: migrations.rows.map((row) => row.migration_name) });
  let count = 0;
  for (const table of await tablesOf(client)) {
    const columns = await columnsOf(client, table);
    yield line({ table, columns });
    await client.query(
      `DECLARE reading CURSOR FOR SELECT ${columns.map((name) => `${quoted(name)}::text`).join(', ')} FROM ${quoted(table)}`,
    );
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({ text: `FETCH ${FETCH} FROM reading`, rowMode: 'array' });
      for (const row of rows) yield line(row);
      count += rows.length;
      if (rows.length < FETCH) break;
    }
    await client.query('CLOSE reading');
  }
  yield line({ rows: count });
}

/** Writes everything the database holds at one moment into one file, which nobody else may read. */
export async function writeArchive(url: string, file: string): Promise<void> {
  const writing = `${file}.partial`;
  try {
    await withClient(url, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      // Values are written so that they read back as the same, whatever this server's settings are.
      await client.query(
        `SET LOCAL datestyle = 'ISO'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 3; SET LOCAL timezone = 'UTC'`,
      );
      await pipeline(
        Readable.from(lines(client)),
        createGzip(),
        fs.createWriteStream(writing, { mode: 0o600, flush: true }),
      );
    });
    fs.renameSync(writing, file);
  } catch (error) {
    fs.rmSync(writing, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new ArchiveError(`The archive ${file} cannot be written (${(error as Error).message}).`);
  }
}

async function* readLines(file: string): AsyncGenerator<unknown> {
  const unzipped = fs
    .createReadStream(file)
    .on('error', (error) => unzipped.destroy(error))
    .pipe(createGunzip());
  for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) yield JSON.parse(line);
}

function unreadable(file: string, error: unknown): ArchiveError {
  return new ArchiveError(
    `${file} is not a whole archive of this system (${error instanceof z.ZodError ? 'unexpected content' : (error as Error).message}).`,
  );
}

/** The migrations an archive was made under: a database must be brought to exactly these before it is read back. */
export async function archiveMigrations(file: string): Promise<string[]> {
  let names: string[] = [];
  try {
    const { value } = await readLines(file).next();
    names = headSchema.parse(value).migrations;
  } catch (error) {
    throw unreadable(file, error);
  }
  const known = new Set(readMigrations().map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new ArchiveError(`${file} was made by a newer version (migration ${unknown}); use that version.`);
  return names;
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const table of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rowCount)
      throw new ArchiveError('The database is not empty; an archive is read back into an empty database only.');
  }
}

/**
 * Rows come table by table, so references are checked once all are there: taken off and put back in this transaction.
 */
async function takeOffReferences(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS on
       FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  for (const { off } of rows) await client.query(off);
  return async () => {
    for (const { on } of rows) await client.query(on);
  };
}

async function insert(
  client: pg.Client,
  { table, columns }: z.infer<typeof tableSchema>,
  rows: (string | null)[][],
): Promise<void> {
  if (rows.length === 0) return;
  const places = rows.map(
    (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  );
  await client.query(
    `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES ${places.join(', ')}`,
    rows.flat(),
  );
}

async function load(client: pg.Client, file: string): Promise<number> {
  let table: z.infer<typeof tableSchema> | null = null;
  let waiting: (string | null)[][] = [];
  let length = 0;
  let count = 0;
  let expected: number | null = null;
  const flush = async (): Promise<void> => {
    if (table !== null) await insert(client, table, waiting);
    waiting = [];
    length = 0;
  };
  let first = true;
  for await (const line of readLines(file)) {
    if (first) {
      headSchema.parse(line);
      first = false;
    } else if (Array.isArray(line)) {
      const row = rowSchema.parse(line);
      waiting.push(row);
      count += 1;
      length += row.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      if (length > BATCH_LENGTH || (waiting.length + 1) * row.length > PARAMETERS) await flush();
    } else {
      await flush();
      const end = endSchema.safeParse(line);
      if (end.success) expected = end.data.rows;
      else table = tableSchema.parse(line);
    }
  }
  if (expected !== count) throw new Error('it was cut short');
  return count;
}

/**
 * Reads an archive back into an empty database that stands at the archive's migrations; the number of rows. All or
 * nothing.
 */
export async function readArchive(url: string, file: string): Promise<number> {
  return withClient(url, async (client) => {
    await client.query('BEGIN');
    await refuseUnlessEmpty(client);
    const putBack = await takeOffReferences(client);
    let count: number;
    try {
      count = await load(client, file);
    } catch (error) {
      throw unreadable(file, error);
    }
    await putBack();
    await client.query('COMMIT');
    return count;
  });
}
