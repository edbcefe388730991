'use client';

import { useState } from 'react';
import { Failed } from '../review/failed';
import { useCommands, type Failure } from '../review/send';

/** Takes a submitted report back, for an author who saw something at the last moment. */
export function Recall({ agency, year, version }: { agency: string; year: number; version: number }) {
  const sender = useCommands(agency, year);
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <>
      <button type="button" className="button" aria-disabled={sender.busy} onClick={() => void sender.send({ do: 'recall', version }).then(setFailure)}>
        撤回提交
      </button>
      <Failed failure={failure} reload={sender.reload} />
    </>
  );
}
