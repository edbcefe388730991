'use client';

import { useId, useState, type ReactNode } from 'react';
import { Ask } from '@/components/ui/ask';
import { OpenButton } from './open-button';

/**
 * A button and the dialog it opens, with a form that bears the id it is given and is sent by the dialog's own button.
 */
export function FormDialog({
  label,
  about,
  title = label,
  act = '保存',
  children,
}: {
  /** On the button that opens it. */
  label: string;
  /** Whom or what the button is about, where it stands in a row. */
  about?: string;
  title?: string;
  /** On the button that sends the form. */
  act?: string;
  children: (form: string, onDone: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const form = useId();
  const close = (): void => setOpen(false);
  return (
    <>
      <OpenButton label={label} about={about} onOpen={() => setOpen(true)} />
      <Ask open={open} onClose={close} title={title} act={act} form={form}>
        {children(form, close)}
      </Ask>
    </>
  );
}
