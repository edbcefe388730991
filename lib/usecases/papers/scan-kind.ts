const begins = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** What a scan is by its content, and the ending its name gets; null for anything but a PDF, a PNG or a JPEG. */
export function scanKind(bytes: Uint8Array): { readonly contentType: string; readonly ending: string } | null {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return { contentType: 'image/png', ending: '.png' };
  if (begins(bytes, 0xff, 0xd8, 0xff)) return { contentType: 'image/jpeg', ending: '.jpg' };
  // A few bytes may stand before the mark (ISO 32000-1, H.3, note 13).
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return head.includes('%PDF-') ? { contentType: 'application/pdf', ending: '.pdf' } : null;
}
