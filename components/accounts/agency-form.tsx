'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { agencyKindNames, agencyKinds, kindOf } from '@/lib/report/report';
import { createAgencySchema, type CreateAgency } from '@/lib/workflow/administration';
import type { AgencyChoice } from '@/lib/workflow/administration-view';
import type { Refusal } from '@/lib/workflow/refusal';
import { AgencySelect } from './agency-select';
import { Field, FieldGroup, FormFault } from './field';
import { StepsField } from './steps-field';
import { useCommand } from './use-command';

type AgencyInput = z.input<typeof createAgencySchema>;

/** What a new agency is; the kind follows from the name and the key from the short name until somebody sets them. */
export function AgencyForm({
  id,
  choices,
  create,
  suggestKey,
  onDone,
}: {
  id: string;
  choices: readonly AgencyChoice[];
  create: (input: CreateAgency) => Promise<{ key: string } | Refusal>;
  suggestKey: (parent: string, shortName: string) => Promise<string>;
  onDone: () => void;
}) {
  const { refusal, send } = useCommand(create, onDone);
  const { register, handleSubmit, formState, control, getValues, setValue, getFieldState } = useForm<
    AgencyInput,
    unknown,
    CreateAgency
  >({
    resolver: zodResolver(createAgencySchema),
    defaultValues: {
      parent: choices[0]?.key ?? '',
      name: '',
      shortName: '',
      key: '',
      kind: 'department',
      steps: ['审核'],
    },
  });
  const { errors, dirtyFields } = formState;
  const guessKind = (): void => {
    const kind = kindOf(getValues('name'));
    if (kind !== null && dirtyFields.kind !== true) setValue('kind', kind);
  };
  const guessKey = async (): Promise<void> => {
    const shortName = getValues('shortName').trim();
    if (shortName === '' || getFieldState('key').isDirty) return;
    const suggested = await suggestKey(getValues('parent'), shortName);
    if (suggested !== '' && !getFieldState('key').isDirty) setValue('key', suggested);
  };
  return (
    <form id={id} className="fields" onSubmit={handleSubmit(send)} noValidate>
      <FormFault message={refusal} />
      <Field label="上级机关" fault={errors.parent?.message}>
        {(field) => <AgencySelect choices={choices} {...field} {...register('parent')} />}
      </Field>
      <Field label="机关全称" hint="报告标题和署名用它" fault={errors.name?.message}>
        {(field) => <input {...field} {...register('name', { onBlur: guessKind })} autoComplete="off" />}
      </Field>
      <Field label="机关简称" hint="列表和进度表用它，如：应急局" fault={errors.shortName?.message}>
        {(field) => <input {...field} {...register('shortName', { onBlur: guessKey })} autoComplete="off" />}
      </Field>
      <FieldGroup legend="机关类别" fault={errors.kind?.message}>
        <div className="tick-lines">
          {agencyKinds.map((kind) => (
            <label className="tick-line" key={kind}>
              <input type="radio" value={kind} {...register('kind')} />
              <span>{agencyKindNames[kind]}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      <Field label="网址代号" hint="公开网址的一部分：/reports/代号/年度。建好后不能再改" fault={errors.key?.message}>
        {(field) => (
          <input {...field} {...register('key')} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
      <Controller
        control={control}
        name="steps"
        render={({ field }) => (
          <StepsField steps={field.value} onChange={field.onChange} fault={stepsFault(errors.steps)} />
        )}
      />
    </form>
  );
}

/** The first sentence about the list itself or about one of its names. */
export function stepsFault(errors: { message?: string; root?: { message?: string } } | undefined): string | undefined {
  if (errors === undefined) return undefined;
  const ofOne = Array.isArray(errors)
    ? errors.find((error: unknown) => error !== undefined && error !== null)
    : undefined;
  return errors.message ?? errors.root?.message ?? (ofOne as { message?: string } | undefined)?.message;
}
