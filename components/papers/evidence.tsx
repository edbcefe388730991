import type { EvidenceView } from '@/lib/workflow/papers';
import type { ReportHead } from '@/lib/workflow/view';
import { Mark } from '@/components/ui/mark';
import { fullDay, fullMoment } from '@/components/ui/time';
import { signedBefore } from './signed-before';

/**
 * The scans filed as evidence of approval, each to be downloaded; one that another took the place of stays, and says
 * so.
 */
export function EvidenceList({
  address,
  evidence,
  head,
}: {
  address: string;
  evidence: readonly EvidenceView[];
  head: Pick<ReportHead, 'submission' | 'correction'>;
}) {
  if (evidence.length === 0) return <p className="quiet-line">还没有归入签批件。</p>;
  return (
    <ul className="scans">
      {evidence.map((scan) => (
        <li key={scan.id} className={scan.replacedBy === null ? undefined : 'replaced'}>
          <a href={`${address}/papers/evidence/${scan.id}`} download>
            签批件 {scan.number}：{scan.name}
          </a>
          <span>
            {scan.signedBy} {fullDay(scan.signedOn)}签批
          </span>
          <small>
            {scan.by} {fullMoment(scan.at)} 归入，{sizeOf(scan.size)}
          </small>
          <Earlier of={signedBefore(scan, head)} />
          {scan.replaces === null ? null : (
            <small>
              更换签批件 {scan.replaces}：{scan.note}
            </small>
          )}
          {scan.replacedBy === null ? null : <small>已由签批件 {scan.replacedBy} 更换，原件保留</small>}
        </li>
      ))}
    </ul>
  );
}

function Earlier({ of }: { of: string | null }) {
  return of === null ? null : <Mark kind="notice">{of}</Mark>;
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)}\u00a0MB`
    : `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`;
