const numeral = '[一二三四五六七八九十]+';
const secondLevel = new RegExp(`^（${numeral}）`);
const insideSentence = /[。；！？，：]/;

/**
 * True for a heading of the second level, `（一）主动公开情况` with or without a final stop. Told by its words alone,
 * so that the form, a document that was read and the published page agree on what a heading is.
 */
export function isHeading(text: string): boolean {
  const bare = text.trim();
  return secondLevel.test(bare) && bare.length <= 30 && !insideSentence.test(bare.replace(/[。：]$/, ''));
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numeral of a heading, 1 to 99. */
export function numeralOf(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`}${digits[n % 10] ?? ''}`;
}

/** Paragraphs of a section's text; an empty text has none. */
export function paragraphsOfText(text: string): string[] {
  return text.split('\n').filter((paragraph) => paragraph.trim() !== '');
}
