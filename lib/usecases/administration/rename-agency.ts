import { findAgency } from '@/lib/store/agencies/agencies';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { renameAgencyRow } from '@/lib/store/agencies/agency-tree';
import { transaction } from '@/lib/store/database/transaction';
import { firstFault, mayAdminister, renameAgencySchema } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { noSuchAgency } from './administration-sentences';

/**
 * Gives an agency another name from now on. Its key stays, its history keeps the old name, and reports filed under the
 * old name keep it. Refuses with `not-permitted`, `not-found`, `bad-input`.
 */
export async function renameAgency(actor: Actor | null, input: unknown, now: Date): Promise<{ key: string } | Refusal> {
  const parsed = renameAgencySchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const { agency: key, name, shortName } = parsed.data;
  return transaction(async (tx) => {
    const agency = await findAgency(tx, key);
    const refusal = mayAdminister(actor, agency?.path ?? '');
    if (refusal !== null || agency === null || actor === null) return refusal ?? noSuchAgency();
    await renameAgencyRow(tx, agency, { name, shortName }, now);
    const data = { before: agency.name, name, shortName };
    await recordAdminEvent(tx, { type: 'agency-renamed', actor, agencyId: agency.id, userId: null, at: now, data });
    return { key };
  });
}
