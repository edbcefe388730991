const han = '〇○零Ｏ一二三四五六七八九十';
const digit: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** A year in figures of either kind: 2024, ２０２４, 二〇二四. */
export const yearPattern =
  '(?:20[0-9０-９]{2}|２０[0-9０-９]{2}|二[〇○零0OＯo][〇○零0OＯ一二][〇○零0OＯ一二三四五六七八九])';

/** The number a year stands for; null where the text is none. */
export function yearOf(text: string): number | null {
  const digits = [...text.normalize('NFKC')].map((c) => digit[c] ?? (/[OＯo]/.test(c) ? '0' : c)).join('');
  const year = /^\d{4}$/.test(digits) ? Number(digits) : NaN;
  return year >= 2008 && year <= 2100 ? year : null;
}

const written = new RegExp(
  `^[（(]?(\\d{4}|[${han}]{4})(?:年|[-./])(\\d{1,2}|[${han}]{1,3})(?:月|[-./])(\\d{1,2}|[${han}]{1,3})日?[）)]?$`,
);
const vague = new RegExp(`^[（(]?(?:\\d{4}|[${han}]{4})年(?:\\d{1,2}|[${han}]{1,3})?月?(?:[xX×_＿]{0,3}日?)[）)]?$`);

/** A date as it stands below a report, and in ISO form where it names a day of the calendar. */
export interface DateAsWritten {
  readonly text: string;
  readonly iso: string | null;
}

/**
 * The date that a line consists of: 2024年1月17日, 2024-01-17, 2024.1.17, 二〇二四年一月十七日. chrono-node knows no Han
 * numerals and finds dates within sentences too; here the whole line has to be one.
 */
export function dateOf(line: string): DateAsWritten | null {
  if (line.length > 60) return null;
  const bare = line
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\((?:公章|印章|盖章|章)\)$/, '');
  const text = line.trim();
  const parts = written.exec(bare);
  if (parts !== null) return { text, iso: isoOf(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '') };
  return vague.test(bare) && /年/.test(bare) && bare.length > 5 ? { text, iso: null } : null;
}

function isoOf(y: string, m: string, d: string): string | null {
  const year = yearOf(y);
  const [month, day] = [numberOf(m), numberOf(d)];
  if (year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** 1 to 99 in figures of either kind: 07, 十七, 二十一, 一七. */
function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (!text.includes('十')) return Number([...text].map((c) => digit[c] ?? 'x').join('')) || null;
  const [tens = '', ones = ''] = text.split('十');
  return (tens === '' ? 1 : Number(digit[tens] ?? NaN)) * 10 + (ones === '' ? 0 : Number(digit[ones] ?? NaN)) || null;
}
