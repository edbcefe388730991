import type { EditsAnswer } from '@/lib/workflow/protocol';
import type { PendingReason } from './keep';
import { markSent, takeBack, takeIn, type Work } from './queue';
import { saveState, type SaveState, type Trouble } from './save-state';
import type { Transport } from './transport';

/** The clock and what the page is told by the browser, handed in so that tests can turn them. */
export interface Clock {
  now(): number;
  /** Runs once after `ms`; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
  visible(): boolean;
  online(): boolean;
}

interface Owner {
  readonly seq: number;
  work(): Work;
  set(work: Work): void;
  answered(answer: EditsAnswer): void;
  reasonSaved(): void;
  changed(save: SaveState): void;
}

const timing = {
  pause: 600,
  longest: 2000,
  slow: 400,
  poll: 4000,
  retry: 1000,
  longestRetry: 30_000,
  signIn: 5000,
} as const;
/** Refusals that concern the reason itself, whose finding is gone: nothing else has to wait for it. */
const about: ReadonlySet<string> = new Set(['not-found', 'bad-input', 'stale-version']);
/** The protocol takes 1000 edits at most. */
const batch = 500;

/** Sends what is queued, one request at a time, and asks for news. */
export class Sender {
  reasons: PendingReason[] = [];
  private since: number;
  private running = false;
  private busy = false;
  private slow = false;
  private trouble: Trouble = null;
  private savedAt: number | null = null;
  private dirtySince: number | null = null;
  private callOff: (() => void) | null = null;
  private waiters: ((settled: boolean) => void)[] = [];

  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
    private readonly owner: Owner,
  ) {
    this.since = owner.seq;
  }

  start(): void {
    this.running = true;
    this.plan(this.pending() > 0 ? 0 : timing.poll);
    this.tell();
  }

  stop(): void {
    this.running = false;
    this.callOff?.();
    this.callOff = null;
  }

  pending(): number {
    return this.owner.work().queue.length + this.reasons.length;
  }

  /** Something was changed: save after a pause in typing, and at the latest after `timing.longest`. */
  soon(): void {
    const now = this.clock.now();
    this.dirtySince ??= now;
    // What the server called wrong may just have been put right.
    if (this.badInput()) this.trouble = null;
    if (this.trouble === null) this.plan(Math.max(0, Math.min(timing.pause, this.dirtySince + timing.longest - now)));
    this.tell();
  }

  /** The page came back into view, or the connection did. */
  wake(): void {
    if (this.running && !this.busy && !this.halted()) this.plan(0);
    this.tell();
  }

  /** Sends everything now; true when nothing is left to send. */
  flush(): Promise<boolean> {
    if (this.pending() === 0 && !this.busy) return Promise.resolve(true);
    if (this.halted()) return Promise.resolve(false);
    const settled = new Promise<boolean>((done) => this.waiters.push(done));
    if (!this.busy) this.plan(0);
    return settled;
  }

  /** A refusal other than a lapsed sign-in does not go away by trying again. */
  private halted(): boolean {
    return this.trouble?.is === 'refusal' && this.trouble.refusal.refused !== 'not-signed-in';
  }

  private badInput(): boolean {
    return this.trouble?.is === 'refusal' && this.trouble.refusal.refused === 'bad-input';
  }

  private plan(ms: number): void {
    if (!this.running) return;
    this.callOff?.();
    this.callOff = this.clock.after(ms, () => {
      this.callOff = null;
      void this.exchange();
    });
  }

  private async exchange(): Promise<void> {
    if (this.busy || this.halted()) return;
    const { queue } = this.owner.work();
    if (queue.length === 0 && this.reasons.length === 0 && !this.clock.visible()) return this.plan(timing.poll);
    this.busy = true;
    const edits = queue.slice(0, batch).map((one) => one.edit);
    this.dirtySince = null;
    if (edits.length > 0) this.owner.set(markSent(this.owner.work(), edits));
    const quick = this.clock.after(timing.slow, () => {
      this.slow = true;
      this.tell();
    });
    const answer = await this.transport.edits({ since: this.since, edits });
    if (answer.is === 'answer') {
      this.since = answer.value.seq;
      this.owner.set(takeIn(this.owner.work(), answer.value));
      this.owner.answered(answer.value);
      this.note(null);
      await this.sendReasons();
    } else {
      this.note(answer);
      if (this.badInput()) this.owner.set(takeBack(this.owner.work(), edits));
    }
    quick();
    this.slow = false;
    this.busy = false;
    if (this.trouble === null && edits.length > 0) this.savedAt = this.clock.now();
    this.next();
  }

  private async sendReasons(): Promise<void> {
    while (this.reasons.length > 0 && this.owner.work().queue.length === 0 && this.trouble === null) {
      const [reason] = this.reasons;
      if (reason === undefined) return;
      const answer = await this.transport.command({ do: 'explain', ...reason, text: reason.text.trim() });
      if (answer.is === 'unreachable' || (answer.is === 'refusal' && !about.has(answer.refusal.refused)))
        return this.note(answer);
      this.reasons = this.reasons.filter((one) => one !== reason);
      this.savedAt = this.clock.now();
      this.owner.reasonSaved();
    }
  }

  private note(failure: { is: 'unreachable' } | Extract<Trouble, { is: 'refusal' }> | null): void {
    if (failure?.is === 'unreachable') {
      this.trouble = { is: 'unreachable', times: this.trouble?.is === 'unreachable' ? this.trouble.times + 1 : 1 };
    } else this.trouble = failure;
  }

  private next(): void {
    const settled = this.pending() === 0;
    if (settled || this.trouble !== null) {
      for (const done of this.waiters.splice(0)) done(settled);
    }
    this.tell();
    if (this.halted()) return;
    if (this.trouble?.is === 'refusal') return this.plan(timing.signIn);
    if (this.trouble !== null)
      return this.plan(Math.min(timing.retry * 2 ** (this.trouble.times - 1), timing.longestRetry));
    if (settled) return this.plan(timing.poll);
    this.plan(this.waiters.length > 0 || this.dirtySince === null ? 0 : timing.pause);
  }

  private tell(): void {
    // A place that was changed again while its first change was on the way is still one place.
    const places = new Set(this.owner.work().queue.map((one) => one.edit.path));
    const waiting = places.size + this.reasons.length;
    const facts = {
      trouble: this.trouble,
      online: this.clock.online(),
      waiting,
      slow: this.slow,
      savedAt: this.savedAt,
    };
    this.owner.changed(saveState(facts));
  }
}
