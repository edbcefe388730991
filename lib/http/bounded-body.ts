/**
 * The body of a request, at most `largest` bytes; null as soon as it is longer, and then nothing more of it is taken
 * in.
 */
export async function boundedBody(request: Request, largest: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return null;
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, length);
    length += value.byteLength;
    if (length > largest) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    pieces.push(value);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
