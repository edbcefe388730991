const hex = (value: number, digits: number): string => `<${value.toString(16).padStart(digits, '0')}>`;

/**
 * Where Adobe-GB1 has ASCII: proportional and half as wide as a character. The widths of a font go by these numbers.
 */
const proportional = 1;
const halfWidth = 814;

const blocksOf = (kind: string, lines: readonly string[]): string => {
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100);
    blocks.push(`${part.length} begin${kind}\n${part.join('\n')}\nend${kind}`);
  }
  return blocks.join('\n');
};

const mapOf = (name: string, vertical: boolean, body: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /${name} def\n/WMode ${vertical ? 1 : 0} def\n${body.join('\n')}\nendcmap\nend\nend\n`,
  );

/** Characters of GBK by their two bytes. */
function gbkCodes(): string[] {
  const decoder = new TextDecoder('gb18030');
  const lines: string[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      const code = text.length === 1 ? text.charCodeAt(0) : 0xfffd;
      if (code !== 0xfffd) lines.push(`${hex(lead * 256 + trail, 4)} ${code}`);
    }
  }
  return lines;
}

/**
 * The encodings of Chinese fonts that a PDF only names (ISO 32000-1, table 118) and pdf.js asks for as files. Only the
 * way from bytes to Unicode is needed, so a character's number is its Unicode; but ASCII has the numbers of Adobe-GB1.
 * null for any other name.
 */
function encodingOf(name: string): Uint8Array | null {
  const vertical = name.endsWith('-V');
  const ascii = /^GBK?-EUC/.test(name) ? halfWidth : proportional;
  if (/^(?:GB|GBpc|GBK|GBKp)-EUC-[HV]$|^GBK2K-[HV]$/.test(name)) {
    return mapOf(name, vertical, [
      '2 begincodespacerange\n<00> <80>\n<8140> <fefe>\nendcodespacerange',
      `1 begincidrange\n<20> <7e> ${ascii}\nendcidrange`,
      blocksOf('cidchar', gbkCodes()),
    ]);
  }
  if (/^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name)) {
    const rows = Array.from({ length: 256 }, (_, high) => high).filter((high) => high < 0xd8 || high > 0xdf);
    const ranges = rows.map(
      (high) =>
        `${hex(high === 0 ? 0xa0 : high * 256, 4)} ${hex(high * 256 + 255, 4)} ${high === 0 ? 0xa0 : high * 256}`,
    );
    return mapOf(name, vertical, [
      '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
      blocksOf('cidrange', [`<0020> <007e> ${ascii}`, ...ranges]),
    ]);
  }
  return null;
}

/** The way back from these numbers to Unicode; it holds for the encodings above alone. */
function unicodeOfNumbers(): Uint8Array {
  const rows = Array.from(
    { length: 256 },
    (_, high) =>
      `${hex(high === 0 ? 0xa0 : high * 256, 4)} ${hex(high * 256 + 255, 4)} ${hex(high === 0 ? 0xa0 : high * 256, 4)}`,
  );
  const ascii = [proportional, halfWidth].flatMap((first) =>
    Array.from(
      { length: 95 },
      (_, index) => `${hex(first + index, 4)} ${hex(first + index, 4)} ${hex(0x20 + index, 4)}`,
    ),
  );
  return mapOf('Adobe-GB1-UCS2', false, [
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    blocksOf('bfrange', [...rows, ...ascii]),
  ]);
}

/** What pdf.js fetches by name; fonts and the like are not needed to read text. */
export class Encodings {
  #named = false;

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const encoding =
      kind !== 'cMapUrl'
        ? null
        : filename !== 'Adobe-GB1-UCS2'
          ? encodingOf(filename)
          : this.#named
            ? unicodeOfNumbers()
            : null;
    if (encoding === null) throw new Error(`${filename} is not here`);
    this.#named = true;
    return encoding;
  }
}
