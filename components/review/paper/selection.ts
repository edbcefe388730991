'use client';

import { useEffect, useState, type RefObject } from 'react';

/** Words that are selected within one paragraph of the paper. */
export interface Picked {
  readonly path: string;
  readonly quote: string;
  /** Where the button stands, relative to the paper. */
  readonly top: number;
  readonly left: number;
}

/** The words of a selection as they stand in the report: struck words, pins and buttons are no part of it. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents();
  for (const node of copy.querySelectorAll('del, .pin, .remark, .moved')) node.remove();
  return (copy.textContent ?? '').trim();
}

/** Follows the selection inside `paper`; null when nothing is selected in a paragraph that has these words. */
export function usePicked(
  paper: RefObject<HTMLElement | null>,
  textOf: (path: string) => string | undefined,
): Picked | null {
  const [picked, setPicked] = useState<Picked | null>(null);
  useEffect(() => {
    const follow = (): void => {
      const selection = document.getSelection();
      const frame = paper.current;
      if (selection === null || selection.isCollapsed || selection.rangeCount === 0 || frame === null)
        return setPicked(null);
      const range = selection.getRangeAt(0).cloneRange();
      const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
      const paragraph = start?.closest<HTMLElement>('[data-path]');
      if (paragraph === null || paragraph === undefined || !frame.contains(paragraph)) return setPicked(null);
      if (!paragraph.contains(range.endContainer)) range.setEndAfter(paragraph.lastChild ?? paragraph);
      const path = paragraph.dataset.path ?? '';
      const quote = wordsOf(range);
      if (quote === '' || textOf(path)?.includes(quote) !== true) return setPicked(null);
      const rects = range.getClientRects();
      const last = rects[rects.length - 1] ?? range.getBoundingClientRect();
      const origin = frame.getBoundingClientRect();
      setPicked({
        path,
        quote,
        top: last.bottom - origin.top + 6,
        left: Math.min(last.right - origin.left, origin.width - 120),
      });
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [paper, textOf]);
  return picked;
}
