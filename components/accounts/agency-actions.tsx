'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import { changeStepsSchema, renameAgencySchema } from '@/lib/workflow/administration';
import type { AdministeredAgency } from '@/lib/workflow/administration-view';
import type { Refusal } from '@/lib/workflow/refusal';
import { stepsFault } from './agency-form';
import { Field, FormFault } from './field';
import { FormDialog } from './form-dialog';
import { StepsField } from './steps-field';
import { useCommand } from './use-command';

type Answer = Promise<{ key: string } | Refusal>;

export interface AgencyCommands {
  readonly rename: (input: { agency: string; name: string; shortName: string }) => Answer;
  readonly changeSteps: (input: { agency: string; steps: string[] }) => Answer;
}

/** What an administrator can do to one agency. */
export function AgencyActions({ agency, commands }: { agency: AdministeredAgency; commands: AgencyCommands }) {
  return (
    <span className="row-actions">
      <FormDialog label="改名" about={agency.shortName} title={`${agency.name}改名`}>
        {(id, onDone) => <RenameForm id={id} agency={agency} rename={commands.rename} onDone={onDone} />}
      </FormDialog>
      <FormDialog label="审核步骤" about={agency.shortName} title={`${agency.name}的审核步骤`}>
        {(id, onDone) => <StepsForm id={id} agency={agency} change={commands.changeSteps} onDone={onDone} />}
      </FormDialog>
    </span>
  );
}

function RenameForm({
  id,
  agency,
  rename,
  onDone,
}: {
  id: string;
  agency: AdministeredAgency;
  rename: AgencyCommands['rename'];
  onDone: () => void;
}) {
  const { refusal, send } = useCommand(rename, onDone);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(renameAgencySchema),
    defaultValues: { agency: agency.key, name: agency.name, shortName: agency.shortName },
  });
  return (
    <form id={id} className="fields" onSubmit={handleSubmit(send)} noValidate>
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

function StepsForm({
  id,
  agency,
  change,
  onDone,
}: {
  id: string;
  agency: AdministeredAgency;
  change: AgencyCommands['changeSteps'];
  onDone: () => void;
}) {
  const { refusal, send } = useCommand(change, onDone);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(changeStepsSchema),
    defaultValues: { agency: agency.key, steps: [...agency.steps] },
  });
  return (
    <form id={id} className="fields" onSubmit={handleSubmit(send)} noValidate>
      <FormFault message={refusal} />
      <Controller
        control={control}
        name="steps"
        render={({ field }) => (
          <StepsField steps={field.value} onChange={field.onChange} fault={stepsFault(formState.errors.steps)} />
        )}
      />
    </form>
  );
}
