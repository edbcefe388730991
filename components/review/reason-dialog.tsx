'use client';

import { useRef, type ReactNode } from 'react';
import { reasonAsked } from '@/lib/workflow/reason-asked';
import type { ReportHead } from '@/lib/workflow/view';
import { Ask } from '@/components/ui/ask';
import { ReasonField } from '@/components/ui/reason-field';
import { Failed } from './failed';
import { useKept } from './kept';
import { useFault, type Sender } from './send';

/**
 * Asks for a reason that others will read, before a command that wants one; what was written stays until it took place.
 */
export function ReasonDialog({
  open,
  onClose,
  sender,
  head,
  command,
  title,
  label,
  act,
  children,
}: {
  open: boolean;
  onClose: () => void;
  sender: Sender;
  head: Pick<ReportHead, 'id' | 'version'>;
  command: 'return' | 'correct' | 'withdraw';
  title: string;
  /** Above the field: what to write, and who will read it. */
  label: string;
  /** On the button that acts. */
  act: string;
  children: ReactNode;
}) {
  const [reason, setReason] = useKept(`${command}:${head.id}`);
  const fault = useFault(sender);
  const field = useRef<HTMLTextAreaElement>(null);

  async function send(): Promise<void> {
    const missing = reason.trim() === '' ? ({ code: 'reason-missing', message: reasonAsked[command] } as const) : null;
    if (missing !== null) field.current?.focus();
    const failure = missing ?? (await sender.send({ do: command, version: head.version, reason }));
    fault.set(failure);
    if (failure !== null) return;
    setReason('');
    onClose();
  }

  return (
    <Ask open={open} onClose={onClose} title={title} act={act} held={sender.busy} onAct={() => void send()}>
      {children}
      <ReasonField label={label} reason={reason} onReason={setReason} field={field} />
      <Failed fault={fault} />
    </Ask>
  );
}
