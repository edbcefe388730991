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
