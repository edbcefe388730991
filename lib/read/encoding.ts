const decoded = (label: string, bytes: Uint8Array, fatal = true): string | null => {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};

/** Share of characters that no text holds: controls, private use, replacements, surrogates without a partner. */
function strangeness(text: string): number {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text;
  const strange = sample.match(/[\0-\x08\x0e-\x19\x1b-\x1f\x7f\ufffd\ufffe\uffff]|\p{Co}|\p{Cn}|\p{Cs}/gu)?.length ?? 0;
  return strange / Math.max(1, sample.length);
}

const isText = (text: string | null): text is string => text !== null && strangeness(text) < 0.005;

/** UTF-8 but for some bytes that were torn or lost. */
function tornUtf8(bytes: Uint8Array): string | null {
  const text = decoded('utf-8', bytes, false);
  const beyond = text?.match(/[^\0-\x7f]/g)?.length ?? 0;
  const torn = text?.match(/\ufffd/g)?.length ?? 0;
  // Of Chinese in another encoding, read as UTF-8, hardly a character comes out whole.
  return text !== null && torn < 0.1 * beyond && isText(text.replaceAll('\ufffd', '')) ? text : null;
}

/** The charset that a page names for itself in its first kilobytes. */
function named(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    null
  );
}

/** UTF-16 without a mark: half of ASCII is zeroes, on the even or the odd places; of Chinese, most is of one range. */
function unmarked16(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096 & ~1);
  const common = (text: string | null) =>
    (text?.match(/[\t\n\r\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0) /
    Math.max(1, text?.length ?? 0);
  const label = (['utf-16le', 'utf-16be'] as const).find((each) => common(decoded(each, head, false)) > 0.9);
  return label === undefined ? null : decoded(label, bytes.subarray(0, bytes.length & ~1), false);
}

/**
 * The text of these bytes, or null where they are none. The encoding is told by a byte order mark, else by what is
 * valid: UTF-8, what the page names, GB 18030 (which holds GBK and GB 2312), UTF-16; a torn character or two is borne.
 * @param label a charset told from outside, as by a mail header
 */
export function textOf(bytes: Uint8Array, label: string | null = null): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checked(decoded('utf-16le', bytes, false));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checked(decoded('utf-16be', bytes, false));
  if (bytes.subarray(0, 4096).includes(0)) return checked(unmarked16(bytes));
  const utf8 = decoded('utf-8', bytes);
  if (utf8 !== null) return checked(utf8);
  const torn8 = tornUtf8(bytes);
  if (torn8 !== null) return torn8;
  const labels = [label, named(bytes), 'gb18030'].flatMap((each) =>
    each === null || /^utf-?(?:8|16)/i.test(each) ? [] : [each],
  );
  for (const each of labels) {
    const text = checked(decoded(each, bytes));
    if (text !== null) return text;
  }
  const torn = labels
    .map((each) => decoded(each, bytes, false))
    .filter(isText)
    .sort((a, b) => strangeness(a) - strangeness(b));
  return torn[0] ?? checked(unmarked16(bytes));
}

const checked = (text: string | null): string | null => (isText(text) ? text : null);
