'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { changeRolesSchema } from '@/lib/workflow/administration';
import type { AdministeredPerson } from '@/lib/workflow/administration-view';
import type { Role } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { FieldGroup, FormFault } from './field';
import { FormDialog } from './form-dialog';
import { RoleTicks } from './role-ticks';
import { useCommand } from './use-command';

type Change = (input: { user: string; agency: string; roles: Role[] }) => Promise<{ userId: string } | Refusal>;
type Place = { readonly key: string; readonly name: string };

/** The button that opens what a person is at an agency. */
export function ChangeRoles({ person, agency, change }: { person: AdministeredPerson; agency: Place; change: Change }) {
  return (
    <FormDialog label="改身份" about={person.name} title={`${person.name} 在${agency.name}的身份`}>
      {(form, close) => <RolesForm id={form} person={person} agency={agency} change={change} onDone={close} />}
    </FormDialog>
  );
}

function RolesForm({
  id,
  person,
  agency,
  change,
  onDone,
}: {
  id: string;
  person: AdministeredPerson;
  agency: Place;
  change: Change;
  onDone: () => void;
}) {
  const { refusal, send } = useCommand(change, onDone);
  const { register, handleSubmit, formState } = useForm<
    z.input<typeof changeRolesSchema>,
    unknown,
    z.output<typeof changeRolesSchema>
  >({
    resolver: zodResolver(changeRolesSchema),
    defaultValues: { user: person.id, agency: agency.key, roles: [...person.roles] },
  });
  return (
    <form id={id} className="fields" onSubmit={handleSubmit(send)} noValidate>
      <FormFault message={refusal} />
      <FieldGroup legend="身份" fault={formState.errors.roles?.message}>
        <RoleTicks field={register('roles')} />
      </FieldGroup>
    </form>
  );
}
