import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { isSound, mended, newParagraphId, type Identity } from './identity';

const key = new PluginKey('identity');

/** Marks a transaction that brings in what others wrote. */
export const fromOutside = 'fromOutside';

/** A transaction that gives every paragraph an id of its own and an order key that fits; null when all have. */
export function mend(state: EditorState): Transaction | null {
  const found: { position: number; identity: Identity }[] = [];
  state.doc.forEach((node, position) => {
    found.push({ position, identity: { id: node.attrs.id ?? null, order: node.attrs.order ?? null } });
  });
  const identities = found.map((one) => one.identity);
  if (isSound(identities)) return null;
  const tr = state.tr;
  mended(identities, newParagraphId).forEach((now, index) => {
    const one = found[index];
    if (one === undefined) return;
    if (one.identity.id !== now.id) tr.setNodeAttribute(one.position, 'id', now.id);
    if (one.identity.order !== now.order) tr.setNodeAttribute(one.position, 'order', now.order);
  });
  return tr;
}

export const KeepIdentity = Extension.create({
  name: 'keepIdentity',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key,
        appendTransaction: (transactions, _, state) => {
          if (!transactions.some((tr) => tr.docChanged) || transactions.some((tr) => tr.getMeta(fromOutside) === true))
            return null;
          return mend(state);
        },
      }),
    ];
  },
});
