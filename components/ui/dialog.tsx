'use client';

import { Dialog as Primitive } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

/**
 * A modal dialog: focus goes in and comes back, Escape and a press outside close it. For decisions that ask something
 * of a person, never for findings. `actions` stand at the foot, the one that acts last.
 */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <Primitive.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Backdrop className="dialog-veil" />
        <Primitive.Popup className="dialog">
          <Primitive.Title className="dialog-title">{title}</Primitive.Title>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">{actions}</div>
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
