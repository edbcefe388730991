import { Icon, type IconName } from '@/components/ui/icon';
import { roundOf } from '@/lib/workflow/correction';
import { stateNames, type ReportState } from '@/lib/workflow/state';
import type { ReportHead } from '@/lib/workflow/view';

const look: Readonly<Record<ReportState, { icon: IconName; tone: string }>> = {
  draft: { icon: 'half', tone: '' },
  submitted: { icon: 'eye', tone: 'waiting' },
  returned: { icon: 'back', tone: 'returned' },
  approved: { icon: 'done', tone: 'waiting' },
  published: { icon: 'done', tone: 'published' },
  withdrawn: { icon: 'warning', tone: 'returned' },
};

/** State of a report: shape, word and colour. `also` adds to the word: 第 2 次提交. */
export function StateMark({ state, also }: { state: ReportState; also?: string }) {
  const { icon, tone } = look[state];
  return (
    <span className={`state ${tone}`.trim()}>
      <Icon name={icon} />
      {stateNames[state]}
      {also === undefined ? null : ` · ${also}`}
    </span>
  );
}

/** What adds to the word of a state: which version is corrected or stands, else which submission it is at. */
export function alsoOf(
  head: Pick<ReportHead, 'state' | 'submission' | 'publication'> & {
    readonly correction: Pick<NonNullable<ReportHead['correction']>, 'of' | 'submission'> | null;
  },
): string | undefined {
  const round = roundOf(head);
  if (head.correction !== null) return `更正第 ${head.correction.of} 版${round > 1 ? ` · 第 ${round} 次提交` : ''}`;
  if (head.publication !== null) return head.publication > 1 ? `第 ${head.publication} 版` : undefined;
  return round > 1 ? `第 ${round} 次提交` : undefined;
}

/** State of a report that nobody has begun. */
export function NotStarted() {
  return (
    <span className="state">
      <Icon name="blank" />
      未开始
    </span>
  );
}
