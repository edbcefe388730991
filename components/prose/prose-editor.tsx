'use client';

import { EditorContent } from '@tiptap/react';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { createPortal } from 'react-dom';
import type { Finding } from '@/lib/checks/finding';
import type { Paragraph, ParagraphValue, Path } from '@/lib/report/draft';
import type { Place } from '@/lib/report/report';
import type { Span } from '@/lib/report/resolve';
import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import type { CommentView } from '@/lib/workflow/view';
import { Icon } from '@/components/ui/icon';
import { focusWords, insertFigure, replaceFigure } from './acts';
import { ConflictBox, type ProseConflict } from './conflict-box';
import { putInsert } from '@/components/prose/inserts/insert-acts';
import { PictureDialog } from '@/components/prose/inserts/picture-dialog';
import type { PictureStore } from '@/components/prose/inserts/picture-store';
import { placeholders } from './placeholders';
import { ProseTools } from './prose-tools';
import type { Cells } from '@/components/prose/document/runs';
import { SourceCard } from '@/components/prose/figures/source-card';
import { StillProse } from './still-prose';
import { useProse } from './use-prose';

export interface ProseHandle {
  /** Puts a linked figure where the caret is, and the caret behind it. */
  insertFigure(cell: CellId): void;
  /** Marks words of a paragraph (offsets into its own words) and brings them into view. */
  focusParagraph(id: string, start?: number, end?: number): void;
}

export interface ProseEditorProps {
  place: Place;
  /** Name of the text for those who cannot see where it stands. */
  label: string;
  /** Paragraphs of the draft; those of other places are left alone. */
  paragraphs: readonly Paragraph[];
  /** Cells as the report states them, totals included (`resolve`). */
  cells: Cells;
  format: Format;
  /** A finding's number in the text is its position in this list, so the panel beside shows the same list. */
  findings: readonly Finding[];
  spans: readonly Span[];
  readOnly?: boolean;
  /** Changed, added and removed (null) paragraphs, at every change but never within a composition. */
  onEdits(changes: readonly { path: Path; value: ParagraphValue | null }[]): void;
  /**
   * A paragraph that changed while it was being written, so that the two do not go together: not to be written over.
   */
  onClash(change: { path: Path; value: ParagraphValue | null }): void;
  onGoToCell(cell: CellId): void;
  pictures: PictureStore;
  conflicts: readonly ProseConflict[];
  onChoose(path: Path, which: 'mine' | 'theirs'): void;
  /** A comment's number in the text is its position in this list. */
  comments: readonly CommentView[];
  ref?: Ref<ProseHandle>;
}

/**
 * The text of one place of a report, written in the browser: paragraphs of words and linked figures (house.md, prose).
 */
export function ProseEditor({ ref, ...props }: ProseEditorProps) {
  return <OnePlace key={`${props.place} ${String(props.readOnly ?? false)}`} {...props} handle={ref} />;
}

function OnePlace({ handle, ...props }: Omit<ProseEditorProps, 'ref'> & { handle: Ref<ProseHandle> | undefined }) {
  const { place, cells, format, readOnly = false } = props;
  const [card, setCard] = useState<{ cell: CellId; anchor: Element } | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const placeholder = readOnly ? '这一部分没有文字。' : placeholders[place];
  const prose = useProse({
    ...props,
    readOnly,
    placeholder,
    onOpenFigure: (anchor, cell) => setCard({ anchor, cell }),
    onPictures: (added) => setFiles((before) => [...before, ...added]),
  });
  const { editor, conflicts, hosts, paragraphs } = prose;

  const wanted = useRef<Parameters<ProseHandle['focusParagraph']> | null>(null);
  useImperativeHandle(handle, () => ({
    insertFigure(cell) {
      if (editor !== null) insertFigure(editor, cell);
    },
    focusParagraph(id, start, end) {
      if (editor !== null) focusWords(editor, cells, id, start, end);
      else wanted.current = [id, start, end];
    },
  }));
  useEffect(() => {
    if (editor === null || wanted.current === null) return;
    focusWords(editor, cells, ...wanted.current);
    wanted.current = null;
  }, [editor, cells]);

  const close = (): void => {
    setCard(null);
    if (readOnly && card?.anchor instanceof HTMLElement) card.anchor.focus();
    else editor?.commands.focus();
  };

  return (
    <div className={readOnly ? 'prose is-read-only' : 'prose'}>
      <span hidden ref={(element) => prose.figures.drawWith(element?.firstElementChild ?? null)}>
        <Icon name="link" />
      </span>
      {editor === null ? (
        <>
          {readOnly ? null : <div className="prose-tools" aria-hidden="true" />}
          <StillProse
            paragraphs={paragraphs}
            cells={cells}
            placeholder={placeholder}
            addressOf={props.pictures.addressOf}
          />
        </>
      ) : (
        <>
          {readOnly ? null : (
            <ProseTools
              editor={editor}
              label={props.label}
              format={format}
              cells={cells}
              onPictures={(added) => setFiles((before) => [...before, ...added])}
            />
          )}
          <div className="prose-said" role="status">
            {prose.said === '' ? null : (
              <>
                {prose.said}
                <button type="button" className="button small quiet" onClick={prose.hush}>
                  知道了
                </button>
              </>
            )}
          </div>
          <EditorContent editor={editor} />
          {hosts.map(({ path, host }) => {
            const conflict = conflicts.find((one) => one.path === path);
            return conflict === undefined
              ? null
              : createPortal(
                  <ConflictBox
                    conflict={conflict}
                    cells={cells}
                    addressOf={props.pictures.addressOf}
                    onChoose={(which) => props.onChoose(path, which)}
                  />,
                  host,
                  path,
                );
          })}
          {files[0] === undefined ? null : (
            <PictureDialog
              key={files.length}
              file={files[0]}
              more={files.length - 1}
              store={props.pictures}
              onClose={() => setFiles(files.slice(1))}
              onPut={(picture) => {
                setFiles(files.slice(1));
                putInsert(editor.view, { picture });
              }}
            />
          )}
          {card === null ? null : (
            <SourceCard
              cell={card.cell}
              anchor={card.anchor}
              format={format}
              cells={cells}
              readOnly={readOnly}
              onClose={close}
              onGoToCell={props.onGoToCell}
              onReplace={(cell) => {
                replaceFigure(editor, card.anchor, { cell });
                close();
              }}
              onPlain={(text) => {
                replaceFigure(editor, card.anchor, { text });
                close();
              }}
            />
          )}
        </>
      )}
    </div>
  );
}
