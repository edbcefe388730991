/** A field of a CSV file (RFC 4180) that no spreadsheet takes for a formula; a plain number stays one, also below zero. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Lines with CRLF behind a byte order mark, by which spreadsheets know UTF-8. */
export function csvOfLines(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((line) => `${line.map(csvField).join(',')}\r\n`).join('')}`;
}
