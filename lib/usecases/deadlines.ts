import type { AgencyKind } from '@/lib/report/report';
import type { Deadline } from '@/lib/workflow/view';

const shanghaiDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Asia/Shanghai as YYYY-MM-DD, whatever the server's zone. */
export function dayInShanghai(at: Date): string {
  return shanghaiDay.format(at);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * The days by which a report of `year` has to be published (条例第四十九条): departments 31 January, governments
 * 31 March of the next year. Towns and streets follow local notice, so none is shown for them.
 */
export function deadlinesOf(kind: AgencyKind, year: number, now: Date): Deadline[] {
  if (kind === 'town') return [];
  const date = kind === 'government' ? `${year + 1}-03-31` : `${year + 1}-01-31`;
  return [{ label: '法定公布期限', date, daysLeft: daysBetween(dayInShanghai(now), date) }];
}
