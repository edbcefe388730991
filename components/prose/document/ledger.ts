import type { Paragraph, ParagraphValue, Path } from '@/lib/report/draft';
import type { Place } from '@/lib/report/report';
import { sameStanding, standingOf, type Standing } from './merge';
import type { Line } from './runs';

export interface Change {
  readonly path: Path;
  readonly value: ParagraphValue | null;
}

/** A paragraph whose value came from outside the editor: what stood before, and what stands now. */
export interface Arrival {
  readonly id: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

/**
 * What the editor and the draft around it know of each other's paragraphs, so that what is typed leaves as edits, what
 * others wrote comes in, and neither comes back as an echo. An empty paragraph is no value: it is typed room only.
 */
export class Ledger {
  private readonly known = new Map<string, Standing>();
  private offered = new Map<string, Standing>();
  private readonly sent = new Map<string, (Standing | null)[]>();

  constructor(
    readonly place: Place,
    paragraphs: readonly Paragraph[],
  ) {
    for (const paragraph of this.mine(paragraphs)) this.known.set(paragraph.id, standingOf(paragraph));
    this.offered = new Map(this.known);
  }

  private mine(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
    return paragraphs.filter((paragraph) => paragraph.place === this.place);
  }

  isKnown(id: string): boolean {
    return this.known.has(id);
  }

  /** Edits that bring the draft to what the document says; `held` paragraphs wait. Each is given once. */
  changesOf(lines: readonly Line[], held: ReadonlySet<string> = new Set()): Change[] {
    const changes: Change[] = [];
    const there = new Set<string>();
    for (const line of lines) {
      const known = this.known.get(line.id) ?? null;
      const empty = line.runs.length === 0 && line.insert === undefined;
      const now = empty && known?.runs.length !== 0 ? null : standingOf(line);
      if (now !== null || known === null) there.add(line.id);
      if (now === null || held.has(line.id) || sameStanding(now, known)) continue;
      this.set(line.id, now);
      changes.push({ path: line.id, value: { place: this.place, ...now } });
    }
    for (const id of [...this.known.keys()]) {
      if (there.has(id) || held.has(id)) continue;
      this.set(id, null);
      changes.push({ path: id, value: null });
    }
    return changes;
  }

  private set(id: string, value: Standing | null): void {
    if (value === null) this.known.delete(id);
    else this.known.set(id, value);
    this.sent.set(id, [...(this.sent.get(id) ?? []), value]);
  }

  /** What of the draft's paragraphs is news to the editor: not what it said itself, however late that comes back. */
  arrivalsOf(paragraphs: readonly Paragraph[]): Arrival[] {
    const now = new Map(this.mine(paragraphs).map((paragraph) => [paragraph.id, standingOf(paragraph)]));
    const arrivals: Arrival[] = [];
    for (const id of new Set([...now.keys(), ...this.offered.keys()])) {
      const value = now.get(id) ?? null;
      if (sameStanding(value, this.offered.get(id) ?? null)) continue;
      const before = this.known.get(id) ?? null;
      const said = this.sent.get(id) ?? [];
      const echo = said.findIndex((one) => sameStanding(one, value));
      if (sameStanding(value, before)) this.sent.delete(id);
      else if (echo >= 0) this.sent.set(id, said.slice(echo + 1));
      else {
        this.sent.delete(id);
        if (value === null) this.known.delete(id);
        else this.known.set(id, value);
        arrivals.push({ id, before, after: value });
      }
    }
    this.offered = now;
    return arrivals;
  }
}
