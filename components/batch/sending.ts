import type { Said } from './speak';
import { FaultyFile, type ToSend } from './gathered';

/** The ways to the server that sending needs. */
export interface Post {
  handIn(number: number, name: string, content: Blob | FaultyFile['fault']): Promise<Said<object>>;
  wait(ms: number): Promise<void>;
}

const atOnce = 2;
/** How often one file is sent before somebody is asked to see to the connection. */
const tries = 7;

/**
 * Hands the files of a batch in, two at once, each under a number that stays its own: sending one again is harmless.
 * After it stopped, `run` goes on with those that are left.
 */
export class Sending {
  private readonly left: number[];
  private stopped = false;

  constructor(
    private readonly files: readonly ToSend[],
    private readonly post: Post,
    private readonly tell: (sent: number, name: string) => void,
  ) {
    this.left = files.map((_file, index) => index);
  }

  get sent(): number {
    return this.files.length - this.left.length;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Null when every file was handed in, or was stopped; else the sentence that says why not. */
  async run(): Promise<string | null> {
    this.stopped = false;
    const queue = [...this.left];
    let sentence: string | null = null;
    const worker = async (): Promise<void> => {
      for (
        let index = queue.shift();
        index !== undefined && !this.stopped && sentence === null;
        index = queue.shift()
      ) {
        const why = await this.one(index);
        if (why !== null) sentence ??= why;
        else this.left.splice(this.left.indexOf(index), 1);
        this.tell(this.sent, this.files[index]?.name ?? '');
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return sentence;
  }

  private async one(index: number): Promise<string | null> {
    const file = this.files[index];
    if (file === undefined) return null;
    const number = index + 1;
    let content = await file
      .content()
      .catch((error: unknown) => (error instanceof FaultyFile ? error.fault : 'unreadable-file'));
    for (let attempt = 1; ; attempt += 1) {
      const said = await this.post.handIn(number, file.name, content);
      if (said.is === 'answer') return null;
      if (said.status === 413 && typeof content !== 'string') content = 'too-large';
      else if (said.is === 'refused' || attempt === tries || this.stopped) return said.sentence;
      else await this.post.wait(Math.min(500 * 2 ** attempt, 10_000));
    }
  }
}
