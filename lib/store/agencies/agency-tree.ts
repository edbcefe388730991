import { randomUUID } from 'node:crypto';
import type { AgencyKind } from '@/lib/report/report';
import type { ReviewStep } from '@/lib/workflow/state';
import type { StoredAgency } from './agencies';
import type { Transaction } from '@/lib/store/database/transaction';

export interface NewAgency {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  /** Names of the review steps, in order. */
  readonly steps: readonly string[];
  /** Null for a top agency. */
  readonly parent: Pick<StoredAgency, 'id' | 'path'> | null;
}

/** Steps that keep the id of a step of the same name before. */
function stepsNamed(names: readonly string[], before: readonly ReviewStep[]): ReviewStep[] {
  return names.map((name) => ({ id: before.find((step) => step.name === name)?.id ?? randomUUID(), name }));
}

const stepsJson = (steps: readonly ReviewStep[]): { id: string; name: string }[] =>
  steps.map(({ id, name }) => ({ id, name }));

/** Writes an agency and the first of its names; null when the key is taken. Asks nobody for permission. */
export async function insertAgency(tx: Transaction, agency: NewAgency, now: Date): Promise<string | null> {
  const { key, name, shortName, kind, parent } = agency;
  const made = await tx.agency.createManyAndReturn({
    data: [
      {
        key,
        name,
        shortName,
        kind,
        parentId: parent?.id ?? null,
        path: `${parent?.path ?? '/'}${key}/`,
        steps: stepsJson(stepsNamed(agency.steps, [])),
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  const id = made[0]?.id;
  if (id === undefined) return null;
  await tx.agencyName.create({ data: { agencyId: id, name, since: now } });
  return id;
}

/** A new name from now on; the names before stay in the history, key and path stay for ever. */
export async function renameAgencyRow(
  tx: Transaction,
  agency: StoredAgency,
  names: { name: string; shortName: string },
  now: Date,
): Promise<void> {
  await tx.agency.update({ where: { id: agency.id }, data: names });
  if (names.name !== agency.name)
    await tx.agencyName.create({ data: { agencyId: agency.id, name: names.name, since: now } });
}

/** Names the review steps of an agency; a step that keeps its name keeps what belongs to it. */
export async function setSteps(tx: Transaction, agency: StoredAgency, names: readonly string[]): Promise<void> {
  await tx.agency.update({ where: { id: agency.id }, data: { steps: stepsJson(stepsNamed(names, agency.steps)) } });
}

/** Whether a report of the agency stands in the middle of its review steps. */
export async function hasReportInReview(tx: Transaction, agencyId: string): Promise<boolean> {
  return (await tx.report.count({ where: { agencyId, state: 'submitted' } })) > 0;
}

/** Whether there is any agency yet. */
export async function hasAgencies(tx: Transaction): Promise<boolean> {
  return (await tx.agency.findFirst({ select: { id: true } })) !== null;
}
