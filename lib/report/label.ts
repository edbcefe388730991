/**
 * What differs between two printings of the same label without being another label: width and blanks, line breaks,
 * kinds of brackets, quotation marks and list points. What is left is compared as it stands (FMT-05).
 */
export function normalLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[“”„‟"＂「」『』〝〞″]/g, '"')
    .replace(/[‘’‚‛'＇]/g, "'")
    .replace(/[﹝〔【\[{]/g, '(')
    .replace(/[﹞〕】\]}]/g, ')')
    .replace(/^(\(?\d+)(?:[.、．,，·]|\))/, '$1.')
    .replace(/[:。;]$/, '');
}

const number = /^\(?(?:\d+|[一二三四五六七八九十]+(?=[).、,:]))\)?[.、,:]*/;

/**
 * The words of a label alone: without its number and without any mark. Two labels with the same words are the same
 * label, however they are set: a lost number or a comma for a 、 is no other label.
 */
export function labelWords(label: string): string {
  return normalLabel(label)
    .replace(number, '')
    .replace(/[\p{P}\p{S}]/gu, '');
}

const lostPoint = /^[一二三四五六七八九十]/;

/** Whether two labels have the same words. */
export function sameLabel(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [labelWords(a), labelWords(b)];
  return (
    one === other ||
    (lostPoint.test(one) && one.slice(1) === other) ||
    (lostPoint.test(other) && other.slice(1) === one)
  );
}
