import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { required } from '@/lib/settings';

export type Database = PrismaClient;

/** A client of its own for one address; whoever opens it closes it with `$disconnect()`. */
export function openDatabase(url: string, connections = 10): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections }) });
}

const place = globalThis as typeof globalThis & { nianbaoDatabase?: { url: string; client: Database } };

/**
 * The one client of this process, on DATABASE_URL. Kept on `globalThis`: Next bundles this file more than once
 * and reloads it while developing, and each copy would open its own ten connections.
 */
export function database(): Database {
  const url = required('databaseUrl');
  if (place.nianbaoDatabase?.url !== url) place.nianbaoDatabase = { url, client: openDatabase(url) };
  return place.nianbaoDatabase.client;
}

/** True when the database answers. Never throws. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}

/** Closes the client of this process, if there is one. */
export async function closeDatabase(): Promise<void> {
  const { nianbaoDatabase } = place;
  delete place.nianbaoDatabase;
  await nianbaoDatabase?.client.$disconnect();
}
