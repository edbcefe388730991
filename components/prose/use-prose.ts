'use client';

import { useEditor, type Editor, type UseEditorOptions } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { generateKeyBetween } from 'fractional-indexing';
import { figureName } from '@/lib/checks/engine/place';
import type { Paragraph } from '@/lib/report/draft';
import type { CellId } from '@/lib/statute/table';
import { PlainPaste } from '@/components/prose/document/clipboard';
import type { ProseConflict } from './conflict-box';
import { LiveFigures } from '@/components/prose/figures/figure-view';
import { History } from '@/components/prose/document/history';
import { InsertNode } from '@/components/prose/inserts/insert-node';
import { newParagraphId } from '@/components/prose/document/identity';
import { KeepIdentity } from '@/components/prose/document/keep-identity';
import { Ledger } from '@/components/prose/document/ledger';
import { Marks, setMarks, type Box, type Marked } from '@/components/prose/document/marks';
import { ParagraphStyles } from '@/components/prose/document/paragraph-styles';
import type { ProseEditorProps } from './prose-editor';
import { PictureHands } from '@/components/prose/inserts/picture-hands';
import { documentOf } from '@/components/prose/document/runs';
import { Document, Figure, Paragraph as ParagraphNode, Text } from '@/components/prose/document/schema';
import { Sync } from '@/components/prose/document/sync';

type Given = Omit<ProseEditorProps, 'ref'> & {
  readOnly: boolean;
  placeholder: string;
  onOpenFigure(anchor: Element, cell: CellId): void;
  /** Pictures that were pasted or dropped. */
  onPictures(files: File[]): void;
};

export interface Prose {
  /** null on the server and until the browser has taken over. */
  readonly editor: Editor | null;
  /** The paragraphs of the place, its author's own side of what is to be decided. */
  readonly paragraphs: readonly Paragraph[];
  readonly conflicts: readonly ProseConflict[];
  readonly hosts: readonly Box[];
  readonly figures: LiveFigures;
  /** What could not be pasted; empty when there is nothing to say. */
  readonly said: string;
  hush(): void;
}

/** While two values stand, the text shows its author's own: the other one is in the box below. */
function withMine(
  place: Given['place'],
  paragraphs: readonly Paragraph[],
  conflicts: readonly ProseConflict[],
): Paragraph[] {
  const mine = new Map(conflicts.map((conflict) => [conflict.path, conflict.mine]));
  const shown = paragraphs.filter((paragraph) => paragraph.place === place && !mine.has(paragraph.id));
  for (const [id, value] of mine) if (value !== null && value.place === place) shown.push({ ...value, id });
  return shown.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
}

const placeOf = (conflict: ProseConflict): string | undefined => (conflict.mine ?? conflict.theirs)?.place;

/** The editor of one place, kept in step with the draft around it. */
export function useProse(given: Given): Prose {
  const { place, format, cells, findings, spans, comments, readOnly, placeholder } = given;
  const latest = useRef(given);
  const sync = useRef<Sync | null>(null);

  const conflicts = useMemo(
    () => given.conflicts.filter((conflict) => placeOf(conflict) === place),
    [given.conflicts, place],
  );
  const paragraphs = useMemo(() => withMine(place, given.paragraphs, conflicts), [place, given.paragraphs, conflicts]);

  const [figures] = useState(() => new LiveFigures((cell) => figureName(format, cell)));
  const [hands] = useState(() => new PictureHands());
  const [ledger] = useState(() => new Ledger(place, paragraphs));

  const [said, setSaid] = useState('');
  const [options] = useState((): UseEditorOptions => {
    const writing = { role: 'textbox', 'aria-multiline': 'true', 'aria-placeholder': placeholder, spellcheck: 'false' };
    return {
      injectCSS: false,
      immediatelyRender: false,
      editable: !readOnly,
      content: documentOf(
        paragraphs.length > 0
          ? paragraphs
          : [{ id: newParagraphId(), order: generateKeyBetween(null, null), runs: [] }],
      ),
      coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
      extensions: [
        Document,
        ParagraphNode,
        Text,
        Figure.configure({ figures, knows: (cell) => format.cell(cell) !== undefined }),
        KeepIdentity,
        ParagraphStyles.configure({ cells: () => figures.cells, placeholder }),
        Marks,
        InsertNode.configure({ addressOf: given.pictures.addressOf }),
        PlainPaste.configure({
          tell: setSaid,
          pictures: (files) => hands.take(files),
          knows: (sha256) => hands.knows(sha256),
        }),
        History,
      ],
      editorProps: {
        attributes: {
          class: 'manuscript',
          'aria-label': given.label,
          lang: 'zh-CN',
          ...(readOnly ? { role: 'group' } : writing),
        },
      },
    };
  });
  const editor = useEditor(options);

  const pathsKey = conflicts.map((conflict) => conflict.path).join(' ');
  const hosts = useMemo((): Box[] => {
    if (editor === null || pathsKey === '') return [];
    return pathsKey.split(' ').map((path) => ({ path, order: '', host: document.createElement('div') }));
  }, [editor, pathsKey]);

  useEffect(() => {
    latest.current = given;
    figures.onOpen(given.onOpenFigure);
    hands.set(given.paragraphs, given.onPictures);
  });

  useEffect(() => {
    if (editor === null) return;
    // Until somebody places the caret, a figure that is inserted goes to the end.
    editor.commands.setTextSelection(editor.state.doc.content.size);
    const mine = new Sync(editor, ledger, {
      edits: (changes) => latest.current.onEdits(changes),
      clash: (change) => latest.current.onClash(change),
    });
    sync.current = mine;
    return () => {
      mine.stop();
      sync.current = null;
    };
  }, [editor, ledger]);

  useEffect(() => {
    if (editor !== null) sync.current?.receive(paragraphs);
  }, [editor, paragraphs]);

  useEffect(() => {
    if (editor === null) return;
    figures.set(cells);
    const boxes = hosts.map((box) => {
      const conflict = conflicts.find((one) => one.path === box.path);
      return { ...box, order: (conflict?.theirs ?? conflict?.mine)?.order ?? '' };
    });
    const marked: Marked = { place, findings, spans, comments, cells, boxes };
    const show = (): void => {
      if (!editor.isDestroyed && !editor.view.composing) setMarks(editor.view, marked);
    };
    show();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const dom = editor.view.dom;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(show, 80);
    };
    dom.addEventListener('compositionend', later);
    return () => {
      clearTimeout(timer);
      dom.removeEventListener('compositionend', later);
    };
  }, [editor, figures, place, findings, spans, comments, cells, conflicts, hosts]);

  return { editor, paragraphs, conflicts: conflicts, hosts, figures, said, hush: () => setSaid('') };
}
