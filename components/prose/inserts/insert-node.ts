import { Node } from '@tiptap/core';
import type { DOMOutputSpec } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { Insert } from '@/lib/report/insert';
import { insertSchema } from '@/lib/report/insert-schema';
import { moveBlock, roomBeside } from './insert-acts';
import { InsertBlock } from './insert-block';

/** What other programs get when it is copied: the table itself, or the words of the picture. */
function copied(insert: Insert): DOMOutputSpec {
  if ('picture' in insert) return ['p', {}, `〔图片：${insert.picture.alt}〕`];
  const rows = insert.table.rows.map(
    (row): DOMOutputSpec => ['tr', {}, ...row.map((text): DOMOutputSpec => ['td', {}, text])],
  );
  return ['table', {}, ['tbody', {}, ...rows]];
}

function written(json: string | null): Insert | null {
  try {
    return insertSchema.safeParse(JSON.parse(json ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** The insert that is selected as a whole. */
function selected(view: EditorView): number | null {
  const { selection } = view.state;
  return selection instanceof NodeSelection && selection.node.type.name === 'insert' ? selection.from : null;
}

/**
 * A picture or a simple table among the paragraphs: one block with an id and an order key like theirs. Selected as a
 * whole it is moved by Alt and an arrow, removed by Backspace; what is typed then goes into a new paragraph behind it.
 */
export const InsertNode = Node.create<{ addressOf: (sha256: string) => string }>({
  name: 'insert',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,

  addOptions: () => ({ addressOf: () => '' }),

  addAttributes() {
    return {
      id: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
      order: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
      insert: {
        default: null,
        parseHTML: (element: HTMLElement) => written(element.getAttribute('data-insert')),
        renderHTML: ({ insert }: { insert?: Insert | null }) => ({ 'data-insert': JSON.stringify(insert) }),
      },
    };
  },

  parseHTML: () => [
    {
      tag: 'div[data-insert]',
      getAttrs: (element) => (written(element.getAttribute('data-insert')) === null ? false : null),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => ['div', HTMLAttributes, copied(node.attrs.insert as Insert)],
  renderText: ({ node }) => {
    const insert = node.attrs.insert as Insert;
    return 'picture' in insert
      ? `〔图片：${insert.picture.alt}〕`
      : insert.table.rows.map((row) => row.join('\t')).join('\n');
  },

  addNodeView: () => ReactNodeViewRenderer(InsertBlock, { as: 'div', className: 'insert-node' }),

  addKeyboardShortcuts() {
    const move = (by: -1 | 1) => () => {
      const at = selected(this.editor.view);
      return at !== null && moveBlock(this.editor.view, at, by);
    };
    const beside = (side: 'before' | 'after') => () => {
      const at = selected(this.editor.view);
      return at !== null && roomBeside(this.editor.view, at, side);
    };
    return {
      'Alt-ArrowUp': move(-1),
      'Alt-ArrowDown': move(1),
      Enter: beside('after'),
      'Shift-Enter': beside('before'),
    };
  },

  addProseMirrorPlugins() {
    // Words typed while a picture is selected would else stand in its place.
    const besides = (view: EditorView): boolean => {
      const at = selected(view);
      return at !== null && view.editable && roomBeside(view, at, 'after');
    };
    return [
      new Plugin({
        key: new PluginKey('insertNode'),
        props: {
          handleTextInput: (view, _from, _to, text) =>
            besides(view) && (view.dispatch(view.state.tr.insertText(text)), true),
          handleDOMEvents: {
            compositionstart: (view) => {
              besides(view);
              return false;
            },
          },
        },
      }),
    ];
  },
});
