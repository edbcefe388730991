import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection, type Selection } from '@tiptap/pm/state';
import type { CellId } from '@/lib/statute/table';
import { roomBeside } from '@/components/prose/inserts/insert-acts';
import { positionOf } from '@/components/prose/document/offsets';
import { findParagraph } from '@/components/prose/document/outside';
import { textOfNode, type Cells } from '@/components/prose/document/runs';
import { nextNumeral, numeralBefore } from './writing';

/** What buttons and pages do to the document. */

export function insertFigure({ view }: Editor, cell: CellId): void {
  const figure = view.state.schema.nodes.figure?.create({ cell });
  if (figure === undefined || !view.editable) return;
  // A picture that is selected stays; the figure goes behind it.
  const { selection } = view.state;
  if (selection instanceof NodeSelection && selection.node.isBlock) roomBeside(view, selection.from, 'after');
  view.focus();
  view.dispatch(view.state.tr.replaceSelectionWith(figure, false).scrollIntoView());
}

/** Marks words of a paragraph and brings them into view; the whole paragraph's start without offsets. */
export function focusWords({ view }: Editor, cells: Cells, id: string, start = 0, end = start): void {
  const there = findParagraph(view.state.doc, id);
  if (there === null) return;
  const at = (offset: number, side: 'before' | 'after'): number =>
    there.position + 1 + positionOf(there.node, cells, offset, side);
  const selection: Selection = there.node.isAtom
    ? NodeSelection.create(view.state.doc, there.position)
    : TextSelection.create(view.state.doc, at(start, 'before'), at(end, end === start ? 'before' : 'after'));
  view.focus();
  view.dispatch(view.state.tr.setSelection(selection));
  const dom = view.nodeDOM(there.position);
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' });
}

/** The paragraph of the caret: its words, and where they begin. */
function paragraphOfCaret({ state }: Editor, cells: Cells): { index: number; start: number; words: string } | null {
  const { $from } = state.selection;
  if ($from.depth === 0) return null;
  return { index: $from.index(0), start: $from.start(1), words: textOfNode($from.node(1), cells) };
}

/** The heading numeral with which the caret's paragraph begins, （一）; empty for body text. */
export function numeralOfCaret(editor: Editor, cells: Cells): string {
  return numeralBefore(paragraphOfCaret(editor, cells)?.words ?? '');
}

/** Gives the caret's paragraph the next heading numeral, or takes its numeral away. */
export function setHeading(editor: Editor, cells: Cells, heading: boolean): void {
  const { state, view } = editor;
  const here = paragraphOfCaret(editor, cells);
  if (here === null) return;
  const numeral = numeralBefore(here.words);
  view.focus();
  if (heading === (numeral !== '')) return;
  const above = Array.from({ length: here.index }, (_, index) => textOfNode(state.doc.child(index), cells));
  const tr = heading
    ? state.tr.insertText(nextNumeral(above), here.start)
    : state.tr.delete(here.start, here.start + numeral.length);
  view.dispatch(tr.scrollIntoView());
}

/** Where the linked figure stands that is drawn by this element; null when it is gone. */
function figureAt({ view }: Editor, dom: Element): number | null {
  let found: number | null = null;
  view.state.doc.descendants((node, position) => {
    if (node.type.name === 'figure' && view.nodeDOM(position) === dom) found = position;
    return found === null;
  });
  return found;
}

/** Puts another figure, or plain words, in the place of a linked figure. */
export function replaceFigure(editor: Editor, dom: Element, by: { cell: CellId } | { text: string }): void {
  const { view } = editor;
  const position = figureAt(editor, dom);
  if (position === null) return;
  const { schema, tr } = view.state;
  const node = 'cell' in by ? schema.nodes.figure?.create({ cell: by.cell }) : schema.text(by.text);
  if (node !== undefined) view.dispatch(tr.replaceWith(position, position + 1, node));
}

/** The cell of the linked figure that is selected as a whole; null when none is. */
export function selectedFigure({ state: { selection } }: Editor): CellId | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'figure'
    ? String(selection.node.attrs.cell)
    : null;
}
