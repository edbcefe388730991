import { personFrom, postsIncluded, type StoredPerson } from './accounts';
import { agencyFrom, type StoredAgency } from './agencies';
import type { Transaction } from '@/lib/store/database/transaction';

export interface AgencyWithNames extends StoredAgency {
  readonly parentName: string | null;
  readonly names: readonly { readonly name: string; readonly since: string }[];
}

/** The agencies at and below these paths in the order of the tree, with every name they had. */
export async function administeredAgencies(db: Transaction, paths: readonly string[]): Promise<AgencyWithNames[]> {
  const rows = await db.agency.findMany({
    where: { OR: paths.map((path) => ({ path: { startsWith: path } })) },
    orderBy: { path: 'asc' },
    include: {
      parent: { select: { name: true } },
      names: { orderBy: { since: 'asc' }, select: { name: true, since: true } },
    },
  });
  return rows.map((row) => ({
    ...agencyFrom(row),
    parentName: row.parent?.name ?? null,
    names: row.names.map(({ name, since }) => ({ name, since: since.toISOString() })),
  }));
}

/** Everybody with a post at one of these agencies, with all posts, wherever they are. */
export async function peopleAt(db: Transaction, agencyIds: readonly string[]): Promise<StoredPerson[]> {
  const rows = await db.user.findMany({
    where: { memberships: { some: { agencyId: { in: [...agencyIds] } } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: postsIncluded,
  });
  return rows.map(personFrom);
}
