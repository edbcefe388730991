'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useId, useState, type ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { Dialog } from '@/components/ui/dialog';
import { changeStepsSchema, renameAgencySchema } from '@/lib/workflow/administration';
import type { AdministeredAgency } from '@/lib/workflow/administration-view';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { stepsFault } from './agency-form';
import { Field, FormFault } from './field';
import { StepsField } from './steps-field';

type Answer = Promise<{ key: string } | Refusal>;

export interface AgencyCommands {
  readonly rename: (input: { agency: string; name: string; shortName: string }) => Answer;
  readonly changeSteps: (input: { agency: string; steps: string[] }) => Answer;
}

/** What an administrator can do to one agency. */
export function AgencyActions({ agency, commands }: { agency: AdministeredAgency; commands: AgencyCommands }) {
  return (
    <span className="row-actions">
      <FormDialog label="改名" title={`${agency.name}改名`} agency={agency}>
        {(id, onDone) => <RenameForm id={id} agency={agency} rename={commands.rename} onDone={onDone} />}
      </FormDialog>
      <FormDialog label="审核步骤" title={`${agency.name}的审核步骤`} agency={agency}>
        {(id, onDone) => <StepsForm id={id} agency={agency} change={commands.changeSteps} onDone={onDone} />}
      </FormDialog>
    </span>
  );
}

function FormDialog({
  label,
  title,
  agency,
  children,
}: {
  label: string;
  title: string;
  agency: AdministeredAgency;
  children: (formId: string, onDone: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const close = (): void => setOpen(false);
  return (
    <>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {label}
        <span className="vh">：{agency.shortName}</span>
      </button>
      <Dialog
        open={open}
        onClose={close}
        title={title}
        actions={
          <>
            <button type="button" className="button" onClick={close}>
              取消
            </button>
            <button type="submit" form={id} className="button main">
              保存
            </button>
          </>
        }
      >
        {children(id, close)}
      </Dialog>
    </>
  );
}

function RenameForm({ id, agency, rename, onDone }: { id: string; agency: AdministeredAgency; rename: AgencyCommands['rename']; onDone: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(renameAgencySchema),
    defaultValues: { agency: agency.key, name: agency.name, shortName: agency.shortName },
  });
  const submit = handleSubmit(async (input) => {
    const result = await rename(input);
    if (isRefusal(result)) setRefusal(result.message);
    else onDone();
  });
  return (
    <form id={id} className="fields" onSubmit={submit} noValidate>
      <FormFault message={refusal} />
      <p>以后新建的报告用新名称；已有的报告保留当时的名称，网址不变。</p>
      <Field label="机关全称" fault={formState.errors.name?.message}>
        {(field) => <input {...field} {...register('name')} autoComplete="off" />}
      </Field>
      <Field label="机关简称" fault={formState.errors.shortName?.message}>
        {(field) => <input {...field} {...register('shortName')} autoComplete="off" />}
      </Field>
    </form>
  );
}

function StepsForm({ id, agency, change, onDone }: { id: string; agency: AdministeredAgency; change: AgencyCommands['changeSteps']; onDone: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(changeStepsSchema),
    defaultValues: { agency: agency.key, steps: [...agency.steps] },
  });
  const submit = handleSubmit(async (input) => {
    const result = await change(input);
    if (isRefusal(result)) setRefusal(result.message);
    else onDone();
  });
  return (
    <form id={id} className="fields" onSubmit={submit} noValidate>
      <FormFault message={refusal} />
      <Controller
        control={control}
        name="steps"
        render={({ field }) => <StepsField steps={field.value} onChange={field.onChange} fault={stepsFault(formState.errors.steps)} />}
      />
    </form>
  );
}
