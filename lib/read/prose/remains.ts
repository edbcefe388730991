/**
 * What a converter leaves in a text: bookmarks and fields of Word written out, characters without width. A field that
 * failed (错误!未找到引用源) stays: there something is missing that the author has to put in.
 */
const remains =
  /\[bookmark:[^\]\n]{0,80}\]|\bHYPERLINK\s{1,4}(?:\\[a-z]\s{1,4})?"[^"\n]{0,400}"(?:\s{1,4}\\[a-z](?:\s{1,4}"[^"\n]{0,100}")?){0,4}|\bFORM(?:TEXT|CHECKBOX|DROPDOWN)\b|\\\*\s{0,2}MERGEFORMAT|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/gi;

/** What remains begin with: most texts hold none of it. */
const beginning = /[[hf\\\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/i;
const none: readonly string[] = [];

/** A text without the remains of a converter, and what was taken out. */
export function withoutRemains(text: string): { text: string; residue: readonly string[] } {
  const residue = beginning.test(text) ? text.match(remains) : null;
  return residue === null ? { text, residue: none } : { text: text.replace(remains, ''), residue };
}
