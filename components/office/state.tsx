import { Icon, type IconName } from '../ui/icon';
import { stateNames, type ReportState } from '../../lib/workflow/state';

const look: Readonly<Record<ReportState, { icon: IconName; tone: string }>> = {
  draft: { icon: 'half', tone: '' },
  submitted: { icon: 'eye', tone: 'waiting' },
  returned: { icon: 'back', tone: 'returned' },
  approved: { icon: 'done', tone: 'waiting' },
  published: { icon: 'done', tone: 'published' },
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

/** State of a report that nobody has begun. */
export function NotStarted() {
  return (
    <span className="state">
      <Icon name="blank" />
      未开始
    </span>
  );
}
