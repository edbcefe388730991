import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import type { Paragraph } from '@/lib/report/draft';
import { mend, fromOutside } from './keep-identity';
import type { Change, Ledger } from './ledger';
import { mergeStandings, standingOf, type Standing } from './merge';
import { bringIn, findParagraph } from './outside';
import { insertOf, linesOf, runsOf } from './runs';

const stillTyping = 1000;
/** Words that wait are known to nobody but this page: somebody who never pauses must not keep them waiting. */
const longestWait = 3000;
/** The browser ends a composition a moment after its last event (ProseMirror waits 20 ms). */
const afterComposition = 60;

/**
 * Carries paragraphs between the editor's document and the draft. Edits leave at every change, never within a
 * composition; values from outside come in at once, but not into a paragraph under the hand: that one waits until the
 * typing pauses, then both are put together, or both are shown.
 */
export class Sync {
  private readonly waiting = new Map<string, { base: Standing | null; theirs: Standing | null; since: number }>();
  private typed: { id: string; at: number } = { id: '', at: 0 };
  private begin = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly editor: Editor,
    private readonly ledger: Ledger,
    private readonly out: { edits: (changes: readonly Change[]) => void; clash: (change: Change) => void },
  ) {
    editor.on('transaction', this.transacted);
    editor.view.dom.addEventListener('compositionstart', this.begun, true);
    editor.view.dom.addEventListener('compositionend', this.ended);
    editor.view.dom.addEventListener('focusout', this.ended);
    // Capturing: before the page asks itself whether anything is unsaved.
    window.addEventListener('beforeunload', this.leave, true);
    window.addEventListener('pagehide', this.leave);
  }

  /** Gives out what still waits and lets go of the editor. */
  stop(): void {
    clearTimeout(this.timer);
    window.removeEventListener('pagehide', this.leave);
    this.editor.off('transaction', this.transacted);
    window.removeEventListener('beforeunload', this.leave, true);
    if (this.editor.isDestroyed) return;
    this.editor.view.dom.removeEventListener('compositionstart', this.begun, true);
    this.editor.view.dom.removeEventListener('compositionend', this.ended);
    this.editor.view.dom.removeEventListener('focusout', this.ended);
    this.settle(true);
  }

  receive(paragraphs: readonly Paragraph[]): void {
    for (const { id, before, after } of this.ledger.arrivalsOf(paragraphs)) {
      const held = this.waiting.get(id);
      this.waiting.set(id, {
        base: held === undefined ? before : held.base,
        theirs: after,
        since: held?.since ?? Date.now(),
      });
    }
    if (this.waiting.size > 0) this.settle(false);
  }

  private get composing(): boolean {
    return this.begin || this.editor.view.composing;
  }

  /** Told before the editor hears of it: it takes selected words away first, and that is no edit of its own. */
  private readonly begun = (): void => {
    this.begin = true;
  };

  private readonly ended = (): void => {
    this.begin = false;
    this.later(afterComposition);
  };

  private readonly leave = (): void => {
    if (!this.editor.isDestroyed) this.settle(true);
  };

  private later(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.editor.isDestroyed) this.settle(false);
    }, delay);
  }

  private readonly transacted = ({ transaction }: { transaction: Transaction }): void => {
    if (!transaction.docChanged || transaction.getMeta(fromOutside) === true) return;
    this.typed = { id: this.caretIn(), at: Date.now() };
    this.emit();
  };

  private emit(): void {
    if (this.composing) return;
    const changes = this.ledger.changesOf(linesOf(this.editor.state.doc), new Set(this.waiting.keys()));
    if (changes.length > 0) this.out.edits(changes);
  }

  private caretIn(): string {
    const { $from } = this.editor.state.selection;
    return $from.depth > 0 ? String($from.node(1).attrs.id ?? '') : '';
  }

  private underHand(id: string): boolean {
    return (
      this.editor.view.hasFocus() &&
      this.typed.id === id &&
      this.caretIn() === id &&
      Date.now() - this.typed.at < stillTyping
    );
  }

  private settle(now: boolean): void {
    const { view } = this.editor;
    if (this.composing && !now) return;
    const repair = this.typed.at > 0 && !this.composing ? mend(view.state) : null;
    if (repair !== null) view.dispatch(repair);
    const values: { id: string; value: Standing | null }[] = [];
    for (const [id, { base, theirs, since }] of [...this.waiting]) {
      if (!now && this.underHand(id) && Date.now() - since < longestWait) continue;
      this.waiting.delete(id);
      const node = findParagraph(view.state.doc, id)?.node;
      const insert = node === undefined ? undefined : insertOf(node);
      const empty = node === undefined || (insert === undefined && node.content.size === 0 && base?.runs.length !== 0);
      const mine = empty ? null : standingOf({ order: String(node.attrs.order), runs: runsOf(node), insert });
      const met = mergeStandings(base, mine, theirs);
      if (met.is === 'merged') values.push({ id, value: met.value });
      else this.out.clash({ path: id, value: mine === null ? null : { place: this.ledger.place, ...mine } });
    }
    if (values.length > 0) view.dispatch(bringIn(view.state, values, view.hasFocus()));
    this.emit();
    if (this.waiting.size > 0) this.later(Math.max(afterComposition, this.typed.at + stillTyping - Date.now()));
  }
}
