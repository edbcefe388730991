'use client';

import type { CopyableReport } from '@/lib/workflow/papers';

/**
 * Puts a report on the clipboard, as HTML and as text. `coming` may still be on its way: browsers want the clipboard to
 * be asked for at once when somebody presses. Where a page without TLS has no such clipboard, an ordinary copy is made.
 */
export async function copyReport(coming: Promise<CopyableReport>): Promise<void> {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (typeof clipboard?.write === 'function' && typeof ClipboardItem === 'function') {
    const as = (type: string, text: Promise<string>): Promise<Blob> =>
      text.then((content) => new Blob([content], { type }));
    const item = new ClipboardItem({
      'text/html': as(
        'text/html',
        coming.then(({ html }) => html),
      ),
      'text/plain': as(
        'text/plain',
        coming.then(({ text }) => text),
      ),
    });
    const written = await clipboard.write([item]).then(
      () => true,
      () => false,
    );
    if (written) return;
  }
  const { html, text } = await coming;
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', fill, { once: true });
  try {
    if (!document.execCommand('copy')) throw new Error('the browser does not let pages copy');
  } finally {
    document.removeEventListener('copy', fill);
  }
}
