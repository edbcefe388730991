import { Labelled } from './labelled';

/** Room for a reason that others will read; the label says who. */
export function ReasonField({ label, reason, onReason, rows = 4, limit = 2000 }: { label: string; reason: string; onReason: (reason: string) => void; rows?: number; limit?: number }) {
  return (
    <Labelled label={label}>
      {(id) => <textarea className="reason" id={id} value={reason} maxLength={limit} rows={rows} onChange={(event) => onReason(event.target.value)} />}
    </Labelled>
  );
}
