import type { ClipboardEvent } from 'react';
import type { Session } from '@/components/editor/session/session';

/**
 * A clipboard with a picture and no words (a screenshot) is refused in a sentence: a cell would take nothing and say
 * nothing. The prose takes it.
 */
export function refusePicture(event: ClipboardEvent, session: Session): void {
  const { files } = event.clipboardData;
  if (event.target instanceof Element && event.target.closest('.manuscript') !== null) return;
  if (!session.mayEdit || files.length === 0 || event.clipboardData.getData('text/plain').trim() !== '') return;
  event.preventDefault();
  event.stopPropagation();
  session.apply([], { said: '剪贴板里是图片，这里只能填数字，没有粘贴。' });
}
