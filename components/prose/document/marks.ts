import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { severities, severityNames, type Finding, type Severity } from '@/lib/checks/finding';
import type { Place } from '@/lib/report/report';
import type { Span } from '@/lib/report/resolve';
import type { CommentView } from '@/lib/workflow/view';
import { placed, positionOf, stretchesOf } from './offsets';
import { textOfNode, type Cells } from './runs';

/** A box under a paragraph (two values of one paragraph), and the element it is drawn in. */
export interface Box {
  readonly path: string;
  readonly order: string;
  readonly host: HTMLElement;
}

export interface Marked {
  readonly place: Place;
  readonly findings: readonly Finding[];
  readonly spans: readonly Span[];
  readonly comments: readonly CommentView[];
  readonly cells: Cells;
  readonly boxes: readonly Box[];
}

interface Here {
  readonly node: Node;
  readonly position: number;
  readonly words: string;
}

const key = new PluginKey<{ marked: Marked | null; set: DecorationSet }>('marks');
const still = { ignoreSelection: true, side: 1 } as const;
/** One object for all boxes and no key: a box is drawn anew only when its element is another one. */
const ownEvents = { ...still, stopEvent: () => true };

function tag(className: string, spoken: string, shown: string): () => HTMLElement {
  return () => {
    const dom = document.createElement('span');
    const words = document.createElement('span');
    dom.className = className;
    words.className = 'vh';
    words.textContent = spoken;
    dom.append(words, shown);
    return dom;
  };
}

/** Faults with the number they have in the list of findings, and a mark in the margin of their paragraph. */
function faults(here: ReadonlyMap<string, Here>, marked: Marked): Decoration[] {
  const decorations: Decoration[] = [];
  const counts = new Map<string, Partial<Record<Severity, number>>>();
  marked.findings.forEach(({ where, severity, title }, index) => {
    if (where?.section !== marked.place || where.start === undefined || where.end === undefined) return;
    const stretches = stretchesOf(marked.spans, where.start, where.end);
    stretches.forEach((stretch, part) => {
      const there = here.get(stretch.paragraph);
      const meant = there && placed(there.words, stretch, stretches.length === 1 ? where.quote : undefined);
      if (there === undefined || meant == null) return;
      const from = there.position + 1 + positionOf(there.node, marked.cells, meant.start, 'before');
      const to = there.position + 1 + positionOf(there.node, marked.cells, meant.end, 'after');
      if (from < to) decorations.push(Decoration.inline(from, to, { class: `fault ${severity}`, title }));
      if (part === stretches.length - 1) {
        const number = tag(`fault-no ${severity}`, severityNames[severity], String(index + 1));
        decorations.push(Decoration.widget(to, number, { ...still, key: `${severity}-${index}` }));
      }
      const count = counts.get(stretch.paragraph) ?? {};
      counts.set(stretch.paragraph, { ...count, [severity]: (count[severity] ?? 0) + 1 });
    });
  });
  for (const [id, count] of counts) {
    const there = here.get(id);
    const kinds = severities.filter((kind) => count[kind] !== undefined);
    if (there === undefined || kinds[0] === undefined) continue;
    const said = `本段有${kinds.map((kind) => ` ${count[kind]} 处${severityNames[kind]}`).join('、')}`;
    const attributes = { class: `has-${kinds[0]}`, 'data-marks': said };
    decorations.push(Decoration.node(there.position, there.position + there.node.nodeSize, attributes));
  }
  return decorations;
}

/** Quoted words with the pin of their comment; a comment whose words are gone is pinned to the end of its paragraph. */
function pins(here: ReadonlyMap<string, Here>, { comments, cells }: Marked): Decoration[] {
  return comments.flatMap((comment) => {
    const there = here.get(comment.path);
    if (there === undefined) return [];
    const { node, position, words } = there;
    const open = comment.settled === null;
    const at = comment.quote === '' ? -1 : words.indexOf(comment.quote);
    const to =
      position + (at < 0 ? node.nodeSize - 1 : 1 + positionOf(node, cells, at + comment.quote.length, 'after'));
    const from = at < 0 ? to : position + 1 + positionOf(node, cells, at, 'before');
    const pin = tag(`pin${open ? '' : ' settled'}`, open ? '意见' : '已处理的意见', String(comment.number));
    const widget = Decoration.widget(to, pin, { ...still, side: 2, key: `pin-${comment.id}-${String(open)}` });
    return open && from < to ? [Decoration.inline(from, to, { class: 'quoted' }), widget] : [widget];
  });
}

/** Each box under its paragraph; of a paragraph that was removed, where it stood. */
function boxes(here: ReadonlyMap<string, Here>, marked: Marked): Decoration[] {
  return marked.boxes.map(({ path, order, host }) => {
    let at = 0;
    for (const [id, { node, position }] of here) {
      if (here.has(path) ? id === path : String(node.attrs.order) < order) at = position + node.nodeSize;
    }
    return Decoration.widget(at, host, ownEvents);
  });
}

function marksOf(doc: Node, marked: Marked): DecorationSet {
  const here = new Map<string, Here>();
  doc.forEach((node, position) => {
    here.set(String(node.attrs.id), { node, position, words: textOfNode(node, marked.cells) });
  });
  return DecorationSet.create(doc, [...faults(here, marked), ...pins(here, marked), ...boxes(here, marked)]);
}

/** Draws what was found and said, and keeps it with its words until the next check says otherwise. */
export const Marks = Extension.create({
  name: 'marks',
  addProseMirrorPlugins() {
    return [
      new Plugin<{ marked: Marked | null; set: DecorationSet }>({
        key,
        state: {
          init: () => ({ marked: null, set: DecorationSet.empty }),
          apply: (tr, { marked, set }) => {
            const next = tr.getMeta(key) as Marked | undefined;
            if (next !== undefined) return { marked: next, set: marksOf(tr.doc, next) };
            return tr.docChanged ? { marked, set: set.map(tr.mapping, tr.doc) } : { marked, set };
          },
        },
        props: { decorations: (state) => key.getState(state)?.set },
      }),
    ];
  },
});

/** Shows new marks; to be called outside of a composition, which redrawing would end. */
export function setMarks(view: EditorView, marked: Marked): void {
  view.dispatch(view.state.tr.setMeta(key, marked).setMeta('addToHistory', false));
}
