import { useId, type ReactNode } from 'react';
import { Mark } from '@/components/ui/mark';

export interface FieldProps {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': true | undefined;
}

/** A label, its control, what helps to fill it in, and what is wrong with it. */
export function Field({
  label,
  hint,
  fault,
  children,
}: {
  label: string;
  hint?: ReactNode;
  fault?: string | undefined;
  children: (control: FieldProps) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-says`, 'aria-invalid': fault === undefined ? undefined : true })}
      <div className="field-says" id={`${id}-says`}>
        {fault === undefined ? hint : <Mark kind="error">{fault}</Mark>}
      </div>
    </div>
  );
}

/** A group of controls under one legend. */
export function FieldGroup({
  legend,
  fault,
  hint,
  children,
}: {
  legend: string;
  fault?: string | undefined;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={`${id}-says`}>
      <legend>{legend}</legend>
      {children}
      <div className="field-says" id={`${id}-says`}>
        {fault === undefined ? hint : <Mark kind="error">{fault}</Mark>}
      </div>
    </fieldset>
  );
}

/** Why the office refused a whole form; announced when it appears. */
export function FormFault({ message }: { message: string | null }) {
  return (
    <p className="fields-fault" role="alert">
      {message === null ? null : <Mark kind="error">{message}</Mark>}
    </p>
  );
}
