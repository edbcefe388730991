'use client';

import { useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { CreateAgency } from '@/lib/workflow/administration';
import type { AgencyChoice } from '@/lib/workflow/administration-view';
import type { Refusal } from '@/lib/workflow/refusal';
import { AgencyForm } from './agency-form';

/** The button that opens the form for a new agency. */
export function NewAgency({
  choices,
  create,
  suggestKey,
}: {
  choices: readonly AgencyChoice[];
  create: (input: CreateAgency) => Promise<{ key: string } | Refusal>;
  suggestKey: (parent: string, shortName: string) => Promise<string>;
}) {
  const [open, setOpen] = useState(false);
  const form = useId();
  const close = (): void => setOpen(false);
  return (
    <>
      <button type="button" className="button main" onClick={() => setOpen(true)}>
        新建机关
      </button>
      <Dialog
        open={open}
        onClose={close}
        title="新建机关"
        actions={
          <>
            <button type="button" className="button" onClick={close}>
              取消
            </button>
            <button type="submit" form={form} className="button main">
              建立机关
            </button>
          </>
        }
      >
        <AgencyForm id={form} choices={choices} create={create} suggestKey={suggestKey} onDone={close} />
      </Dialog>
    </>
  );
}
