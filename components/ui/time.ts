/** Times as people see them: always Asia/Shanghai, whatever zone the server or the browser is in. */
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

function partsOf(at: string | Date): Parts {
  const parts: Record<string, string> = {};
  for (const part of shanghai.formatToParts(new Date(at))) parts[part.type] = part.value;
  return {
    year: parts.year ?? '',
    month: parts.month ?? '',
    day: parts.day ?? '',
    hour: parts.hour ?? '',
    minute: parts.minute ?? '',
  };
}

const joined = '\u00a0';
const monthAndDay = (month: string, day: string): string =>
  `${Number(month)}${joined}月${joined}${Number(day)}${joined}日`;

/** 14:32 */
export function clock(at: string | Date): string {
  const { hour, minute } = partsOf(at);
  return `${hour}:${minute}`;
}

/** 1 月 19 日 15:06 */
export function moment(at: string | Date): string {
  const { month, day } = partsOf(at);
  return `${monthAndDay(month, day)} ${clock(at)}`;
}

/** 2024 年 1 月 19 日 15:06 */
export function fullMoment(at: string | Date): string {
  return `${partsOf(at).year}${joined}年${joined}${moment(at)}`;
}

/** 2024 年 1 月 19 日; takes a moment, or a day written YYYY-MM-DD, which has no zone. */
export function fullDay(at: string | Date): string {
  const { year, month, day } = dayParts(at);
  return `${year}${joined}年${joined}${monthAndDay(month, day)}`;
}

/** 1 月 19 日; takes a moment, or a day written YYYY-MM-DD. */
export function shortDay(at: string | Date): string {
  const { month, day } = dayParts(at);
  return monthAndDay(month, day);
}

/** 2024-01-19 in Asia/Shanghai. */
export function isoDay(at: string | Date): string {
  const { year, month, day } = dayParts(at);
  return `${year}-${month}-${day}`;
}

function dayParts(at: string | Date): Pick<Parts, 'year' | 'month' | 'day'> {
  const plain = typeof at === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(at) : null;
  return plain === null ? partsOf(at) : { year: plain[1] ?? '', month: plain[2] ?? '', day: plain[3] ?? '' };
}
