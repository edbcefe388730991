'use client';

import { useEffect, useMemo, useRef } from 'react';
import { ProseEditor, type ProseHandle } from '@/components/prose/prose-editor';
import { isParagraphPath, type ParagraphValue } from '@/lib/report/draft';
import type { Place } from '@/lib/report/report';
import { httpPictures } from './http-pictures';
import { useJump, type Target } from './jump';
import { usePlace } from './place';
import { useSession } from '@/components/editor/session/use-session';

/** The text of one place of the report, bound to the session. */
export function Manuscript({
  place,
  label,
  target,
  register,
}: {
  place: Place;
  label: string;
  target: Target | null;
  /** Takes how the panel's figure list puts a figure at the caret. */
  register?: (insert: ((cell: string) => void) | null) => void;
}) {
  const session = useSession();
  const jump = useJump();
  const { head, viewer } = session.view;
  const pictures = useMemo(() => httpPictures(head.agency.key, head.year, viewer.id), [head, viewer]);
  const handle = useRef<ProseHandle>(null);
  const { paragraphs, conflicts, findings, cells, spans, comments } = usePlace(place);

  useEffect(() => {
    register?.((cell) => handle.current?.insertFigure(cell));
    return () => register?.(null);
  }, [register]);

  const path = target?.path ?? null;
  const here = path !== null && isParagraphPath(path) && paragraphs.some((paragraph) => paragraph.id === path);
  useEffect(() => {
    if (!here || target === null || path === null) return;
    const frame = requestAnimationFrame(() => handle.current?.focusParagraph(path, target.start, target.end));
    return () => cancelAnimationFrame(frame);
    // A target is gone to once, when it is named.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);

  return (
    <ProseEditor
      ref={handle}
      place={place}
      label={label}
      paragraphs={paragraphs}
      cells={cells}
      format={session.format}
      findings={findings}
      spans={spans}
      readOnly={!session.mayEdit}
      onEdits={(changes) => session.apply(changes)}
      onClash={(change) => session.clash(change)}
      pictures={pictures}
      onGoToCell={(cell) => jump({ path: cell })}
      conflicts={conflicts.map(({ path, mine: own, theirs }) => ({
        path,
        mine: own as ParagraphValue | null,
        theirs: theirs.value as ParagraphValue | null,
        by: theirs.by,
        at: theirs.at,
      }))}
      onChoose={(path, which) => session.choose(path, which)}
      comments={comments}
    />
  );
}
