import type { EventType } from '@/lib/workflow/state';
import type { Transaction } from '@/lib/store/database/transaction';

/**
 * The reports of these agencies, the newest year first, each with the number of its comments that are not settled and
 * its events of these types in their order.
 */
export function reportsOf(db: Transaction, agencyIds: readonly string[], eventTypes: readonly EventType[]) {
  return db.report.findMany({
    where: { agencyId: { in: [...agencyIds] } },
    orderBy: { year: 'desc' },
    include: {
      _count: { select: { comments: { where: { settledAt: null } } } },
      events: { where: { type: { in: [...eventTypes] } }, orderBy: { number: 'asc' } },
    },
  });
}
