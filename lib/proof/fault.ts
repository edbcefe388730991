/** What an audit finds. A code is permanent. */
export type FaultCode =
  | 'missing-entry'
  | 'changed-entry'
  | 'broken-chain'
  | 'stray-entry'
  | 'rewritten-log'
  | 'cut-log'
  | 'changed-row'
  | 'deleted-row'
  | 'unlogged-row'
  | 'changed-file'
  | 'unsigned-file'
  | 'unsigned-publication'
  | 'bad-signature'
  | 'unlike-statement'
  | 'unlike-history'
  | 'unlike-edits';

/** Something that is not as it was written down: which row of which table, and one sentence. */
export interface Fault {
  readonly code: FaultCode;
  readonly table: string;
  /** Key of the row within its table; the number of an entry of the log. */
  readonly subject: string;
  readonly message: string;
}
