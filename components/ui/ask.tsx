'use client';

import type { ReactNode } from 'react';
import { Dialog } from './dialog';

/** What the button that acts does: submits the form of this id, which stands in the dialog, or calls back. */
type Does = { readonly form: string; readonly onAct?: never } | { readonly form?: never; readonly onAct: () => void };

type Choice = {
  /** Leaves everything as it is. */
  readonly onClose: () => void;
  /** On the button that does so. */
  readonly decline?: string;
  /** On the button that acts. */
  readonly act: string;
  /** That button does nothing for now, but keeps the focus. */
  readonly held?: boolean;
} & Does;

/** A dialog that asks before one act. */
export function Ask({
  open,
  title,
  children,
  ...choice
}: Choice & { open: boolean; title: string; children: ReactNode }) {
  return (
    <Dialog open={open} onClose={choice.onClose} title={title} actions={<AskButtons {...choice} />}>
      {children}
    </Dialog>
  );
}

/** The foot of a dialog that asks: first the way out, then the act. */
export function AskButtons({ onClose, decline = '取消', act, held = false, form, onAct }: Choice) {
  return (
    <>
      <button type="button" className="button" onClick={onClose}>
        {decline}
      </button>
      <button
        type={form === undefined ? 'button' : 'submit'}
        form={form}
        className="button main"
        aria-disabled={held || undefined}
        onClick={held ? undefined : onAct}
      >
        {act}
      </button>
    </>
  );
}
