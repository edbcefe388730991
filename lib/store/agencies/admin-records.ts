import { z } from 'zod';
import { adminEventTypes, type AdminEventType } from './admin-events';
import type { Transaction } from '@/lib/store/database/transaction';

export interface AdminRecordRow {
  readonly id: string;
  readonly type: AdminEventType;
  readonly at: Date;
  readonly by: string;
  readonly agency: string | null;
  /** Whom it concerned; null for an act on an agency. */
  readonly person: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface AdminRecordsAfter {
  readonly at: Date;
  readonly id: string;
}

const dataShape = z.record(z.string(), z.unknown());

/** What was done at and below these paths, newest first, by key and never by offset (scale.md). */
export async function adminRecords(
  db: Transaction,
  paths: readonly string[],
  after: AdminRecordsAfter | null,
  limit: number,
): Promise<AdminRecordRow[]> {
  const agencies = await db.agency.findMany({
    where: { OR: paths.map((path) => ({ path: { startsWith: path } })) },
    select: { id: true, name: true },
  });
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const rows = await db.adminEvent.findMany({
    where: {
      agencyId: { in: [...names.keys()] },
      ...(after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const ids = rows.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  const people = new Map(
    (await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return rows.flatMap((row) => {
    const type = adminEventTypes.find((known) => known === row.type);
    if (type === undefined) return [];
    return [
      {
        id: row.id,
        type,
        at: row.at,
        by: row.actorName,
        agency: row.agencyId === null ? null : (names.get(row.agencyId) ?? null),
        person: row.userId === null ? null : (people.get(row.userId) ?? '已不在的账号'),
        data: dataShape.parse(row.data),
      },
    ];
  });
}
