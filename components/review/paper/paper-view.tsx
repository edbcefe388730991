'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import { Figures } from './figures';
import { InsertView } from './insert';
import type { Paper, PaperParagraph, PaperSection } from './paper';
import type { PaperCell } from './paper-table';
import { ParagraphView } from './paragraph';
import { usePicked, type Picked } from './selection';

interface Remarkable {
  onCell?: (cell: PaperCell) => void;
  onParagraph?: (paragraph: PaperParagraph, quote?: string) => void;
  /** Where the pictures of the report are. */
  addressOf: (sha256: string) => string;
}

/** The report on paper: whole, or only what changed or carries a comment. */
export function PaperView({
  paper,
  whole,
  onCell,
  onParagraph,
  addressOf,
}: { paper: Paper; whole: boolean } & Remarkable) {
  const frame = useRef<HTMLDivElement>(null);
  const paragraphs = paper.sections.flatMap((section) => section.paragraphs);
  const textOf = useCallback(
    (path: string) => paper.sections.flatMap((section) => section.paragraphs).find((item) => item.id === path)?.text,
    [paper],
  );
  const picked = usePicked(frame, textOf);
  const shown = whole ? paper.sections : paper.sections.filter((section) => section.changed || section.commented);
  return (
    <div className="paper" ref={frame}>
      {shown.length === 0 ? <p className="empty">与上次提交相比没有改动，也没有批注。</p> : null}
      {shown.map((section) => (
        <Part
          key={section.id}
          section={section}
          whole={whole}
          onCell={onCell}
          onParagraph={onParagraph}
          addressOf={addressOf}
        />
      ))}
      {picked === null || onParagraph === undefined ? null : (
        <PickButton
          picked={picked}
          onPick={() => {
            const paragraph = paragraphs.find((item) => item.id === picked.path);
            if (paragraph !== undefined) onParagraph(paragraph, picked.quote);
            document.getSelection()?.removeAllRanges();
          }}
        />
      )}
    </div>
  );
}

function Part({
  section,
  whole,
  onCell,
  onParagraph,
  addressOf,
}: { section: PaperSection; whole: boolean } & Remarkable) {
  const tables = whole ? section.tables : section.tables.filter((table) => table.changed || table.commented);
  const paragraphs = whole
    ? section.paragraphs
    : section.paragraphs.filter((item) => item.change !== 'none' || item.comments.length > 0);
  const empty = whole && section.title !== '' && tables.length === 0 && paragraphs.length === 0;
  return (
    <section id={`part-${section.id}`} className="part">
      {section.title === '' ? null : <h2>{section.title}</h2>}
      {tables.map((table) => (
        <div key={table.id}>
          {section.tables.length > 1 ? <h3>{table.caption}</h3> : null}
          <Figures table={table} whole={false} onRemark={onCell} />
        </div>
      ))}
      {paragraphs.map((paragraph) =>
        paragraph.insert === null && paragraph.insertBefore === null ? (
          <ParagraphView key={paragraph.id} paragraph={paragraph} onRemark={onParagraph} />
        ) : (
          <InsertView key={paragraph.id} paragraph={paragraph} addressOf={addressOf} onRemark={onParagraph} />
        ),
      )}
      {empty ? <p className="empty">这一部分没有内容。</p> : null}
    </section>
  );
}

/** Stands at the end of the selected words; at the foot of the screen where it is narrow (review.css). */
function PickButton({ picked, onPick }: { picked: Picked; onPick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // Set through the object model: a style attribute would offend the policy of the page.
    button.current?.style.setProperty('top', `${picked.top}px`);
    button.current?.style.setProperty('left', `${picked.left}px`);
  }, [picked]);
  return (
    <button
      ref={button}
      type="button"
      className="button main small pick"
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Icon name="note" />
      批注这句
    </button>
  );
}
