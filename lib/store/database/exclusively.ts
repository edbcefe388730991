import { withClient } from './client';

const LOCK = 72707370;

/** Runs `work` while no other process runs one on the same database. */
export function exclusively<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return work();
  });
}
