import { database } from '@/lib/store/database/database';
import { provideSettings } from '@/lib/settings';
import { startJobs } from '@/lib/jobs/start-jobs';

/** A process that does nothing but the jobs, to be killed. */
const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('no database');
provideSettings({ DATABASE_URL: url });
await database().$queryRaw`SELECT 1`;
await startJobs(url);
console.log('started');
