/**
 * How many characters must be taken out of one text and put into the other to make them equal; a mistyped character
 * counts as two. Stops above `limit` and then returns limit + 1.
 */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const edits = same ? (before[j - 1] ?? 0) : 1 + Math.min(before[j] ?? 0, row[j - 1] ?? 0);
      row.push(edits);
      if (edits < least) least = edits;
    }
    if (least > limit) return limit + 1;
    before = row;
  }
  return before[b.length] ?? limit + 1;
}

/** Edits that still leave a label of this length itself: one mistyped character, or up to a fifth of a long label. */
export function editsAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 2 : Math.max(3, Math.floor(length / 5));
}

/** Words that make another label of one that differs in nothing else: 上年制发件数 is not 本年制发件数. */
const turning = /上年|本年|去年|往年|历年|累计|下一?年|不|未|非/g;

/** Whether a text has no word of time or negation that the form's label has not. */
export function turnAlike(text: string, form: string): boolean {
  const own = text.replaceAll('上一年', '上年').match(turning);
  if (own === null) return true;
  const there: readonly string[] = form.replaceAll('上一年', '上年').match(turning) ?? [];
  return own.every((word) => there.includes(word));
}

/** Whether every character of `part` stands in `whole`, in its order. */
export function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const character of whole) if (character === part.charAt(at)) at += 1;
  return at >= part.length;
}
