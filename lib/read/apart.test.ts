import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { docxOf } from '@/lib/render/docx/docx';
import { sampleReport } from '@/lib/render/test/sample';
import { repositoryRoot } from '@/lib/store/database/repository-root';
import { readApart, stopReadingApart } from './apart';
import { read } from './read';
import { limits, ReaderProcess } from './reader-process';
import { isUnreadable } from './result';

const root = repositoryRoot();
afterAll(stopReadingApart);

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('reading apart', () => {
  it('gives what reading here gives, for many files at once', async () => {
    const files = await Promise.all([2020, 2021, 2022, 2023, 2024].map((year) => docxOf(sampleReport(year))));
    const here = await Promise.all(files.map((bytes) => read(bytes)));
    expect(here.map((result) => (isUnreadable(result) ? result.error.code : result.report.year))).toEqual([
      2020, 2021, 2022, 2023, 2024,
    ]);
    expect(await Promise.all(files.map((bytes) => readApart(bytes)))).toEqual(here);
  }, 60_000);

  it('refuses an empty file and one that is too large without a process', async () => {
    expect(await readApart(new Uint8Array(0))).toMatchObject({ error: { code: 'empty' } });
    expect(await readApart(new Uint8Array(33 * 1024 * 1024))).toMatchObject({ error: { code: 'too-large' } });
  });

  it('allows a reading ten seconds and less than 512 MB', () => {
    expect(limits).toMatchObject({ milliseconds: 10_000 });
    expect(limits.bytes / 1024 / 1024).toBeLessThan(512);
    expect(limits.heapMegabytes * 1024 * 1024).toBeLessThan(limits.bytes);
  });

  it.each([
    ['loop', 'took-too-long'],
    ['heap', 'hostile'],
    ['buffers', 'hostile'],
    ['crash', 'damaged'],
    ['lie', 'damaged'],
  ])(
    'answers when reading ends in a %s: %s',
    async (way, code) => {
      const bounds = way === 'loop' ? { ...limits, milliseconds: 500 } : limits;
      const reader = new ReaderProcess(root, 'lib/read/test/misbehaving-child.ts', bounds);
      expect(await reader.read(Buffer.from(way))).toMatchObject({ error: { code } });
      reader.kill();
      expect(reader.usable).toBe(false);
    },
    40_000,
  );

  it('goes on when the time that a process has to start in is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const reader = new ReaderProcess(root);
      expect(await reader.read(Buffer.from('年度报告'))).toMatchObject({ error: { code: 'not-a-report' } });
      vi.advanceTimersByTime(limits.start);
      expect(reader.usable).toBe(true);
      reader.kill();
    } finally {
      vi.useRealTimers();
    }
  }, 40_000);

  it('leaves no process behind when its parent is killed, while it waits and while it loops', async () => {
    const parent = spawn(process.execPath, ['--import', 'tsx', join(root, 'lib/read/test/parent-to-kill.ts')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await new Promise((resolve) => parent.once('message', resolve));
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(parent.pid)], { encoding: 'utf8' })
      .stdout.trim()
      .split(/\s+/)
      .map(Number);
    expect(children.length).toBeGreaterThanOrEqual(2);
    expect(children.filter(alive)).toEqual(children);
    parent.kill('SIGKILL');
    for (let wait = 0; wait < 100 && children.some(alive); wait += 1) await pause(100);
    expect(children.filter(alive)).toEqual([]);
  }, 60_000);
});
