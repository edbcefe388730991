'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Dialog } from '@/components/ui/dialog';
import { changeRolesSchema } from '@/lib/workflow/administration';
import type { AdministeredPerson } from '@/lib/workflow/administration-view';
import type { Role } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { FieldGroup, FormFault } from './field';
import { RoleTicks } from './role-ticks';

type Change = (input: { user: string; agency: string; roles: Role[] }) => Promise<{ userId: string } | Refusal>;
type Place = { readonly key: string; readonly name: string };

/** The button that opens what a person is at an agency. */
export function ChangeRoles({ person, agency, change }: { person: AdministeredPerson; agency: Place; change: Change }) {
  const [open, setOpen] = useState(false);
  const form = useId();
  const close = (): void => setOpen(false);
  return (
    <>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        改身份<span className="vh">：{person.name}</span>
      </button>
      <Dialog
        open={open}
        onClose={close}
        title={`${person.name} 在${agency.name}的身份`}
        actions={
          <>
            <button type="button" className="button" onClick={close}>
              取消
            </button>
            <button type="submit" form={form} className="button main">
              保存
            </button>
          </>
        }
      >
        <RolesForm id={form} person={person} agency={agency} change={change} onDone={close} />
      </Dialog>
    </>
  );
}

function RolesForm({ id, person, agency, change, onDone }: { id: string; person: AdministeredPerson; agency: Place; change: Change; onDone: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm<z.input<typeof changeRolesSchema>, unknown, z.output<typeof changeRolesSchema>>({
    resolver: zodResolver(changeRolesSchema),
    defaultValues: { user: person.id, agency: agency.key, roles: [...person.roles] },
  });
  const submit = handleSubmit(async (input) => {
    const result = await change(input);
    if (isRefusal(result)) setRefusal(result.message);
    else onDone();
  });
  return (
    <form id={id} className="fields" onSubmit={submit} noValidate>
      <FormFault message={refusal} />
      <FieldGroup legend="身份" fault={formState.errors.roles?.message}>
        <RoleTicks field={register('roles')} />
      </FieldGroup>
    </form>
  );
}
