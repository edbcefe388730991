import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { repositoryRoot } from './repository-root';

/** Why the database cannot be brought to this version: one sentence for the operator. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

export type Migration = { name: string; sql: string; checksum: string };

/** The lock Prisma's own migrate takes, so that the two never work at once. */
const LOCK = 72707369;

// As Prisma writes it, so that its command line understands the database.
const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

export function migrationsFolder(): string {
  return path.join(repositoryRoot(), 'prisma/migrations');
}

/** The checked-in migrations in the order of their names. */
export function readMigrations(folder = migrationsFolder()): Migration[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Where lc_ctype is C, trigrams of Chinese are empty: every search would be slow, and nothing would say so. */
async function refuseWithoutChineseTrigrams(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const { rows } = await client.query<{ count: number }>(`SELECT cardinality(show_trgm('信息公开')) AS count`);
    if (rows[0]?.count === 0) {
      throw new MigrationError(
        'This database cannot search Chinese text; create it with LC_COLLATE "C" and LC_CTYPE "C.UTF-8" (or another UTF-8 locale).',
      );
    }
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw new MigrationError(`The extension pg_trgm cannot be used in this database: ${(error as Error).message}.`);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const broken = rows.find(({ finished }) => !finished);
  if (broken)
    throw new MigrationError(
      `The migration ${broken.migration_name} was begun by another tool and did not finish; restore the database first.`,
    );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function refuseWhatDoesNotFit(done: Map<string, string>, migrations: Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of done) {
    if (!known.has(name))
      throw new MigrationError(
        `The database has the migration ${name}, which this version does not know; use a newer version.`,
      );
    if (known.get(name) !== checksum)
      throw new MigrationError(
        `The migration ${name} was edited after it had been applied; put its file back and write a new one.`,
      );
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new MigrationError(`The migration ${name} failed and was undone: ${(error as Error).message}.`);
  }
}

/**
 * Brings a database to this version; the names of what was applied. Each migration is one transaction. Throws
 * MigrationError.
 */
export async function migrate(url: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new MigrationError(`The database does not answer: ${(error as Error).message}.`);
  }
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await refuseWithoutChineseTrigrams(client);
    await client.query(BOOK);
    const done = await applied(client);
    refuseWhatDoesNotFit(done, migrations);
    const waiting = migrations.filter(({ name }) => !done.has(name));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
