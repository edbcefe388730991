import { ReaderProcess } from './reader-process';
import { largest, unreadable, type Read, type Unreadable } from './result';

/** Readings at one time; the others wait in front. */
const processes = 2;

interface Waiting {
  readonly bytes: Uint8Array;
  readonly root: string;
  readonly resolve: (result: Read | Unreadable) => void;
  readonly reject: (fault: unknown) => void;
}

class ReadingRoom {
  private readonly readers: ReaderProcess[] = [];
  private readonly queue: Waiting[] = [];
  private active = 0;

  read(bytes: Uint8Array, root: string): Promise<Read | Unreadable> {
    return new Promise((resolve, reject) => {
      this.queue.push({ bytes, root, resolve, reject });
      this.serve();
    });
  }

  close(): void {
    for (const reader of this.readers.splice(0)) reader.kill();
  }

  private serve(): void {
    if (this.active >= processes) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    this.active += 1;
    const reader = this.free(next.root);
    reader
      .read(next.bytes)
      .then(next.resolve, next.reject)
      .finally(() => {
        this.active -= 1;
        if (reader.usable) this.readers.push(reader);
        this.serve();
      });
  }

  /** An idle process that still lives, else a new one. */
  private free(root: string): ReaderProcess {
    for (let reader = this.readers.pop(); reader !== undefined; reader = this.readers.pop())
      if (reader.usable) return reader;
    return new ReaderProcess(root);
  }
}

// Next bundles this file more than once; there is one room all the same.
const place = Symbol.for('nianbao.reading-room');
const room = (): ReadingRoom => {
  const shared = globalThis as { [place]?: ReadingRoom };
  return (shared[place] ??= new ReadingRoom());
};

/**
 * Reads a file as `read` does, in a process of its own with at most 512 MB and ten seconds: whatever the file does,
 * this process goes on. May be called many times at once; the files wait in turn. Rejects only when no process can be
 * started. `root` is the folder of package.json, in which every server process runs (scripts/setup.mjs). Further codes:
 * took-too-long, hostile.
 */
export async function readApart(bytes: Uint8Array, root = process.cwd()): Promise<Read | Unreadable> {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > largest) return unreadable('too-large');
  return room().read(bytes, root);
}

/** Ends the idle processes that `readApart` keeps; the next call starts new ones. */
export function stopReadingApart(): void {
  room().close();
}
