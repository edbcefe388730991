'use client';

import { useEffect, useState } from 'react';

/** What is dropped anywhere on the page, or pasted where nothing is typed; true while something is dragged over. */
export function useDropAnywhere(give: (data: DataTransfer) => void): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(true);
    };
    const out = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(false);
      take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      if (!typing && !event.defaultPrevented) take(event.clipboardData);
    };
    const take = (data: DataTransfer | null): void => {
      if (data !== null) give(data);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', out);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', out);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [give]);
  return dragging;
}
