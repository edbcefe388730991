/** Files that this process holds in memory at one time, on the way in or waiting to be read: 16 of at most 32 MB. */
const most = 16;
/** Of one caller; the page sends one after the other. */
const mostOfOne = 4;

/** Who has how many files in hand. */
export class Turns {
  private readonly held = new Map<string, number>();
  private all = 0;

  /** Lets a file of this caller in: what gives its place back, or null when there is none. */
  take(caller: string): (() => void) | null {
    const own = this.held.get(caller) ?? 0;
    if (this.all >= most || own >= mostOfOne) return null;
    this.all += 1;
    this.held.set(caller, own + 1);
    let back = false;
    return () => {
      if (back) return;
      back = true;
      this.all -= 1;
      const left = (this.held.get(caller) ?? 1) - 1;
      if (left === 0) this.held.delete(caller);
      else this.held.set(caller, left);
    };
  }
}
