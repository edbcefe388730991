'use client';

import { useId, type ReactNode } from 'react';
import type { CommandRequest } from '../../lib/workflow/protocol';
import { Ask } from '../ui/ask';
import { Failed } from './failed';
import { useKept } from './kept';
import { useFault, type Sender } from './send';

/** Asks for a reason that others will read, before a command that wants one; what was written stays until it took place. */
export function ReasonDialog({
  open,
  onClose,
  sender,
  title,
  label,
  act,
  keep,
  missing,
  command,
  children,
}: {
  open: boolean;
  onClose: () => void;
  sender: Sender;
  title: string;
  /** Above the field: what to write, and who will read it. */
  label: string;
  /** On the button that acts. */
  act: string;
  /** Under which the text is kept in this tab. */
  keep: string;
  /** Said when nothing was written. */
  missing: string;
  command: (reason: string) => CommandRequest;
  children: ReactNode;
}) {
  const id = useId();
  const [reason, setReason] = useKept(keep);
  const fault = useFault(sender);

  async function send(): Promise<void> {
    const refused = reason.trim() === '' ? ({ code: 'reason-missing', message: missing } as const) : await sender.send(command(reason));
    fault.set(refused);
    if (refused !== null) return;
    setReason('');
    onClose();
  }

  return (
    <Ask open={open} onClose={onClose} title={title} act={act} held={sender.busy} onAct={() => void send()}>
      {children}
      <div>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <textarea className="reason" id={id} value={reason} maxLength={2000} rows={4} onChange={(event) => setReason(event.target.value)} />
      </div>
      <Failed fault={fault} />
    </Ask>
  );
}
