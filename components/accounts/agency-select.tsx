import type { ComponentProps } from 'react';
import type { AgencyChoice } from '@/lib/workflow/administration-view';

/** The agencies one governs, set in by their depth, since an option can hold nothing but text. */
export function AgencySelect({ choices, ...select }: { choices: readonly AgencyChoice[] } & ComponentProps<'select'>) {
  return (
    <select {...select}>
      {choices.map((agency) => (
        <option key={agency.key} value={agency.key}>
          {'\u3000'.repeat(agency.depth)}
          {agency.name}
        </option>
      ))}
    </select>
  );
}
