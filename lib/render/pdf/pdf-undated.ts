import { createHash } from 'node:crypto';

/**
 * A PDF without the time and the machine at which it was made: its dates are `day` (2025-01-17), its id
 * follows from its content. Only what stands uncompressed is touched, and every length stays, so that its table of
 * offsets holds.
 */
export function undatedPdf(pdf: Uint8Array, day: string): Uint8Array {
  const compact = `${day.replaceAll('-', '')}000000`;
  const fixed = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/g, `$1${compact}`)
    .replace(/(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/g, `$1${day}T00:00:00`)
    .replace(
      /(\/Creator ?\()Mozilla\/(?:[^()\\]|\\.)*\)/g,
      (all: string, start: string) => `${start}${' '.repeat(all.length - start.length - 1)})`,
    )
    .replace(id, (all: string) => all.replace(/[0-9A-F]{32}/gi, '0'.repeat(32)));
  const name = createHash('sha256').update(fixed, 'latin1').digest('hex').slice(0, 32).toUpperCase();
  return new Uint8Array(
    Buffer.from(
      fixed.replace(id, (all: string) => all.replace(/0{32}/g, name)),
      'latin1',
    ),
  );
}

/** The two ids of the trailer, and LibreOffice's sum beside them. */
const id = /\/ID ?\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>\s*\]|\/DocChecksum ?\/[0-9A-F]{32}/gi;
