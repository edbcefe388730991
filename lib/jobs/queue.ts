import PgBoss from 'pg-boss';

/** One kind of work. `run` may be called again for a job that was done: the queue cannot always know. */
export interface Kind {
  readonly name: string;
  /** Ids of work that waits in the tables; each becomes a job of the same id, and so at most one. */
  readonly waiting: (most: number) => Promise<readonly string[]>;
  readonly run: (id: string) => Promise<void>;
  /** Longer than it ever takes, in seconds: a job that is not heard of for so long runs again. */
  readonly expireInSeconds: number;
  /** How many of them run side by side; four unless told. */
  readonly atOnce?: number;
  /** Seconds until a job that failed runs again, doubled each time; one second, each time, unless told. */
  readonly retryDelay?: number;
}

export interface Queue {
  stop(): Promise<void>;
}

const settings = { pulseMs: 1000, offered: 200, atOnce: 4, retries: 6 };

/**
 * Starts the queue on a PostgreSQL (schema `queue`, made by itself) and works on what waits. The tables are what
 * counts: the queue is filled from them once a second, so nothing is lost with it. Throws when the database does not
 * answer.
 */
export async function startQueue(url: string, kinds: readonly Kind[], said: (error: unknown) => void): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'queue',
    max: 4,
    maintenanceIntervalSeconds: 5,
    schedule: false,
    deleteAfterDays: 1,
    archiveCompletedAfterSeconds: 3600,
  });
  boss.on('error', said);
  await boss.start();
  for (const kind of kinds) await prepare(boss, kind, said);
  let stopped = false;
  const pulse = async (): Promise<void> => {
    for (const kind of kinds) await offer(boss, kind);
  };
  const beat = async (): Promise<void> => {
    while (!stopped) {
      await pulse().catch(said);
      await new Promise((resolve) => setTimeout(resolve, settings.pulseMs).unref());
    }
  };
  const beating = beat();
  return {
    stop: async () => {
      stopped = true;
      await beating;
      await boss.stop({ graceful: true, timeout: 15_000, wait: true });
    },
  };
}

async function prepare(boss: PgBoss, kind: Kind, said: (error: unknown) => void): Promise<void> {
  const { name, run, atOnce = settings.atOnce } = kind;
  await boss.createQueue(name, { name, policy: 'standard', ...retriesOf(kind) });
  await boss.work<object>(name, { batchSize: atOnce, pollingIntervalSeconds: 0.5 }, async (jobs) => {
    // One that throws would fail the others, too: each is settled by itself.
    const outcomes = await Promise.allSettled(jobs.map((job) => run(job.id)));
    for (const [index, outcome] of outcomes.entries()) {
      const id = jobs[index]?.id;
      if (id === undefined) continue;
      if (outcome.status === 'fulfilled') await boss.complete(name, id);
      else {
        said(outcome.reason);
        await boss.fail(name, id, { message: String(outcome.reason) });
      }
    }
  });
}

async function offer(boss: PgBoss, kind: Kind): Promise<void> {
  const ids = await kind.waiting(settings.offered);
  if (ids.length === 0) return;
  await boss.insert(ids.map((id) => ({ id, name: kind.name, data: {}, ...retriesOf(kind) })));
}

const retriesOf = ({ expireInSeconds, retryDelay }: Kind) => ({
  expireInSeconds,
  retryLimit: settings.retries,
  retryDelay: retryDelay ?? 1,
  retryBackoff: retryDelay !== undefined,
});
