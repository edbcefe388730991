import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShape } from './read-shape';
import { unreadable, type Read, type Unreadable } from './result';

export interface ReadingLimits {
  /** Of one reading. */
  readonly milliseconds: number;
  /** Milliseconds until a new process must have said that it listens. */
  readonly start: number;
  readonly heapMegabytes: number;
  /** Of memory, all in all. */
  readonly bytes: number;
}

/** What the product allows. */
export const limits: ReadingLimits = {
  milliseconds: 10_000,
  start: 60_000,
  heapMegabytes: 224,
  bytes: 440 * 1024 * 1024,
};

/** Beyond this a process that has done its work is replaced: what a large file took does not all come back. */
const tired = 260 * 1024 * 1024;

/** How V8 ends a process whose heap is full. */
const outOfMemory: ReadonlySet<unknown> = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL']);

/** Bytes of memory that a process takes; 0 where the system does not say. */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

/**
 * One process that reads files, one at a time. It has none of this process's secrets, a heap of its own, and ends with
 * its parent, however that ends.
 */
export class ReaderProcess {
  private readonly child: ChildProcess;
  private readonly ready: Promise<boolean>;
  private busy: ((message: unknown) => void) | null = null;
  private ended = false;

  /** `root` is the folder with package.json; another `program` than the one that reads and other `bounds` are for tests. */
  constructor(
    root: string,
    program = 'lib/read/apart-child.ts',
    private readonly bounds = limits,
  ) {
    const heap = `--max-old-space-size=${bounds.heapMegabytes}`;
    const entry = join(/* turbopackIgnore: true */ root, program);
    this.child = spawn(process.execPath, [heap, '--import', 'tsx', entry], {
      cwd: root,
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.ready = new Promise((resolve) => {
      const late = setTimeout(() => this.kill(), bounds.start);
      late.unref();
      const settled = (started: boolean): void => {
        clearTimeout(late);
        resolve(started);
      };
      this.child.once('message', () => settled(true));
      this.child.once('close', () => settled(false));
    });
    this.child.on('error', () => this.end());
    this.child.on('close', () => this.end());
    this.child.on('message', (message) => this.busy?.(message));
    this.child.unref();
    this.child.channel?.unref();
  }

  /** Whether it can take another file. */
  get usable(): boolean {
    return !this.ended && this.busy === null;
  }

  kill(): void {
    this.child.kill('SIGKILL');
    this.end();
  }

  /** Throws when the process cannot be started at all: then no file is at fault. */
  async read(bytes: Uint8Array): Promise<Read | Unreadable> {
    this.child.ref();
    this.child.channel?.ref();
    if (!(await this.ready))
      throw new Error('the process that reads files did not start; what it said stands in the log');
    const result = await this.answered(bytes);
    this.child.unref();
    this.child.channel?.unref();
    if (!this.ended && residentBytes(this.child.pid ?? 0) > tired) this.kill();
    return result;
  }

  private answered(bytes: Uint8Array): Promise<Read | Unreadable> {
    return new Promise((resolve) => {
      const done = (result: Read | Unreadable): void => {
        clearTimeout(timer);
        clearInterval(watch);
        this.busy = null;
        resolve(result);
      };
      const stop = (result: Unreadable): void => {
        done(result);
        this.kill();
      };
      const timer = setTimeout(() => stop(unreadable('took-too-long')), this.bounds.milliseconds);
      const watch = setInterval(() => {
        if (residentBytes(this.child.pid ?? 0) > this.bounds.bytes) stop(unreadable('hostile'));
      }, 25);
      this.busy = (message) => {
        const result = readShape.safeParse(message);
        if (result.success) done(result.data);
        // It died, of too little memory or of a fault of ours.
        else done(unreadable(message === null && outOfMemory.has(this.child.signalCode) ? 'hostile' : 'damaged'));
      };
      if (this.ended || !this.child.connected) this.busy(null);
      else this.child.send(bytes, () => undefined);
    });
  }

  private end(): void {
    this.ended = true;
    this.busy?.(null);
  }
}
