'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { AskButtons } from '@/components/ui/ask';
import { Dialog } from '@/components/ui/dialog';
import { createAccountSchema, type CreateAccount } from '@/lib/workflow/administration';
import type { AgencyChoice, NewPassword } from '@/lib/workflow/administration-view';
import type { Refusal } from '@/lib/workflow/refusal';
import { AgencySelect } from './agency-select';
import { Field, FieldGroup, FormFault } from './field';
import { NewPasswordNote } from './new-password';
import { OpenButton } from './open-button';
import { RoleTicks } from './role-ticks';
import { useCommand } from './use-command';

type AccountInput = z.input<typeof createAccountSchema>;
type Create = (input: CreateAccount) => Promise<NewPassword | Refusal>;

/** The button that opens the form for a new account, and the password that comes of it. */
export function NewAccount({
  choices,
  agency,
  create,
  at,
}: {
  choices: readonly AgencyChoice[];
  /** Key of the agency that is chosen at first. */
  agency: string;
  create: Create;
  /** Name of the agency where the button stands in its row; absent for the page's own button. */
  at?: string;
}) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<NewPassword | null>(null);
  const form = useId();
  const close = (): void => {
    setOpen(false);
    setMade(null);
  };
  return (
    <>
      <OpenButton label="新建账号" about={at} onOpen={() => setOpen(true)} />
      <Dialog
        open={open}
        // A press beside the dialog must not lose a password that is shown only once.
        onClose={made === null ? close : () => undefined}
        title={made === null ? '新建账号' : '账号已建好'}
        actions={
          made === null ? (
            <AskButtons onClose={close} act="建立账号" form={form} />
          ) : (
            <button type="button" className="button main" onClick={close}>
              已交给本人
            </button>
          )
        }
      >
        {made === null ? (
          <AccountForm id={form} choices={choices} agency={agency} create={create} onMade={setMade} />
        ) : (
          <NewPasswordNote made={made} />
        )}
      </Dialog>
    </>
  );
}

function AccountForm({
  id,
  choices,
  agency,
  create,
  onMade,
}: {
  id: string;
  choices: readonly AgencyChoice[];
  agency: string;
  create: Create;
  onMade: (made: NewPassword) => void;
}) {
  const { refusal, send } = useCommand(create, onMade);
  const { register, handleSubmit, formState } = useForm<AccountInput, unknown, CreateAccount>({
    resolver: zodResolver(createAccountSchema),
    defaultValues: { agency, username: '', name: '', roles: ['author'] },
  });
  const { errors } = formState;
  return (
    <form id={id} className="fields" onSubmit={handleSubmit(send)} noValidate>
      <FormFault message={refusal} />
      <Field label="机关" fault={errors.agency?.message}>
        {(control) => <AgencySelect choices={choices} {...control} {...register('agency')} />}
      </Field>
      <Field label="姓名" hint="显示在批注和办理记录中" fault={errors.name?.message}>
        {(control) => <input {...control} {...register('name')} autoComplete="off" />}
      </Field>
      <Field label="用户名" hint="登录用，可以就用姓名；2 至 30 个汉字、字母或数字" fault={errors.username?.message}>
        {(control) => (
          <input {...control} {...register('username')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <FieldGroup legend="身份" fault={errors.roles?.message}>
        <RoleTicks field={register('roles')} />
      </FieldGroup>
    </form>
  );
}
