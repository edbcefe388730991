import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { textOfRun } from '@/lib/report/resolve';
import { figureView, type LiveFigures } from '@/components/prose/figures/figure-view';

/**
 * The document of one place: paragraphs, and among them pictures and tables (insert-node.ts). Headings are told by
 * their words (lib/report/prose.ts).
 */
export const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });

export const Text = Node.create({ name: 'text', group: 'inline' });

/**
 * A paragraph with its permanent id and order key. Neither is read from pasted HTML nor given to the second half of a
 * split, so that an id never stands twice.
 */
export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: '(text|figure)*',
  marks: '',

  addAttributes() {
    return {
      id: {
        default: null,
        keepOnSplit: false,
        parseHTML: () => null,
        renderHTML: ({ id }: { id?: string | null }) => (id == null ? {} : { 'data-paragraph': id }),
      },
      order: { default: null, keepOnSplit: false, parseHTML: () => null, renderHTML: () => ({}) },
    };
  },

  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],

  addKeyboardShortcuts() {
    const atStart = (): boolean => {
      const { selection, schema } = this.editor.state;
      const { $from, empty } = selection;
      if (!empty || $from.parentOffset > 0 || $from.parent.content.size === 0) return false;
      const room = schema.nodes.paragraph?.create();
      // The words keep their id when the room above them is new: comments and other authors point at it.
      return room === undefined
        ? false
        : this.editor.commands.command(({ tr }) => tr.insert($from.before(), room) !== null);
    };
    return {
      Enter: atStart,
      'Shift-Enter': () => atStart() || this.editor.commands.splitBlock(),
    };
  },
});

export interface FigureOptions {
  /** Values, marks and cards of the linked figures of one editor. */
  figures: LiveFigures | null;
  /** Whether a pasted link belongs to this report's format. */
  knows: (cell: string) => boolean;
}

/** A number of the tables within a sentence: one stop for the arrow keys, its value as text for other programs. */
export const Figure = Node.create<FigureOptions>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,

  addOptions() {
    return { figures: null, knows: () => true };
  },

  addAttributes() {
    return {
      cell: {
        default: null,
        parseHTML: (element) => element.getAttribute('data-figure'),
        renderHTML: ({ cell }: { cell?: string }) => ({ 'data-figure': cell }),
      },
    };
  },

  parseHTML() {
    return [
      {
        tag: 'span[data-figure]',
        getAttrs: (element) => (this.options.knows(element.getAttribute('data-figure') ?? '') ? null : false),
      },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    return ['span', HTMLAttributes, textOfRun({ figure: String(node.attrs.cell) }, this.options.figures?.cells ?? {})];
  },

  renderText({ node }) {
    return textOfRun({ figure: String(node.attrs.cell) }, this.options.figures?.cells ?? {});
  },

  addNodeView() {
    const { figures } = this.options;
    return figures === null ? null : figureView(figures);
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type) return false;
        const dom = this.editor.view.nodeDOM(selection.from);
        if (dom instanceof Element) this.options.figures?.open(dom, String(selection.node.attrs.cell));
        return true;
      },
    };
  },
});
