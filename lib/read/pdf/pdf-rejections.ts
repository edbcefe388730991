import { setImmediate as turn } from 'node:timers/promises';

/** pdf.js has errors of its own, and a few TypeErrors of its own making; the latter tell by where they come from. */
function isOfPdf(reason: unknown): boolean {
  if (typeof reason !== 'object' || reason === null) return false;
  const { name, stack } = reason as { name?: unknown; stack?: unknown };
  return (
    /^(FormatError|AbortException|XRef\w+|Missing\w+|Password\w+|InvalidPDFException|Unknown\w+|Response\w+|ParserEOF\w+|\w*Jbig2\w*|\w*Jpeg\w*|\w*Jpx\w*)$/.test(
      String(name),
    ) || String(stack).includes('pdfjs')
  );
}

const ignore = (reason: unknown): void => {
  if (!isOfPdf(reason)) throw reason;
};

let readings = 0;

/**
 * Does work with pdf.js. On a broken file it rejects promises that nobody but itself holds; what is wrong it says by
 * those it gave out as well, and the process need not end for the others. They come a turn later than the answer.
 */
export async function amongPdfRejections<T>(work: () => Promise<T>): Promise<T> {
  if (readings === 0) process.on('unhandledRejection', ignore);
  readings += 1;
  try {
    return await work();
  } finally {
    await turn();
    await turn();
    readings -= 1;
    if (readings === 0) process.off('unhandledRejection', ignore);
  }
}
