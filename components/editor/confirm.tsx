'use client';

import { useState, type ReactNode } from 'react';
import { Ask } from '@/components/ui/ask';
import type { CommandRequest } from '@/lib/workflow/protocol';
import { useSession } from '@/components/editor/session/use-session';

/**
 * Asks before a command that concerns the whole report; everything typed is saved first, and the page is loaded anew
 * after.
 */
export function Confirm({
  open,
  onClose,
  title,
  act,
  request,
  missing = null,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  act: string;
  request: CommandRequest;
  /** What is still wanted before it can be sent; null for nothing. */
  missing?: string | null;
  children: ReactNode;
}) {
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    if (missing !== null) return setProblem(missing);
    setBusy(true);
    setProblem(null);
    const answer = await session.command(request);
    if (answer.is === 'answer') {
      session.sender.stop();
      window.location.reload();
      return;
    }
    setBusy(false);
    setProblem(
      answer.is === 'refusal' ? answer.refusal.message : '没有连上服务器，还没有办成。填写的内容都在，请稍后再试。',
    );
  };
  const close = (): void => {
    setProblem(null);
    onClose();
  };
  return (
    <Ask
      open={open}
      onClose={close}
      title={title}
      decline={`暂不${act}`}
      act={busy ? `正在${act}…` : act}
      held={busy}
      onAct={() => void send()}
    >
      {children}
      {problem === null ? null : (
        <p className="mark error" role="alert">
          {problem}
        </p>
      )}
    </Ask>
  );
}
