import { publicationAfter } from '../../lib/workflow/correction';
import type { EvidenceView } from '../../lib/workflow/papers';
import { eventNames } from '../../lib/workflow/state';
import type { EventView } from '../../lib/workflow/view';
import { fullDay, fullMoment } from '../ui/time';

/** Every step of a report with who, when and why, the latest first, and between them the scans that were filed. */
export function History({ events, evidence = [] }: { events: readonly EventView[]; evidence?: readonly EvidenceView[] }) {
  const versionOf = ({ number }: EventView): number => publicationAfter(events.filter((event) => event.number <= number)) ?? 0;
  const steps = [...events].sort((a, b) => b.number - a.number);
  const filed = [...evidence].reverse();
  const rows = [
    ...steps.map((event) => ({ at: event.at, row: <Step key={event.number} event={event} version={versionOf(event)} /> })),
    ...filed.map((scan) => ({ at: scan.at, row: <Filed key={scan.id} scan={scan} /> })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return <ol className="history">{rows.map(({ row }) => row)}</ol>;
}

/** `version` is the one that is current after the step. */
function Step({ event, version }: { event: EventView; version: number }) {
  return (
    <li>
      <b>
        {eventNames[event.type]}
        {event.type === 'published' && version > 1 ? `（第 ${version} 版）` : ''}
        {event.type === 'submitted' && event.submission > 1 ? `（第 ${event.submission} 次）` : ''}
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
