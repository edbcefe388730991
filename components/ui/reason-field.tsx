import type { Ref } from 'react';
import { Labelled } from './labelled';

/** Room for a reason that others will read; the label says who. */
export function ReasonField({
  label,
  reason,
  onReason,
  rows = 4,
  limit = 2000,
  field,
}: {
  label: string;
  reason: string;
  onReason: (reason: string) => void;
  rows?: number;
  limit?: number;
  field?: Ref<HTMLTextAreaElement>;
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <textarea
          className="reason"
          id={id}
          ref={field}
          required
          value={reason}
          maxLength={limit}
          rows={rows}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </Labelled>
  );
}
