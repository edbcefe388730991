import type { ReactNode } from 'react';
import { Failed } from '@/components/review/failed';
import type { Sending } from './send';

/**
 * A form of the papers, folded until it is wanted. What is lacking is said by the form itself, in its own words; the
 * focus goes there.
 */
export function PaperForm({
  title,
  act,
  sending,
  done,
  onSubmit,
  children,
}: {
  /** Names the form, and what opens it. */
  title: string;
  /** On the button that sends it. */
  act: string;
  sending: Sending;
  /** What was done last; absent for a form whose page shows it. */
  done?: string;
  onSubmit: () => void;
  children: ReactNode;
}) {
  return (
    <details className="paper-form">
      <summary>{title}</summary>
      <form
        aria-label={title}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.currentTarget.querySelector<HTMLElement>(':is(input, textarea):invalid')?.focus();
          onSubmit();
        }}
      >
        {children}
        <button type="submit" className="button main" aria-disabled={sending.busy}>
          {act}
        </button>
        <Failed fault={sending.fault} />
        {done === undefined ? null : <p role="status">{done}</p>}
      </form>
    </details>
  );
}
