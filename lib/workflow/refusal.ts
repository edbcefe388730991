export type RefusalCode =
  | 'not-signed-in'
  | 'not-permitted'
  | 'own-work'
  | 'wrong-state'
  | 'stale-version'
  | 'has-errors'
  | 'unexplained-warnings'
  | 'open-comments'
  | 'reason-missing'
  | 'nothing-changed'
  | 'not-found'
  | 'bad-input'
  | 'exists'
  | 'too-many';

/**
 * What a user can run into: one sentence that says what happened and what to do. Expected, so a value and never thrown.
 */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly message: string;
}

export function refuse(refused: RefusalCode, message: string): Refusal {
  return { refused, message };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
