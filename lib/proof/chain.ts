import { canonicalText } from './canonical';
import { sha256 } from './digest';

/** Where the chain stood at a moment: whoever keeps it can tell later that nothing before was changed or taken away. */
export interface LogHead {
  readonly number: number;
  readonly hash: string;
}

/** What one entry of the log says, its own hash apart. */
export interface LogLink {
  readonly number: number;
  readonly kind: string;
  readonly subject: string;
  readonly at: Date;
  /** SHA-256 of the canonical text of the row. */
  readonly digest: string;
  readonly previous: string;
}

/** Stands before the first entry. */
export const beginning: LogHead = { number: 0, hash: '0'.repeat(64) };

/** The hash of an entry; it covers the hash of the entry before, hence everything before. */
export function linkHash({ number, kind, subject, at, digest, previous }: LogLink): string {
  return sha256(canonicalText({ number, kind, subject, at, digest, previous }));
}

/** The entry that comes after `head`. */
export function nextLink(head: LogHead, act: Omit<LogLink, 'number' | 'previous'>): LogLink & LogHead {
  const link = {
    number: head.number + 1,
    kind: act.kind,
    subject: act.subject,
    at: act.at,
    digest: act.digest,
    previous: head.hash,
  };
  return { ...link, hash: linkHash(link) };
}
