import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { startJobs } from '@/lib/jobs/start-jobs';
import { stopReadingApart } from '@/lib/read/apart';
import { required, settings } from '@/lib/settings';
import { publishedFile, versionAddress } from '@/lib/usecases/publishing/read-publication';
import { publicPolicy } from '@/lib/accounts/policy';
import { notAdmitted } from './admit';
import { markPeer } from './peer';
import { answerPublished } from './published';
import { repositoryRoot } from '@/lib/store/database/repository-root';

const GRACE = 10_000;
/** How long a caller may take to send the head of a request, the whole of it, and to say or take anything at all. */
const PATIENCE = { head: 20_000, request: 120_000, silence: 120_000 };

function say(response: ServerResponse, status: number, sentence: string, headers: Record<string, string> = {}): void {
  const own = {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': publicPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
  response.writeHead(status, { ...own, ...headers });
  response.end(`${sentence}\n`);
}

/** A fault that nobody expected is logged under a number, and the number is what the caller sees. */
function answerFault(response: ServerResponse, error: unknown): void {
  const id = Math.random().toString(36).slice(2, 10);
  console.error(`Fault ${id}:`, error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  say(response, 500, `系统出现未预料的错误，编号 ${id}。请稍后再试；如仍出现，请把编号告诉管理员。`);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** What a port that somebody else has throws: one sentence. */
export class PortError extends Error {
  override name = 'PortError';
}

function portError(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return new PortError(`Port ${port} is in use; end what uses it, or choose another: PORT=${port + 1}.`);
  if (code === 'EACCES')
    return new PortError(`Port ${port} may not be used by this user; choose one above 1023 with PORT.`);
  if (code === 'EADDRNOTAVAIL') return new PortError(`This machine has no address ${host}; set HOST to one it has.`);
  return error;
}

/** Refuses early, before minutes of building. A server that is being shut down gets three seconds to let go. */
export async function refuseBusyPort(host: string, port: number): Promise<void> {
  for (const end = Date.now() + 3000; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const probe = createServer();
    try {
      await listen(probe, host, port);
      await new Promise((resolve) => probe.close(resolve));
      return;
    } catch (error) {
      if (Date.now() > end || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE')
        throw portError(error, host, port);
    }
  }
}

export type RunningServer = { close: () => Promise<void> };

/**
 * The server in front: published addresses are answered from stored bytes, all else by Next in this same process.
 * `close` lets requests under way finish for ten seconds. Throws PortError.
 */
export async function startServer(host: string, { dev = false } = {}): Promise<RunningServer> {
  const { port, trustedProxyHeader, appUrl } = settings();
  const published = answerPublished({ publishedFile, versionAddress });
  const secure = appUrl.startsWith('https:');
  const server = createServer({ headersTimeout: PATIENCE.head, requestTimeout: PATIENCE.request });
  // While developing, the browser's channel for reloading is silent for long.
  if (!dev) server.setTimeout(PATIENCE.silence);
  const app = next({ dev, dir: repositoryRoot(), hostname: host, port, httpServer: server });
  await app.prepare();
  const handle = app.getRequestHandler();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    markPeer(request, trustedProxyHeader);
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    const stop = notAdmitted(request);
    if (stop !== null) {
      // What is still being sent is not read.
      say(response, stop.status, stop.sentence, { ...stop.headers, Connection: 'close' });
      return;
    }
    if (!(await published(request, response))) await handle(request, response);
  };
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => answerFault(response, error));
  });
  await listen(server, host, port).catch((error: unknown) => {
    throw portError(error, host, port);
  });
  const jobs = await startJobs(required('databaseUrl'));
  return {
    close: async () => {
      await jobs.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const forced = setTimeout(() => server.closeAllConnections(), dev ? 100 : GRACE);
      await closed;
      clearTimeout(forced);
      await app.close();
      stopReadingApart();
    },
  };
}
