import { agenciesOf } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { isRefusal } from '@/lib/workflow/refusal';
import { mayCheck } from './check-file';

/** Who opens the page that checks files; `agencies` are those whose reports this person writes. */
export interface CheckPage {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly agencies: readonly { readonly key: string; readonly name: string }[];
}

/** Refuses with `not-signed-in` where the installation keeps the page to its staff. */
export async function openCheck(actor: Actor | null): Promise<CheckPage | Refusal> {
  const refusal = mayCheck(actor);
  if (isRefusal(refusal)) return refusal;
  if (actor === null) return { person: null, agencies: [] };
  const written = actor.roles.filter(({ role }) => role === 'author').map(({ agencyId }) => agencyId);
  const agencies = written.length === 0 ? [] : await agenciesOf(database(), written, []);
  return {
    person: { id: actor.id, name: actor.name },
    agencies: agencies.filter(({ disabled }) => !disabled).map(({ key, name }) => ({ key, name })),
  };
}
