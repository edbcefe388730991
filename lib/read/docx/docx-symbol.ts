/** Signs of the pictorial fonts that stand for something in a report; the code is that within the font. */
const pictorial = (code: number): string => {
  if (code >= 0x81 && code <= 0x8a) return String.fromCharCode(0x2460 + code - 0x81);
  return { 0x6c: '●', 0x6e: '■', 0xa8: '□', 0xfc: '✓', 0xfe: '☑' }[code] ?? '';
};

/**
 * A character given by its font and its code in hexadecimal (w:sym; ISO/IEC 29500-1, 17.3.3.30); empty when it is only
 * a picture.
 */
export function symbol(font: string, code: string): string {
  const value = /^[0-9a-f]{1,4}$/i.test(code) ? parseInt(code, 16) : 0;
  const own = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  if (/wingdings|webdings/i.test(font)) return pictorial(own);
  return own < 0x20 || (own >= 0xd800 && own <= 0xf8ff) ? '' : String.fromCharCode(own);
}
