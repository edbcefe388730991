import type { Prisma } from '@/prisma/generated/client';
import { appendLog } from '@/lib/store/log/log';
import type { Transaction } from '@/lib/store/database/transaction';

export const adminEventTypes = [
  'agency-created',
  'agency-renamed',
  'steps-changed',
  'account-created',
  'roles-changed',
  'password-reset',
  'account-disabled',
  'account-enabled',
] as const;
export type AdminEventType = (typeof adminEventTypes)[number];

export interface AdminEvent {
  readonly type: AdminEventType;
  readonly actor: { readonly id: string; readonly name: string };
  readonly agencyId: string | null;
  readonly userId: string | null;
  readonly at: Date;
  /** Never a password, not even its hash. */
  readonly data: Prisma.InputJsonObject;
}

/** In the transaction of the act itself: nothing is done unrecorded. */
export async function recordAdminEvent(tx: Transaction, event: AdminEvent): Promise<void> {
  const row = await tx.adminEvent.create({
    data: {
      type: event.type,
      actorId: event.actor.id,
      actorName: event.actor.name,
      agencyId: event.agencyId,
      userId: event.userId,
      at: event.at,
      data: event.data,
    },
  });
  await appendLog(tx, 'AdminEvent', row.id, row, row.at);
}
