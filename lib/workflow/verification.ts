/** What became of a version since it was published. */
export type VersionStanding = 'current' | 'superseded' | 'withdrawn';

/** A file that was published: the signed statement says so, not the database. */
export interface PublishedFileFound {
  readonly outcome: 'published';
  readonly sha256: string;
  readonly agencyKey: string;
  readonly agency: string;
  readonly year: number;
  readonly version: number;
  /** ISO time. */
  readonly publishedAt: string;
  /** As the statement names it: report.docx, …; `page` is the page itself. */
  readonly name: string;
  /** Id of the key that signed. */
  readonly key: string;
  readonly standing: VersionStanding;
  /** Whether the last version of the report was withdrawn, so that no version of it stands. */
  readonly withdrawn: boolean;
  /** Where what the database holds today differs from what was signed, in words; empty where all is right. */
  readonly unlike: readonly string[];
}

/** A file of which the database tells but no valid signature. */
export interface UnprovenFile {
  readonly outcome: 'unproven';
  readonly sha256: string;
  readonly agencyKey: string;
  readonly agency: string;
  readonly year: number;
  readonly version: number;
  /** Whether there is a signature, which then does not name this file or does not hold. */
  readonly signed: boolean;
}

export interface UnknownFile {
  readonly outcome: 'unknown';
  readonly sha256: string;
}

/** What `/verify` says of a file or a hash. */
export type Verification = PublishedFileFound | UnprovenFile | UnknownFile;

/** Why nothing can be said of what was handed in. */
export type NotVerified = 'no-file' | 'too-large' | 'unreadable' | 'no-hash';
