import { z } from 'zod';
import { agencyKinds, type AgencyKind } from '@/lib/report/report';
import { defaultSteps, type ReviewStep } from '@/lib/workflow/state';
import type { AgencyView } from '@/lib/workflow/view';
import type { Transaction } from '@/lib/store/database/transaction';

export interface StoredAgency extends AgencyView {
  readonly id: string;
  readonly path: string;
  readonly steps: readonly ReviewStep[];
  readonly disabled: boolean;
}

const stepsSchema = z.array(z.object({ id: z.string(), name: z.string() })).min(1);

interface AgencyRow {
  id: string;
  key: string;
  name: string;
  shortName: string;
  kind: string;
  path: string;
  steps: unknown;
  disabledAt: Date | null;
}

/** An agency as stored; its review steps are parsed, because JSON from a database is input too. */
export function agencyFrom(row: AgencyRow): StoredAgency {
  const steps = stepsSchema.safeParse(row.steps);
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    shortName: row.shortName,
    kind: kindFrom(row.kind),
    path: row.path,
    steps: steps.success ? steps.data : defaultSteps,
    disabled: row.disabledAt !== null,
  };
}

export function kindFrom(kind: string): AgencyKind {
  return agencyKinds.find((known) => known === kind) ?? 'department';
}

export function viewOfAgency(agency: StoredAgency): AgencyView {
  return { key: agency.key, name: agency.name, shortName: agency.shortName, kind: agency.kind };
}

/** True for what can be an agency's key at all: everything else out of an address never reaches the database. */
export function isAgencyKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(key);
}

export async function findAgency(db: Transaction, key: string): Promise<StoredAgency | null> {
  if (!isAgencyKey(key)) return null;
  const row = await db.agency.findUnique({ where: { key } });
  return row === null ? null : agencyFrom(row);
}

/** The agencies with these ids, and all that stand below these paths, by path. */
export async function agenciesOf(
  db: Transaction,
  ids: readonly string[],
  paths: readonly string[],
): Promise<StoredAgency[]> {
  const rows = await db.agency.findMany({
    where: { OR: [{ id: { in: [...ids] } }, ...paths.map((path) => ({ path: { startsWith: path } }))] },
    orderBy: { path: 'asc' },
  });
  return rows.map(agencyFrom);
}

/** The agency that bears this name now, else the only one that bore it once; null when there is none or several. */
export async function findAgencyByName(db: Transaction, name: string): Promise<StoredAgency | null> {
  const bare = name.replace(/\s/g, '');
  if (bare === '' || bare.length > 200 || bare.includes('\0')) return null;
  const bearing = await db.agency.findMany({ where: { name: bare }, take: 2 });
  const found =
    bearing.length > 0 ? bearing : await db.agency.findMany({ where: { names: { some: { name: bare } } }, take: 2 });
  const [only] = found;
  return only === undefined || found.length > 1 ? null : agencyFrom(only);
}

/** Those of these keys that an agency has. */
export async function takenKeys(db: Transaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.agency.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** The name of the first agency that stands under no other; empty where there is none yet. */
export async function nameOfTopAgency(db: Transaction): Promise<string> {
  const top = await db.agency.findFirst({
    where: { parentId: null },
    orderBy: { createdAt: 'asc' },
    select: { name: true },
  });
  return top?.name ?? '';
}
