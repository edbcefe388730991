import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isHeading } from '@/lib/report/prose';
import { textOfNode, type Cells } from './runs';

const key = new PluginKey<DecorationSet>('paragraphStyles');

/** Class, and for a heading its role, of every paragraph; the sentence that stands in an empty document. */
function stylesOf(doc: Node, cells: Cells, placeholder: string): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, position) => {
    if (!node.isTextblock) return;
    const attributes: Record<string, string> = { class: 'para' };
    if (isHeading(textOfNode(node, cells)))
      Object.assign(attributes, { class: 'heading', role: 'heading', 'aria-level': '2' });
    if (doc.childCount === 1 && node.content.size === 0 && placeholder !== '') {
      Object.assign(attributes, { class: 'para is-empty', 'data-placeholder': placeholder });
    }
    decorations.push(Decoration.node(position, position + node.nodeSize, attributes));
  });
  return DecorationSet.create(doc, decorations);
}

/** A heading is told by its words alone, so paragraphs are styled anew at every change; their words are not touched. */
export const ParagraphStyles = Extension.create<{ cells: () => Cells; placeholder: string }>({
  name: 'paragraphStyles',
  addOptions: () => ({ cells: () => ({}), placeholder: '' }),
  addProseMirrorPlugins() {
    const { cells, placeholder } = this.options;
    return [
      new Plugin({
        key,
        state: {
          init: (_, { doc }) => stylesOf(doc, cells(), placeholder),
          apply: (tr, set) => (tr.docChanged ? stylesOf(tr.doc, cells(), placeholder) : set),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
});
