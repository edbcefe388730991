import { required, settings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { takeInLog } from '@/lib/store/log/log';
import { openServerDatabase } from '@/lib/store/database/server-database';
import { ensureSigningKey } from '@/lib/store/publications/signing-keys';
import { buildWhenStale } from '@/scripts/setup/build';
import { refuseBusyPort, startServer } from '@/scripts/serve/server';
import { answer, command, untilTold } from '@/scripts/setup/command';

await command(async () => {
  const { host, port, appUrl } = settings();
  required('databaseUrl');
  required('appSecret');
  await refuseBusyPort(host, port);
  const { release } = await openServerDatabase();
  try {
    await takeInLog();
    ensureSigningKey(settings().signingKeysDir);
    buildWhenStale();
    if ((await database().agency.findFirst({ select: { id: true } })) === null) {
      console.error(
        'The database is empty. Make the first administrator: npm run --silent nianbao -- admin --agency 全称 --key 网址代号 --user 用户名',
      );
    }
    const server = await startServer(host);
    answer(appUrl);
    await untilTold();
    await server.close();
  } finally {
    await release();
  }
});
