/** Characters that XML 1.0 cannot hold (2.2, Char), lone surrogates included. */
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What nearly every text is: nothing to take out. */
const plain = /^[\u0020-\ud7ff\ue000-\ufffd]*$/;

/** Text without the characters that a document cannot hold; line feeds and tabs become spaces. */
export function fit(text: string): string {
  return plain.test(text) ? text : text.replace(unfit, '').replace(/[\t\n\r]+/g, ' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in XML or HTML, inside an element or a quoted attribute. */
export function escaped(text: string): string {
  const clean = fit(text);
  return /[&<>"']/.test(clean) ? clean.replace(/[&<>"']/g, (character) => entities[character] ?? character) : clean;
}
