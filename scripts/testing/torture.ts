import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/e2e/setup/free-port';
import { makeAgency, makeDraft, makePerson } from '@/e2e/support/arrange';
import { cookiePrefix } from '@/lib/accounts/cookie';
import { provideSettings } from '@/lib/settings';
import { formatFor } from '@/lib/statute/formats';
import { database } from '@/lib/store/database/database';
import { postgresPlace } from '@/lib/store/database/postgres-place';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { withDatabase } from '@/lib/store/database/server-database';
import type { EditsAnswer } from '@/lib/workflow/protocol';
import { answer, command } from '@/scripts/setup/command';

/**
 * Kills the server, PostgreSQL or both with -9 while four authors type, starts again, and looks for every edit that
 * was acknowledged. `npm run torture -- [rounds]`; exit 1 when one is missing.
 */
const YEAR = 2024;
const WRITERS = 4;
const kills = ['server', 'database', 'both'] as const;

interface Written {
  readonly id: string;
  readonly path: string;
  readonly value: string;
}

/** The demo as a child: it inherits the environment, so the address of this process's database must not stand there. */
async function start(address: string): Promise<ChildProcess> {
  provideSettings({ DATABASE_URL: '' });
  const server = spawn(process.execPath, [path.join(repositoryRoot(), 'scripts/setup.mjs'), 'demo'], {
    stdio: ['ignore', 'ignore', 2],
  });
  for (const end = Date.now() + 300_000; Date.now() < end && server.exitCode === null; await pause(200)) {
    if (
      await fetch(`${address}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return server;
  }
  throw new Error('The server did not start; what it said stands above.');
}

async function killed(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await gone;
}

function killDatabase(dataDir: string): void {
  const lock = path.join(postgresPlace(dataDir).folder, 'data/postmaster.pid');
  process.kill(Number(fs.readFileSync(lock, 'utf8').split('\n')[0]), 'SIGKILL');
}

/** A draft, and somebody who is signed in and may write in it: the cookie is signed as the server signs it. */
async function arrange(dataDir: string): Promise<{ address: string; cookie: string; reportId: string }> {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  await makeDraft(author, agency, YEAR, []);
  const token = randomBytes(24).toString('base64url');
  await database().session.create({ data: { userId: author.id, token, expiresAt: new Date(Date.now() + 3600_000) } });
  const secret = fs.readFileSync(path.join(dataDir, 'app-secret'), 'utf8');
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  const report = await database().report.findFirstOrThrow({ where: { agencyId: agency.id } });
  return {
    address: `/office/reports/${agency.key}/${YEAR}/edits`,
    cookie: `${cookiePrefix}.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
    reportId: report.id,
  };
}

/** One author typing into cells of their own, one edit a request, as fast as the server answers. */
async function type(
  address: string,
  headers: Record<string, string>,
  paths: readonly string[],
  bases: Map<string, string>,
  until: () => boolean,
): Promise<Written[]> {
  const acknowledged: Written[] = [];
  for (let turn = 0; !until(); turn += 1) {
    const path = paths[turn % paths.length] ?? '';
    const edit = { id: randomUUID(), path, base: bases.get(path) ?? null, value: String(turn % 100_000) };
    const response = await fetch(address, {
      method: 'POST',
      headers,
      body: JSON.stringify({ since: 0, edits: [edit] }),
    }).catch(() => null);
    if (response?.status !== 200) {
      await pause(50);
      continue;
    }
    const [result] = ((await response.json().catch(() => ({ results: [] }))) as EditsAnswer).results;
    // An edit whose acknowledgement was lost stands there all the same; the next one is put on top of it.
    if (result?.outcome === 'conflict') bases.set(path, result.theirs.edit);
    else if (result !== undefined) {
      bases.set(path, edit.id);
      acknowledged.push({ id: edit.id, path, value: edit.value });
    }
  }
  return acknowledged;
}

async function missing(reportId: string, acknowledged: readonly Written[]): Promise<Written[]> {
  const rows = await database().edit.findMany({ where: { reportId }, select: { id: true, path: true, value: true } });
  const stored = new Map(rows.map((row) => [row.id, row]));
  return acknowledged.filter(({ id, path, value }) => stored.get(id)?.path !== path || stored.get(id)?.value !== value);
}

await command(async () => {
  const rounds = Number(process.argv[2] ?? 6);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-torture-'));
  fs.chmodSync(dataDir, 0o711);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  provideSettings({ PORT: String(port), DATA_DIR: dataDir, APP_SECRET: '', APP_URL: '' });
  let server = await start(origin);
  const place = await withDatabase(() => arrange(dataDir));
  const headers = { 'content-type': 'application/json', origin, cookie: place.cookie };
  const paths = (formatFor(YEAR)?.cells ?? [])
    .filter((cell) => !cell.isTotal && cell.number === 'count')
    .map((cell) => cell.id);
  const bases = new Map<string, string>();
  const all: Written[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let stopped = false;
    const writing = Array.from({ length: WRITERS }, (_, writer) =>
      type(
        origin + place.address,
        headers,
        paths.filter((_path, index) => index % WRITERS === writer),
        bases,
        () => stopped,
      ),
    );
    await pause(1500 + Math.random() * 1500);
    const kill = kills[round % kills.length] ?? 'both';
    if (kill !== 'server') killDatabase(dataDir);
    if (kill !== 'database') await killed(server);
    // Without its database the server goes on, and takes edits again once there is one.
    else await pause(4000);
    stopped = true;
    const acknowledged = (await Promise.all(writing)).flat();
    all.push(...acknowledged);
    if (kill !== 'database') server = await start(origin);
    provideSettings({ DATABASE_URL: '' });
    const lost = await withDatabase(() => missing(place.reportId, all));
    console.error(
      `Round ${round + 1}: killed ${kill}; ${acknowledged.length} edits acknowledged, ${lost.length} of ${all.length} missing`,
    );
    if (lost.length > 0) throw new Error(`Missing: ${JSON.stringify(lost.slice(0, 5))}`);
  }
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  answer(`${all.length} edits acknowledged in ${rounds} rounds, none missing`);
});
