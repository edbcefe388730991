import { z } from 'zod';
import type { LogHead } from './chain';

const KIND = 'nianbao-publication/1';

/** A file as a statement names it; `page` is the page itself. */
export interface StatedFile {
  readonly name: string;
  readonly size: number;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

/** What is signed of a publication: who published what, when, and the hash of every file. */
export interface Statement {
  readonly agencyKey: string;
  readonly agency: string;
  readonly year: number;
  /** Number of the publication, 1, 2, … per agency and year. */
  readonly version: number;
  readonly title: string;
  /** ISO time. */
  readonly publishedAt: string;
  /** What was corrected and why; empty for the first version. */
  readonly note: string;
  /** SHA-256 of the statement of the version before; null for the first. */
  readonly replaces: string | null;
  /** Where the log of all acts stood. */
  readonly log: LogHead;
  readonly files: readonly StatedFile[];
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const statementSchema = z.strictObject({
  statement: z.literal(KIND),
  agencyKey: z.string(),
  agency: z.string(),
  year: z.int(),
  version: z.int().min(1),
  title: z.string(),
  publishedAt: z.iso.datetime(),
  note: z.string(),
  replaces: hash.nullable(),
  log: z.strictObject({ number: z.int().min(0), hash }),
  files: z.array(z.strictObject({ name: z.string(), size: z.int().min(0), sha256: hash })).min(1),
});

/** The text that is signed: JSON on one line, its keys always in this order. */
export function statementText(statement: Statement): string {
  const { agencyKey, agency, year, version, title, publishedAt, note, replaces, log, files } = statement;
  return JSON.stringify({
    ...{ statement: KIND, agencyKey, agency, year, version, title, publishedAt, note, replaces },
    log: { number: log.number, hash: log.hash },
    files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
  });
}

/** The statement that a text makes; null when it is none, or not in the one form that is signed. */
export function readStatement(text: string): Statement | null {
  try {
    const parsed = statementSchema.safeParse(JSON.parse(text));
    return parsed.success && statementText(parsed.data) === text ? parsed.data : null;
  } catch {
    return null;
  }
}
