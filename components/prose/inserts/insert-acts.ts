import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { sameInsert, type Insert } from '@/lib/report/insert';

/** What is done to pictures and tables as blocks of the text. Each is one step of undo. */

/**
 * Puts a picture or table behind the paragraph of the caret, or in the place of an empty one, with room to go on below.
 */
export function putInsert(view: EditorView, insert: Insert): void {
  const { state } = view;
  const { insert: type, paragraph } = state.schema.nodes;
  if (type === undefined || paragraph === undefined || !view.editable) return;
  const { $to } = state.selection;
  const within = $to.depth > 0;
  const before = within && $to.parent.content.size === 0;
  const at = before ? $to.before(1) : within ? $to.after(1) : $to.pos;
  const tr = state.tr.insert(at, type.create({ insert }));
  if (at + 1 === tr.doc.content.size) tr.insert(at + 1, paragraph.create());
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView());
}

/**
 * Puts the caret into the first cell of the table that is selected; into the text where its cells are not drawn yet.
 */
export function enterTable(view: EditorView): void {
  view.focus();
  const drawn = view.nodeDOM(view.state.selection.from);
  if (drawn instanceof Element) drawn.querySelector<HTMLElement>('textarea')?.focus();
}

/** Says what a block holds now; nothing happens when it holds that already. */
export function setInsert(view: EditorView, at: number, insert: Insert): void {
  const standing = view.state.doc.nodeAt(at)?.attrs.insert as Insert | undefined;
  if (standing === undefined || sameInsert(standing, insert)) return;
  view.dispatch(view.state.tr.setNodeAttribute(at, 'insert', insert));
}

/** Moves a block past its neighbour; false where there is none. It keeps its id. */
export function moveBlock(view: EditorView, at: number, by: -1 | 1): boolean {
  const { doc, tr } = view.state;
  const node = doc.nodeAt(at);
  const index = doc.resolve(at).index(0);
  const other = index + by < 0 || index + by >= doc.childCount ? null : doc.child(index + by);
  if (node === null || other === null || !view.editable) return false;
  const to = by < 0 ? at - other.nodeSize : at + other.nodeSize;
  tr.delete(at, at + node.nodeSize).insert(to, node);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, to)).scrollIntoView());
  return true;
}

/** Removes a block; the caret goes where it stood. */
export function removeBlock(view: EditorView, at: number): void {
  const { doc, tr, schema } = view.state;
  const node = doc.nodeAt(at);
  const { paragraph } = schema.nodes;
  if (node === null || paragraph === undefined || !view.editable) return;
  if (doc.childCount === 1) tr.replaceWith(at, at + node.nodeSize, paragraph.create());
  else tr.delete(at, at + node.nodeSize);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size))));
  view.focus();
  view.dispatch(tr.scrollIntoView());
}

/** An empty paragraph before or behind a block, with the caret in it; true when there is one. */
export function roomBeside(view: EditorView, at: number, side: 'before' | 'after'): boolean {
  const { doc, tr, schema } = view.state;
  const node = doc.nodeAt(at);
  const { paragraph } = schema.nodes;
  if (node === null || paragraph === undefined || !view.editable) return false;
  const to = side === 'before' ? at : at + node.nodeSize;
  tr.insert(to, paragraph.create());
  view.focus();
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, to + 1)).scrollIntoView());
  return true;
}
