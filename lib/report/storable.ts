/**
 * Control characters other than tab and line break, the marks that turn a line of text round (UAX #9, explicit
 * embeddings, overrides and isolates), and halves of surrogate pairs.
 */
const unfit =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that the database can hold and that is read in the order in which it is written; the rest is left out. */
export function storable(text: string): string {
  return text.replace(unfit, '');
}
