import type { CheckContext } from '@/lib/checks/context';
import { isParagraphPath, sameValue, valueAt, type Path } from '@/lib/report/draft';
import { readFigure } from '@/lib/report/figure';
import { statedCells } from '@/lib/report/resolve';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { CommandRequest, EditsAnswer } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import type { EditorView } from '@/lib/workflow/view';
import { cellViews, derive, type Derived } from './derive';
import { isNothing, keep, leftBehind, nothingKept, type BrowserStorage, type Kept } from './keep';
import { change, choose, clash, mineAt, replay, type Change, type Work } from './queue';
import { Sender } from './sender';
import { firstState, type Deps, type SessionState } from './session-state';
import { settledTotals } from './settled-totals';
import type { Answer } from './transport';
import { close, record, turn } from './undo';

/** One person's session of one draft in one page. No framework, no globals: the browser is handed in (`start`). */
export class Session {
  private state: SessionState;
  private readonly listeners = new Set<() => void>();
  private readonly context: CheckContext;
  private storage: { place: BrowserStorage; key: string } | null = null;
  readonly sender: Sender;
  readonly mayEdit: boolean;
  /** The figures of the version that is being corrected, totals as stated; null while none is. */
  readonly published: Readonly<Record<CellId, string | null>> | null;

  constructor(
    readonly view: EditorView,
    readonly format: Format,
    private readonly deps: Deps,
  ) {
    this.mayEdit = view.viewer.may.edit;
    this.published = view.published === null ? null : statedCells(format, view.published).cells;
    this.context = { purpose: 'draft', kind: view.head.agency.kind, last: view.last };
    this.state = firstState(view, format, deps.check, this.context);
    this.sender = new Sender(deps.transport, deps.clock, {
      seq: view.head.seq,
      work: () => this.state,
      reasonSaved: () => this.persist(),
      set: (work) => this.setWork(work),
      answered: (answer) => this.answered(answer),
      changed: (save) => {
        if (JSON.stringify(save) !== JSON.stringify(this.state.save)) this.set({ save });
      },
    });
  }

  get = (): SessionState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Takes up what was kept in this browser and begins to save; returns how to stop. May be started again after that.
   */
  start(place: BrowserStorage): () => void {
    if (this.storage === null) this.takeUpFrom(place);
    if (this.mayEdit) this.sender.start();
    return () => this.sender.stop();
  }

  private takeUpFrom(place: BrowserStorage): void {
    const prefix = `nianbao/${this.view.head.id}/${this.view.viewer.id}/`;
    const key = prefix + this.deps.newId();
    this.storage = { place, key };
    const left = leftBehind(place, prefix, key);
    if (!isNothing(left.kept)) this.takeUp(left.kept, left.keys, place);
  }

  private takeUp(kept: Kept, keys: readonly string[], place: BrowserStorage): void {
    if (!this.mayEdit) {
      const count = kept.queue.length + kept.conflicts.length;
      const said = `本机还留有 ${count} 处没有存入的内容。报告现在不能改动，内容仍留在本机，退回修改后会再存入。`;
      if (count > 0) this.set({ said });
      return;
    }
    this.sender.reasons = [...kept.reasons];
    this.set({ refused: { ...kept.refused, ...this.state.refused } });
    this.setWork(replay(this.state.draft, kept));
    if (this.state.kept) for (const old of keys) place.removeItem(old);
  }

  /** Sets several paths at once. Cells are remembered for undo, as one step; `mark` joins keystrokes in one cell. */
  apply(changes: readonly Change[], options: { mark?: string; said?: string; undoable?: boolean } = {}): void {
    if (!this.mayEdit) return;
    const real = changes.filter((one) => !sameValue(mineAt(this.state, one.path), one.value));
    const steps = real
      .filter((one) => !isParagraphPath(one.path))
      .map((one) => ({ path: one.path, before: valueAt(this.state.draft, one.path), after: one.value }));
    const work = real.reduce<Work>((value, one) => change(value, one, this.deps.newId()), this.state);
    const history =
      steps.length === 0 || options.undoable === false
        ? this.state.history
        : record(this.state.history, { changes: steps, mark: options.mark ?? null });
    const refused = { ...this.state.refused };
    for (const one of changes) delete refused[one.path];
    this.set({ history, refused, said: options.said ?? (options.mark === undefined ? null : this.state.said) });
    this.setWork(work);
    // While a figure is typed it may agree with a stated total by chance: that is settled when the cell is left.
    if (options.mark === undefined && options.undoable !== false) this.settleTotals();
    if (real.length > 0) this.sender.soon();
  }

