const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  emsp: '\u3000',
  ensp: ' ',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
};
const symbols: Readonly<Record<string, string>> = {
  times: '×',
  sim: '~',
  cdot: '·',
  ldots: '…',
  cdots: '…',
  quad: ' ',
  qquad: ' ',
  leq: '≤',
  geq: '≥',
  pm: '±',
  uparrow: '↑',
  downarrow: '↓',
};

/** No paragraph of a report is longer; what is, is left as it stands. */
const longest = 20_000;

/**
 * A line without the marks of Markdown and of formulas that recognition puts round figures: `**…**`, `$12$`,
 * `\( 12 \)`, `\text{件}`, pictures, links, tags. Underscores stay, for they mark what is still to be filled in.
 */
export function withoutMarks(line: string): string {
  if (line.length > longest || !/[*\\$`<&![\]]/.test(line)) return line;
  return line
    .replace(/!\[[^\]\n]{0,300}\]\([^()\n]{0,2000}\)/g, '')
    .replace(/\[([^[\]\n]{1,300})\]\((?:https?:|\/|#|mailto:)[^()\s]{0,2000}\)/g, '$1')
    .replace(/<!--(?:[^-]|-(?!->)){0,2000}-->/g, '')
    .replace(/<br\s{0,3}\/?>/gi, '\n')
    .replace(
      /<\/?(?:html|body|b|i|u|em|strong|span|font|center|div|p|sup|sub|a|img|h[1-6]|page_number|header|footer|watermark)\b[^<>]{0,1000}>/gi,
      '',
    )
    .replace(/\\\(([^\\()\n]{0,200})\\\)/g, (_, inside: string) =>
      /\p{Script=Han}/u.test(inside) ? `(${inside})` : inside.trim(),
    )
    .replace(/\$\$?([^$\n]{1,200})\$\$?/g, (_, inside: string) => inside.trim())
    .replace(/\\(?:text|mathrm|mathbf|textbf|mathsf|operatorname)\s?\{([^{}\n]{0,200})\}/g, '$1')
    .replace(/\\([a-zA-Z]{2,12})\b/g, (whole, name: string) => symbols[name] ?? whole)
    .replace(/\*{1,3}(?=\S)([^*\n]{1,2000})(?<=\S)\*{1,3}/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/`{1,3}([^`\n]{1,2000})`{1,3}/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}
