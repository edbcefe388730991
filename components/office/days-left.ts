import type { Deadline } from '@/lib/workflow/view';
import { shortDay } from '@/components/ui/time';

/** 还剩 12 天 */
export function daysLeft(days: number): string {
  if (days === 0) return '就是今天';
  return days > 0 ? `还剩\u00a0${days}\u00a0天` : `已过\u00a0${-days}\u00a0天`;
}

/** 法定公布期限 1 月 31 日，还剩 12 天 */
export function deadlineSentence(deadline: Deadline): string {
  return `${deadline.label}\u00a0${shortDay(deadline.date)}，${daysLeft(deadline.daysLeft)}`;
}
