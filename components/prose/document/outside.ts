import { Slice, type Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { sameInsert } from '@/lib/report/insert';
import { newParagraphId } from './identity';
import { fromOutside } from './keep-identity';
import type { Standing } from './merge';
import { contentOf, insertOf, paragraphNode, runsOf } from './runs';

/** The place of a paragraph in a document, by id. */
export function findParagraph(doc: Node, id: string): { node: Node; position: number } | null {
  let found: { node: Node; position: number } | null = null;
  doc.forEach((node, position) => {
    if (node.attrs.id === id) found = { node, position };
  });
  return found;
}

/** Changes only the words that differ, so that carets and marks beside them stay. */
function rewrite(tr: Transaction, position: number, node: Node, { runs, insert }: Standing): void {
  const standing = insertOf(node);
  if (insert !== undefined && standing !== undefined) {
    if (!sameInsert(insert, standing)) tr.setNodeAttribute(position, 'insert', insert);
    return;
  }
  if (insert !== undefined || standing !== undefined) {
    const { id, order } = node.attrs;
    tr.replaceWith(
      position,
      position + node.nodeSize,
      paragraphNode(node.type.schema, { id: String(id), order: String(order), runs, insert }),
    );
    return;
  }
  const now = contentOf(node.type.schema, runs);
  const start = node.content.findDiffStart(now);
  const end = node.content.findDiffEnd(now);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const from = position + 1;
  tr.replace(from + start, from + end.a + overlap, new Slice(now.cut(start, end.b + overlap), 0, 0));
}

/** Where a paragraph with this order key and id belongs. */
function positionFor(doc: Node, order: string, id: string): number {
  let place = doc.content.size;
  let found = false;
  doc.forEach((node, position) => {
    if (found) return;
    const there = String(node.attrs.order ?? '');
    if (there > order || (there === order && String(node.attrs.id) > id)) {
      place = position;
      found = true;
    }
  });
  return place;
}

/**
 * A transaction that brings values from outside into the document. It is no step of undo and no edit; the caret stays
 * with its words. Room that was never written in gives way, unless `keepRoom`.
 */
export function bringIn(
  state: EditorState,
  values: readonly { id: string; value: Standing | null }[],
  keepRoom: boolean,
): Transaction {
  const tr = state.tr.setMeta(fromOutside, true).setMeta('addToHistory', false);
  const { schema } = state;
  for (const { id, value } of values) {
    const there = findParagraph(tr.doc, id);
    if (value === null) {
      if (there === null) continue;
      const from = there.position;
      if (tr.doc.childCount > 1) tr.delete(from, from + there.node.nodeSize);
      else if (there.node.isAtom)
        tr.replaceWith(
          from,
          from + there.node.nodeSize,
          paragraphNode(schema, { id: newParagraphId(), order: String(there.node.attrs.order), runs: [] }),
        );
      else
        tr.delete(there.position + 1, there.position + there.node.nodeSize - 1).setNodeAttribute(
          there.position,
          'id',
          newParagraphId(),
        );
      continue;
    }
    if (there === null) {
      tr.insert(positionFor(tr.doc, value.order, id), paragraphNode(schema, { id, ...value }));
      continue;
    }
    rewrite(tr, there.position, there.node, value);
    if (there.node.attrs.order === value.order) continue;
    const node = findParagraph(tr.doc, id)?.node ?? there.node;
    tr.delete(there.position, there.position + node.nodeSize);
    tr.insert(
      positionFor(tr.doc, value.order, id),
      paragraphNode(schema, { id, order: value.order, runs: runsOf(node), insert: insertOf(node) }),
    );
  }
  const only = state.doc.childCount === 1 && state.doc.firstChild?.isTextblock === true ? state.doc.firstChild : null;
  if (!keepRoom && only?.content.size === 0 && tr.doc.childCount > 1) {
    const room = findParagraph(tr.doc, String(only.attrs.id));
    if (room?.node.content.size === 0) tr.delete(room.position, room.position + room.node.nodeSize);
  }
  return tr;
}
