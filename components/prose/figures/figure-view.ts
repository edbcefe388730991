import type { NodeViewRenderer } from '@tiptap/core';
import type { CellId } from '@/lib/statute/table';
import type { Cells } from '@/components/prose/document/runs';

/** What stands in a linked figure whose cell is blank. */
export const blankWord = '未填';

/** The values that the linked figures on screen show; they change without a change of the document. */
export class LiveFigures {
  private readonly shown = new Set<() => void>();
  private values: Cells = {};
  private mark: Element | null = null;
  private opens: (anchor: Element, cell: CellId) => void = () => undefined;

  constructor(readonly nameOf: (cell: CellId) => string) {}

  get cells(): Cells {
    return this.values;
  }

  set(cells: Cells): void {
    if (cells === this.values) return;
    this.values = cells;
    for (const show of this.shown) show();
  }

  /** Takes the link mark that every figure gets a copy of. */
  drawWith(mark: Element | null): void {
    this.mark = mark;
  }

  newMark(): globalThis.Node | null {
    return this.mark?.cloneNode(true) ?? null;
  }

  /** Who opens the source card of a figure; one at a time. */
  onOpen(opens: (anchor: Element, cell: CellId) => void): void {
    this.opens = opens;
  }

  open(anchor: Element, cell: CellId): void {
    this.opens(anchor, cell);
  }

  follow(show: () => void): () => void {
    this.shown.add(show);
    show();
    return () => this.shown.delete(show);
  }
}

/** Draws a linked figure: link mark, live number. */
export function figureView(figures: LiveFigures): NodeViewRenderer {
  return ({ node, editor }) => {
    const cell: CellId = String(node.attrs.cell);
    const dom = document.createElement('span');
    const number = document.createElement('span');
    const open = (): void => figures.open(dom, cell);
    dom.className = 'linked';
    dom.dataset.figure = cell;
    dom.title = `${figures.nameOf(cell)}，随表更新`;
    dom.append(...[figures.newMark()].filter((one) => one !== null), number);
    if (!editor.isEditable) {
      dom.tabIndex = 0;
      dom.setAttribute('role', 'button');
      dom.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          open();
        }
      });
    }
    dom.addEventListener('click', open);
    const leave = figures.follow(() => {
      const value = figures.cells[cell] ?? null;
      const words = value ?? blankWord;
      if (number.textContent === words) return;
      number.textContent = words;
      dom.classList.toggle('is-blank', value === null);
    });
    return {
      dom,
      ignoreMutation: () => true,
      destroy: leave,
      update: (next) => next.type === node.type && next.attrs.cell === cell,
    };
  };
}
