import { findAgency } from '@/lib/store/agencies/agencies';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { hasReportInReview, setSteps } from '@/lib/store/agencies/agency-tree';
import { transaction } from '@/lib/store/database/transaction';
import { changeStepsSchema, firstFault, mayAdminister } from '@/lib/workflow/administration';
import type { Actor } from '@/lib/workflow/permissions';
import { refuse, type Refusal } from '@/lib/workflow/refusal';
import { noSuchAgency } from './administration-sentences';

/**
 * Sets the named review steps of an agency. Refuses with `not-permitted`, `not-found`, `bad-input`, and with
 * `wrong-state` while a report waits at one of them.
 */
export async function changeReviewSteps(
  actor: Actor | null,
  input: unknown,
  now: Date,
): Promise<{ key: string } | Refusal> {
  const parsed = changeStepsSchema.safeParse(input);
  if (!parsed.success) return firstFault(parsed.error);
  const { agency: key, steps } = parsed.data;
  return transaction(async (tx) => {
    const agency = await findAgency(tx, key);
    const refusal = mayAdminister(actor, agency?.path ?? '');
    if (refusal !== null || agency === null || actor === null) return refusal ?? noSuchAgency();
    const before = agency.steps.map((step) => step.name);
    if (before.join('\n') === steps.join('\n')) return { key };
    if (await hasReportInReview(tx, agency.id))
      return refuse('wrong-state', '有报告正在审核，审核结束后才能改审核步骤');
    await setSteps(tx, agency, steps);
    await recordAdminEvent(tx, {
      type: 'steps-changed',
      actor,
      agencyId: agency.id,
      userId: null,
      at: now,
      data: { before, steps },
    });
    return { key };
  });
}
