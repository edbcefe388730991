/** Text that no spreadsheet takes for a formula, written in either width; a plain number stays one, also below zero. */
export function noFormula(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

/** A field of a CSV file (RFC 4180), guarded by `noFormula`. */
export function csvField(text: string): string {
  const harmless = noFormula(text);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines with CRLF behind a byte order mark, by which spreadsheets know UTF-8. */
export function csvOfLines(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('')}`;
}
