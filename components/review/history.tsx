import { correctionAfter, publicationAfter, roundOf } from '@/lib/workflow/correction';
import type { EvidenceView } from '@/lib/workflow/papers';
import { eventNames } from '@/lib/workflow/state';
import type { EventView } from '@/lib/workflow/view';
import { fullDay, fullMoment } from '@/components/ui/time';

/** Every step of a report with who, when and why, the latest first, and between them the scans that were filed. */
export function History({
  events,
  evidence = [],
}: {
  events: readonly EventView[];
  evidence?: readonly EvidenceView[];
}) {
  const steps = [...events].sort((a, b) => b.number - a.number);
  const standingAfter = ({ number, submission }: EventView): { version: number; round: number } => {
    const until = events.filter((event) => event.number <= number);
    return {
      version: publicationAfter(until) ?? 0,
      round: roundOf({ submission, correction: correctionAfter(until) }),
    };
  };
  const filed = [...evidence].reverse();
  const rows = [
    ...steps.map((event) => ({
      at: event.at,
      row: <Step key={event.number} event={event} {...standingAfter(event)} />,
    })),
    ...filed.map((scan) => ({ at: scan.at, row: <Filed key={scan.id} scan={scan} /> })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return <ol className="history">{rows.map(({ row }) => row)}</ol>;
}

/** `version` is the one that is current after the step, `round` the submission of this draft or correction. */
function Step({ event, version, round }: { event: EventView; version: number; round: number }) {
  return (
    <li>
      <b>
        {eventNames[event.type]}
        {event.type === 'published' && version > 1 ? `（第 ${version} 版）` : ''}
        {event.type === 'submitted' && round > 1 ? `（第 ${round} 次）` : ''}
        {event.step === null ? '' : ` · ${event.step}`}
      </b>
      <span>{event.by}</span>
      <time dateTime={event.at}>{fullMoment(event.at)}</time>
      {event.reason === '' ? null : <p>{event.reason}</p>}
    </li>
  );
}

function Filed({ scan }: { scan: EvidenceView }) {
  return (
    <li>
      <b>归入签批件 {scan.number}</b>
      <span>{scan.by}</span>
      <time dateTime={scan.at}>{fullMoment(scan.at)}</time>
      <p>
        {scan.signedBy} {fullDay(scan.signedOn)}签批
        {scan.replaces === null ? '' : `；更换签批件 ${scan.replaces}：${scan.note}`}
      </p>
    </li>
  );
}
