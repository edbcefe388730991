import { startServer } from './server-under-test';

/**
 * The server that all browser tests of a run share. With E2E_BASE_URL and E2E_DATA_DIR set, the tests go to one that
 * already runs.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_BASE_URL) return undefined;
  const { address, dataDir, stop } = await startServer();
  process.env.E2E_BASE_URL = address;
  process.env.E2E_DATA_DIR = dataDir;
  return stop;
}
