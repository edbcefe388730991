import type { PDFPageProxy } from 'unpdf/pdfjs';
import { Encodings } from './pdf-encodings';
import { amongPdfRejections } from './pdf-rejections';
import { expandsTooFar } from './pdf-streams';
import { unreadable, type Unreadable } from '@/lib/read/result';

/** No report has more; a volume of many agencies' is not one. */
const mostPages = 200;
/** Milliseconds. */
const longest = 8_000;

/** Reads every page of a PDF in turn; whatever stops it is said as one sentence. */
export async function withPages<T>(
  bytes: Uint8Array,
  read: (page: PDFPageProxy) => Promise<T | null>,
): Promise<T[] | Unreadable> {
  if (expandsTooFar(bytes)) return unreadable('hostile');
  allowBufferTransfer();
  return amongPdfRejections(() => pagesOf(bytes, read));
}

async function pagesOf<T>(
  bytes: Uint8Array,
  read: (page: PDFPageProxy) => Promise<T | null>,
): Promise<T[] | Unreadable> {
  const begin = performance.now();
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the buffer it is given away from its owner, and refuses a Buffer of Node.
  const options = {
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    maxImageSize: 1,
    stopAtErrors: false,
    enableXfa: false,
    cMapPacked: false,
    BinaryDataFactory: Encodings,
  };
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), options);
    try {
      if (document.numPages > mostPages) return unreadable('too-large', `共 ${document.numPages} 页`);
      const pages: T[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const found = await read(page);
        page.cleanup();
        if (found === null) return unreadable('hostile');
        pages.push(found);
        if (performance.now() - begin > longest) return unreadable('took-too-long');
      }
      return pages;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    return unreadable(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

/** pdf.js calls it for every font; Node has it from version 21 on. */
function allowBufferTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy;
    },
  });
}