  private settleTotals(): void {
    const settled = settledTotals(this.format, this.state.draft);
    if (settled.length === 0) return;
    this.setWork(settled.reduce<Work>((work, one) => change(work, one, this.deps.newId()), this.state));
    this.sender.soon();
  }

  /** What was typed into a data cell. A text that is no figure is kept and shown, and the cell counts as blank. */
  type(cell: CellId, text: string): void {
    const kind = this.format.cell(cell)?.number;
    if (kind === undefined || !this.mayEdit) return;
    const read = readFigure(text, kind);
    this.apply([{ path: cell, value: read.is === 'figure' ? read.value : null }], { mark: `type ${cell}` });
    if (read.is !== 'refused') return;
    this.set({ refused: { ...this.state.refused, [cell]: { text, why: read.why } } });
    this.setWork(this.state);
  }

  /** The cell was left: further typing in it is a new step of undo. */
  leave(): void {
    this.set({ history: close(this.state.history) });
    if (this.mayEdit) this.settleTotals();
  }

  turn(way: 'undo' | 'redo'): Path[] {
    const turned = turn(this.state.history, way, (path) => mineAt(this.state, path));
    this.set({ history: turned.history });
    this.apply(turned.changes, { undoable: false });
    return turned.changes.map((one) => one.path);
  }

  /** What was written at this path without having seen what stands there now: a person chooses. */
  clash(one: Change): void {
    if (!this.mayEdit) return;
    this.setWork(clash(this.state, one, this.deps.newId()));
    this.sender.soon();
  }

  choose(path: Path, which: 'mine' | 'theirs'): void {
    const mine = mineAt(this.state, path);
    this.setWork(choose(this.state, path, which, this.deps.newId()));
    if (which === 'theirs' && !isParagraphPath(path)) {
      const after = valueAt(this.state.draft, path);
      this.set({ history: record(this.state.history, { changes: [{ path, before: mine, after }], mark: null }) });
    }
    this.sender.soon();
  }

  /** A reason for a warning; an empty text takes it back. Shown at once, sent after the figures it speaks of. */
  explain(fingerprint: string, rule: string, text: string): void {
    const others = this.state.reasons.filter((one) => one.fingerprint !== fingerprint);
    const { name } = this.view.viewer;
    const at = new Date(this.deps.clock.now()).toISOString();
    this.set({ reasons: text.trim() === '' ? others : [...others, { fingerprint, rule, text, by: name, at }] });
    this.sender.reasons = [
      ...this.sender.reasons.filter((one) => one.fingerprint !== fingerprint),
      { fingerprint, rule, text },
    ];
    this.persist();
    this.sender.soon();
  }

  /** Saves everything, then sends the command; refuses while something could not be saved or is to be decided. */
  async command(request: CommandRequest): Promise<Answer<unknown>> {
    const flushed = await this.sender.flush();
    if (!flushed) return refusal('还有内容没有存入，请待保存完成后再办');
    if (this.state.conflicts.length > 0)
      return refusal(`还有 ${this.state.conflicts.length} 处两人同时改动，请先选定一个`);
    return this.deps.transport.command(request);
  }

  /** Sends a command that does not depend on what is still to be saved. */
  tell(request: CommandRequest): Promise<Answer<unknown>> {
    return this.deps.transport.command(request);
  }

  hush(): void {
    this.set({ said: null });
  }

  private answered(answer: EditsAnswer): void {
    const { head } = this.view;
    const moved = answer.version === head.version ? null : { state: answer.state, version: answer.version };
    if (moved?.version !== this.state.moved?.version) this.set({ moved });
  }

  private setWork(work: Work): void {
    const { draft, queue, conflicts } = work;
    const derived: Derived =
      draft === this.state.draft
        ? { resolved: this.state.resolved, result: this.state.result }
        : derive(this.format, draft, this.deps.check, this.context);
    const cells = cellViews(this.format, draft, derived, this.state.refused, conflicts, this.state.cells);
    this.set({ draft, queue, conflicts, ...derived, cells });
    this.persist();
  }

  private persist(): void {
    if (this.storage === null) return;
    const { queue, conflicts, refused } = this.state;
    const kept = keep(this.storage.place, this.storage.key, {
      ...nothingKept,
      queue,
      conflicts,
      refused,
      reasons: this.sender.reasons,
    });
    if (kept !== this.state.kept) this.set({ kept });
  }

  private set(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

function refusal(message: string): { is: 'refusal'; refusal: Refusal } {
  return { is: 'refusal', refusal: { refused: 'stale-version', message } };
}
