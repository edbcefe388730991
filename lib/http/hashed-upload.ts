import { createHash } from 'node:crypto';
import type { NotVerified } from '@/lib/workflow/verification';

/** A file of a form, of which nothing was kept but its hash. */
export interface HashedUpload {
  /** As the browser gave it; shown and never used. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export type NoUpload = Exclude<NotVerified, 'no-hash'>;

const HEAD_LIMIT = 16 * 1024;
const blankLine = Buffer.from('\r\n\r\n');

/**
 * Takes a multipart body (RFC 7578) piece by piece and hashes the first file in it; at no time holds more than a piece
 * and a boundary.
 */
export class MultipartHash {
  private readonly delimiter: Buffer;
  private pending: Buffer = Buffer.from('\r\n');
  private state: 'before' | 'head' | 'file' | 'skipped' | 'after' = 'before';
  private readonly hash = createHash('sha256');
  private size = 0;
  private name = '';
  private done = false;

  constructor(boundary: string) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  take(piece: Uint8Array): void {
    if (this.state === 'after') return;
    this.pending = Buffer.concat([this.pending, piece]);
    while (this.step());
  }

  /** What came out when the body had ended. */
  result(): HashedUpload | NoUpload {
    if (!this.done) return this.state === 'after' ? 'no-file' : 'unreadable';
    return this.name === '' && this.size === 0
      ? 'no-file'
      : { name: this.name, size: this.size, sha256: this.hash.digest('hex') };
  }

  /** One step through what is pending; false when it takes more of the body. */
  private step(): boolean {
    if (this.state === 'after') return false;
    return this.state === 'head' ? this.readHead() : this.readTo();
  }

  /** Passes on what stands before the next boundary. */
  private readTo(): boolean {
    const at = this.pending.indexOf(this.delimiter);
    const end = at >= 0 ? at : Math.max(0, this.pending.length - this.delimiter.length + 1);
    if (this.state === 'file') {
      this.hash.update(this.pending.subarray(0, end));
      this.size += end;
    }
    this.pending = this.pending.subarray(at >= 0 ? end + this.delimiter.length : end);
    if (at < 0) return false;
    if (this.state === 'file') this.done = true;
    this.state = this.done ? 'after' : 'head';
    return true;
  }

  /** The head of a part: which field it is, and the name of its file. */
  private readHead(): boolean {
    if (this.pending.subarray(0, 2).toString() === '--') {
      this.state = 'after';
      return false;
    }
    const at = this.pending.indexOf(blankLine);
    if (at < 0 || at > HEAD_LIMIT) {
      if (this.pending.length > HEAD_LIMIT) this.state = 'after';
      return false;
    }
    const head = this.pending.subarray(0, at).toString();
    this.pending = this.pending.subarray(at + blankLine.length);
    const file = /content-disposition:[^\r\n]*;\s*filename="([^"\r\n]*)"/i.exec(head);
    this.name = (file?.[1] ?? '').replaceAll('%22', '"').slice(0, 300);
    this.state = file === null ? 'skipped' : 'file';
    return true;
  }
}

/** Hashes the file of a form as it comes in; nothing of it is kept. At most `largest` bytes of body are taken. */
export async function hashedUpload(request: Request, largest: number): Promise<HashedUpload | NoUpload> {
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(
    request.headers.get('content-type') ?? '',
  );
  if (boundary === null || request.body === null) return 'unreadable';
  if (Number(request.headers.get('content-length') ?? 0) > largest) return 'too-large';
  const taking = new MultipartHash(boundary[1] ?? boundary[2] ?? '');
  const reader = request.body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return taking.result();
    length += value.byteLength;
    if (length > largest) {
      await reader.cancel().catch(() => undefined);
      return 'too-large';
    }
    taking.take(value);
  }
}
