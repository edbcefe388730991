/** Everybody who may ask: with and without a role, at the agency in question and at another. */
export const whos = [
  'stranger',
  'author',
  'reviewer',
  'administrator',
  'foreign author',
  'foreign reviewer',
  'foreign administrator',
] as const;
export type Who = (typeof whos)[number];
