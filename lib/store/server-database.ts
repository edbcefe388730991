import pg from 'pg'
import { provideSettings, settings } from '../settings'
import { closeDatabase } from './database'
import { startEmbeddedPostgres } from './embedded-postgres'
import { migrate } from './migrate'

const NAME = 'nianbao'

async function makeDatabase(maintenance: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenance })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${NAME}`)
  } catch (error) {
    // 42P04: it exists; 23505: another start is making it this very moment.
    if (!['42P04', '23505'].includes(String((error as { code?: unknown }).code))) throw error
  } finally {
    await client.end()
  }
}

export type ServerDatabase = { url: string; release: () => Promise<void> }

/**
 * The database of this installation, migrated: the one DATABASE_URL names, else the embedded one below DATA_DIR.
 * `database()` is on it afterwards. Throws MigrationError, PostgresError, SettingsError.
 */
export async function openServerDatabase(): Promise<ServerDatabase> {
  const given = settings().databaseUrl
  if (given !== undefined) {
    await migrate(given)
    return { url: given, release: closeDatabase }
  }
  const server = await startEmbeddedPostgres(settings().dataDir)
  const url = server.url(NAME)
  try {
    await makeDatabase(server.url('postgres'))
    await migrate(url)
  } catch (error) {
    await server.release()
    throw error
  }
  provideSettings({ DATABASE_URL: url })
  const release = async (): Promise<void> => {
    await closeDatabase()
    await server.release()
  }
  return { url, release }
}

/** Opens the database for one piece of work and lets go of it afterwards. */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { url, release } = await openServerDatabase()
  try {
    return await work(url)
  } finally {
    await release()
  }
}
