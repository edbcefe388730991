const numbering = /^(?:\(?([一二三四五六七八九十]{1,3})[)、.,:﹑·]+|\(?(\d{1,2})(?:[)、.,:﹑·]+|(?=\p{Script=Han})))/u;

/** A label cut down to its words: width, blanks, marks, brackets and the number in front do not count. */
export function keyOf(text: string): { key: string; number: string; short: string } {
  const flat = text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/g, '');
  const number = numbering.exec(flat);
  const rest = flat.slice(number?.[0].length ?? 0);
  const key = wordsOf(rest);
  const short = /[(〔【[]/.test(rest)
    ? wordsOf(rest.replace(/[(〔【[](?:[^)〕】\]]*[)〕】\]]|[^)〕】\]\d]*$)/g, ''))
    : key;
  return { key, number: number?.[1] ?? number?.[2] ?? '', short };
}

const wordsOf = (text: string): string => text.replace(/[^\p{Script=Han}\p{L}\d]+/gu, '').replaceAll('其它', '其他');
