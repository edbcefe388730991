import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportWith } from '@/lib/checks/test/reports';
import { stopReadingApart } from '@/lib/read/apart';
import { closeDatabase, database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { addBatchFile } from '@/lib/usecases/batches/add-batch-file';
import { cancelBatch } from '@/lib/usecases/batches/cancel-batch';
import { sealBatch } from '@/lib/usecases/batches/seal-batch';
import { showBatch } from '@/lib/usecases/batches/show-batch';
import { startBatch } from '@/lib/usecases/batches/start-batch';
import type { BatchView } from '@/lib/workflow/batch';
import type { Actor } from '@/lib/workflow/permissions';
import { startJobs } from './start-jobs';
import { granted } from '@/lib/usecases/test/commands';

let url = '';
beforeAll(async () => {
  url = await useTestDatabase();
});
afterAll(async () => {
  stopReadingApart();
  await closeDatabase();
});

const actor: Actor = { id: randomUUID(), name: '周敏', roles: [] };
const now = (): Date => new Date();

/** A batch of reports of as many agencies; every tenth is no report. */
async function handedIn(files: number): Promise<string> {
  const { id } = granted(await startBatch(actor, { name: '一批' }, now()));
  for (let number = 1; number <= files; number += 1) {
    const agency = `云泽市第${number}局`;
    const report = reportWith(
      { 'applications.received.naturalPerson': number % 3 === 0 ? '1' : '0' },
      {},
      { agency, title: `${agency}2023年政府信息公开工作年度报告`, signature: { agency, date: null } },
    );
    const text = number % 10 === 0 ? '会议通知' : JSON.stringify(report);
    granted(
      await addBatchFile(actor, id, { number, name: `${number}.json`, bytes: new TextEncoder().encode(text) }, now()),
    );
  }
  granted(await sealBatch(actor, id, now()));
  return id;
}

async function until(id: string, reached: (view: BatchView) => boolean, seconds = 90): Promise<BatchView> {
  for (const end = Date.now() + seconds * 1000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const view = granted(await showBatch(actor, id));
    if (reached(view)) return view;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify({ ...view, rows: view.rows.length })}`);
  }
}

const finished = ({ state }: BatchView): boolean => state === 'finished';

describe('a batch of files', () => {
  it('is read, checked and ends in a table with one line a file', async () => {
    const id = await handedIn(40);
    const jobs = await startJobs(url);
    const view = await until(id, finished);
    await jobs.stop();
    expect({ files: view.files, read: view.read, unreadable: view.unreadable }).toEqual({
      files: 40,
      read: 36,
      unreadable: 4,
    });
    expect(view.rows.map(({ file }) => file)).toEqual(Array.from({ length: 40 }, (_, index) => `${index + 1}.json`));
    expect(view.rows[9]).toMatchObject({
      agency: '',
      counts: null,
      error: expect.stringContaining('不像政府信息公开工作年度报告'),
    });
    // One application received and none handled: the column and the total do not balance.
    expect(view.rows[2]).toMatchObject({ agency: '云泽市第3局', year: 2023, counts: { error: 2 } });
    expect(view.rows[0]).toMatchObject({ counts: { error: 0 }, error: null });
    expect(await database().batchFile.count({ where: { batchId: id, bytes: { not: null } } })).toBe(0);
  }, 120_000);

  it('loses no file and does none twice when the server is killed in the middle', async () => {
    const id = await handedIn(60);
    const worker = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('test/worker.ts', import.meta.url)), url],
      { stdio: 'ignore' },
    );
    await until(id, ({ read }) => read > 4);
    worker.kill('SIGKILL');
    const begun = granted(await showBatch(actor, id));
    expect(begun.read).toBeLessThan(54);
    const jobs = await startJobs(url);
    const view = await until(id, finished, 120);
    await jobs.stop();
    expect({ files: view.files, read: view.read, unreadable: view.unreadable }).toEqual({
      files: 60,
      read: 54,
      unreadable: 6,
    });
    expect(new Set(view.rows.map(({ id: file }) => file)).size).toBe(60);
    // What was read before the end was not read again.
    const attempts = await database().batchFile.groupBy({ by: ['attempts'], where: { batchId: id }, _count: true });
    expect(attempts.filter((row) => row.attempts > 1).reduce((sum, row) => sum + row._count, 0)).toBeLessThanOrEqual(4);
    expect(attempts.every((row) => row.attempts >= 1)).toBe(true);
  }, 240_000);

  it('can be cancelled: what was not begun is not read', async () => {
    const id = await handedIn(60);
    const jobs = await startJobs(url);
    await until(id, ({ read }) => read > 2);
    granted(await cancelBatch(actor, id, now()));
    const { read } = granted(await showBatch(actor, id));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const view = granted(await showBatch(actor, id));
    await jobs.stop();
    expect(view.state).toBe('cancelled');
    expect(view.read).toBeLessThan(54);
    expect(view.read - read).toBeLessThanOrEqual(4);
    expect(view.rows).toHaveLength(view.read + view.unreadable);
  }, 120_000);

  it('is seen by nobody else', async () => {
    const id = await handedIn(1);
    expect(await showBatch({ ...actor, id: randomUUID() }, id)).toMatchObject({ refused: 'not-found' });
    expect(await showBatch(null, id)).toMatchObject({ refused: 'not-signed-in' });
    expect(await cancelBatch({ ...actor, id: randomUUID() }, id, now())).toMatchObject({ refused: 'not-found' });
    expect(await addBatchFile(actor, id, { number: 2, name: 'late', bytes: new Uint8Array([1]) }, now())).toMatchObject(
      { refused: 'wrong-state' },
    );
  });
});
