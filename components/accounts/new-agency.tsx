'use client';

import type { CreateAgency } from '@/lib/workflow/administration';
import type { AgencyChoice } from '@/lib/workflow/administration-view';
import type { Refusal } from '@/lib/workflow/refusal';
import { AgencyForm } from './agency-form';
import { FormDialog } from './form-dialog';

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
  return (
    <FormDialog label="新建机关" act="建立机关">
      {(form, close) => (
        <AgencyForm id={form} choices={choices} create={create} suggestKey={suggestKey} onDone={close} />
      )}
    </FormDialog>
  );
}
