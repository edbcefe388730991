import type { PublicKey } from './key';
import { prove, type NotProven, type Signed } from './signed';
import type { StatedFile, Statement } from './statement';

/** What signed statements say of one file. */
export type Verdict =
  | { readonly verdict: 'published'; readonly statement: Statement; readonly file: StatedFile; readonly key: string }
  /** The statement is genuine (then it stands here), but not of this file; or no statement could be proven. */
  | {
      readonly verdict: 'not-as-published';
      readonly why: 'other-content' | NotProven;
      readonly statement: Statement | null;
      readonly key: string | null;
    };

/** Holds the hash and size of a file against signed statements, by known keys alone. */
export function verdictOn(
  file: Pick<StatedFile, 'sha256' | 'size'>,
  signatures: readonly Signed[],
  known: readonly PublicKey[],
): Verdict {
  let failed: Verdict = { verdict: 'not-as-published', why: 'not-a-statement', statement: null, key: null };
  for (const signed of signatures) {
    const proven = prove(signed, known);
    if (typeof proven === 'string') {
      if (failed.statement === null) failed = { ...failed, why: proven };
      continue;
    }
    const { statement, key } = proven;
    const stated = statement.files.find(({ sha256, size }) => sha256 === file.sha256 && size === file.size);
    if (stated !== undefined) return { verdict: 'published', statement, file: stated, key: key.id };
    failed = { verdict: 'not-as-published', why: 'other-content', statement, key: key.id };
  }
  return failed;
}
