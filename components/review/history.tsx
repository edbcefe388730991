import { publicationAfter } from '../../lib/workflow/correction';
import { eventNames } from '../../lib/workflow/state';
import type { EventView } from '../../lib/workflow/view';
import { fullMoment } from '../ui/time';

/** Every step of a report with who, when and why, the latest first. */
export function History({ events }: { events: readonly EventView[] }) {
  const versionOf = ({ number }: EventView): number => publicationAfter(events.filter((event) => event.number <= number)) ?? 0;
  return (
    <ol className="history">
      {[...events]
        .sort((a, b) => b.number - a.number)
        .map((event) => (
          <li key={event.number}>
            <b>
              {eventNames[event.type]}
              {event.type === 'published' && versionOf(event) > 1 ? `（第 ${versionOf(event)} 版）` : ''}
              {event.type === 'submitted' && event.submission > 1 ? `（第 ${event.submission} 次）` : ''}
              {event.step === null ? '' : ` · ${event.step}`}
            </b>
            <span>{event.by}</span>
            <time dateTime={event.at}>{fullMoment(event.at)}</time>
            {event.reason === '' ? null : <p>{event.reason}</p>}
          </li>
        ))}
    </ol>
  );
}
