'use client';

import { Failed } from '@/components/review/failed';
import { useCommands, useFault } from '@/components/review/send';

/** Takes a submitted report back, for an author who saw something at the last moment. */
export function Recall({
  agency,
  year,
  person,
  version,
}: {
  agency: string;
  year: number;
  person: string;
  version: number;
}) {
  const sender = useCommands(agency, year, person);
  const fault = useFault(sender);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={sender.busy}
        onClick={() => void sender.send({ do: 'recall', version }).then(fault.set)}
      >
        撤回提交
      </button>
      <Failed fault={fault} />
    </>
  );
}
