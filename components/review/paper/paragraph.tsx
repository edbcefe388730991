'use client';

import { Icon } from '@/components/ui/icon';
import { anchorOf } from './changes';
import type { Piece } from '@/lib/report/difference';
import type { PaperParagraph } from './paper';
import { Pin } from './pin';
import { stretchesOf, type Stretch } from './stretches';

/** Earlier words struck, later words underlined. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) =>
    piece.is === 'gone' ? (
      <del key={index}>{piece.text}</del>
    ) : piece.is === 'new' ? (
      <ins key={index}>{piece.text}</ins>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}

function Words({ stretch }: { stretch: Stretch }) {
  const text = stretch.quoted ? <span className="quoted">{stretch.text}</span> : stretch.text;
  return stretch.is === 'gone' ? <del>{stretch.text}</del> : stretch.is === 'new' ? <ins>{text}</ins> : text;
}

/** One paragraph with its changes and pins; `onRemark` puts a comment on it, undefined where nobody may. */
export function ParagraphView({
  paragraph,
  onRemark,
}: {
  paragraph: PaperParagraph;
  onRemark?: (paragraph: PaperParagraph) => void;
}) {
  return (
    <p
      className={`para ${paragraph.heading ? 'lead' : ''} ${paragraph.change}`}
      id={anchorOf(paragraph.id)}
      data-path={paragraph.id}
      tabIndex={-1}
    >
      {paragraph.change === 'moved' ? <span className="moved">移动了位置</span> : null}
      {stretchesOf(paragraph.pieces, paragraph.text, paragraph.comments).map((stretch, index) => (
        <span key={index}>
          <Words stretch={stretch} />
          {stretch.pins.map((comment) => (
            <Pin key={comment.id} comment={comment} />
          ))}
        </span>
      ))}
      {onRemark === undefined || paragraph.change === 'removed' ? null : (
        <button
          type="button"
          className="remark"
          onClick={() => onRemark(paragraph)}
          aria-label={`批注${paragraph.label}`}
          title="批注"
        >
          <Icon name="note" />
        </button>
      )}
    </p>
  );
}
