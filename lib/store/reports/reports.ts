import { draftFrom, type Draft, type Value } from '@/lib/report/draft';
import { valueSchema } from '@/lib/report/schema';
import {
  correctionAfter,
  publicationAfter,
  turningPoints,
  type Correction,
  type Turn,
} from '@/lib/workflow/correction';
import { eventTypes, reportStates, type ReportEvent, type ReportState, type Standing } from '@/lib/workflow/state';
import type { EventView } from '@/lib/workflow/view';
import { type Prisma } from '@/prisma/generated/client';
import { agencyFrom, isAgencyKey, type StoredAgency } from '@/lib/store/agencies/agencies';
import { appendEditsToLog, appendLog } from '@/lib/store/log/log';
import type { Transaction } from '@/lib/store/database/transaction';

export interface StoredReport {
  readonly id: string;
  readonly agency: StoredAgency;
  readonly year: number;
  readonly format: string;
  /** Name at the time it is filed. */
  readonly agencyName: string;
  readonly state: ReportState;
  readonly step: number;
  readonly submission: number;
  readonly version: number;
  readonly seq: number;
  readonly updatedAt: Date;
  /** Number of the version that is published, or was until it was withdrawn. */
  readonly publication: number | null;
  readonly correction: Correction | null;
}

type ReportRow = Prisma.ReportGetPayload<{ include: { agency: true } }>;

/**
 * While it is being written a report bears the agency's name of today; from its submission on, and in a correction, the
 * one it was filed under. `turns` are its turning points, oldest first.
 */
function reportFrom(row: ReportRow, turns: readonly Turn[]): StoredReport {
  const state = stateOf(row.state);
  const publication = publicationAfter(turns);
  const agencyName =
    (state === 'draft' || state === 'returned') && publication === null ? row.agency.name : row.agencyName;
  return { ...row, agency: agencyFrom(row.agency), state, agencyName, publication, correction: correctionAfter(turns) };
}

/** Publications, withdrawals and corrections of a report, oldest first. */
function turnsOf(db: Transaction, reportId: string): Promise<Turn[]> {
  return eventsOf(db, { reportId, type: { in: [...turningPoints] } });
}

/** A state as the database has it; throws for one that nobody knows. */
export function stateOf(state: string): ReportState {
  const known = reportStates.find((candidate) => candidate === state);
  if (known === undefined) throw new Error(`unknown report state in the database: ${state}`);
  return known;
}

const isYear = (year: number): boolean => Number.isInteger(year) && year > 2000 && year < 3000;

/** An agency's report of a year; null when there is none. */
export async function findReport(db: Transaction, agencyKey: string, year: number): Promise<StoredReport | null> {
  if (!isAgencyKey(agencyKey) || !isYear(year)) return null;
  const row = await db.report.findFirst({ where: { year, agency: { key: agencyKey } }, include: { agency: true } });
  if (row === null) return null;
  // What was never submitted was never published: one question less for every keystroke of a first draft.
  return reportFrom(row, row.submission === 0 ? [] : await turnsOf(db, row.id));
}

/** The same, kept from others until the transaction ends. */
export async function lockReport(tx: Transaction, agencyKey: string, year: number): Promise<StoredReport | null> {
  if (!isAgencyKey(agencyKey) || !isYear(year)) return null;
  await tx.$queryRaw`SELECT r."id" FROM "Report" r JOIN "Agency" a ON a."id" = r."agencyId"
    WHERE a."key" = ${agencyKey} AND r."year" = ${year} FOR UPDATE OF r`;
  return findReport(tx, agencyKey, year);
}

/** Starts a report, which bears the agency's name of this moment from then on. */
export async function createReport(
  tx: Transaction,
  agency: StoredAgency,
  year: number,
  format: string,
  now: Date,
): Promise<StoredReport> {
  const row = await tx.report.create({
    data: { agencyId: agency.id, year, format, agencyName: agency.name, state: 'draft', updatedAt: now },
    include: { agency: true },
  });
  return reportFrom(row, []);
}

/** Ids of all who wrote in the report, or gave a reason for a warning that stands in it. */
export async function writersOf(db: Transaction, reportId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "actorId"::text AS "id" FROM "Edit" WHERE "reportId" = ${reportId}::uuid
    UNION SELECT "actorId"::text FROM "Reason" WHERE "reportId" = ${reportId}::uuid`;
  return rows.map((row) => row.id);
}

/** How a report stands, as decisions need it. */
export function standingOf(report: StoredReport, writers: readonly string[]): Standing {
  return {
    agencyId: report.agency.id,
    agencyPath: report.agency.path,
    state: report.state,
    step: report.step,
    steps: report.agency.steps,
    submission: report.submission,
    correction: report.correction,
    writers,
  };
}

const headOf = (report: StoredReport) => ({ format: report.format, year: report.year, agency: report.agencyName });

/** JSON that comes back from the database is parsed like any other input. */
export function valueFrom(value: unknown): Value {
  return valueSchema.parse(value);
}

/** The draft as it stands. */
export async function loadDraft(db: Transaction, report: StoredReport): Promise<Draft> {
  const rows = await db.draftValue.findMany({
    where: { reportId: report.id },
    select: { path: true, value: true, editId: true },
  });
  return draftFrom(
    headOf(report),
    rows.map((row) => ({ path: row.path, value: valueFrom(row.value), edit: row.editId })),
  );
}

/** The draft as it stood after its edit number `seq`. */
export async function draftAt(db: Transaction, report: StoredReport, seq: number): Promise<Draft> {
  const rows = await db.$queryRaw<{ path: string; value: unknown; id: string }[]>`
    SELECT DISTINCT ON ("path") "path", "value", "id"::text AS "id" FROM "Edit"
    WHERE "reportId" = ${report.id}::uuid AND "seq" <= ${seq} ORDER BY "path", "seq" DESC`;
  return draftFrom(
    headOf(report),
    rows.map((row) => ({ path: row.path, value: valueFrom(row.value), edit: row.id })),
  );
}

/** Writes an event and the standing it leads to, and puts it on the log; the caller holds the lock of the report. */
export async function recordEvent(
  tx: Transaction,
  report: StoredReport,
  event: ReportEvent,
  after: Pick<Standing, 'state' | 'step' | 'submission'>,
): Promise<number> {
  const number = report.version + 1;
  const row = await tx.reportEvent.create({
    data: {
      reportId: report.id,
      number,
      type: event.type,
      actorId: event.actor.id,
      actorName: event.actor.name,
      at: event.at,
      reason: event.reason,
      step: event.step,
      submission: event.submission,
      seq: report.seq,
    },
  });
  await tx.report.update({
    where: { id: report.id },
    data: {
      state: after.state,
      step: after.step,
      submission: after.submission,
      version: number,
      updatedAt: event.at,
      ...(event.type === 'submitted' ? { agencyName: report.agencyName } : {}),
    },
  });
  await appendLog(tx, 'ReportEvent', row.id, row, row.at);
  if (event.type === 'submitted') await appendEditsToLog(tx, report.id, number, report.seq, row.at);
  return number;
}

export interface StoredEvent extends EventView {
  readonly seq: number;
}

/** The report's history, oldest first. */
export async function historyOf(db: Transaction, reportId: string): Promise<StoredEvent[]> {
  return eventsOf(db, { reportId });
}

async function eventsOf(db: Transaction, where: Prisma.ReportEventWhereInput): Promise<StoredEvent[]> {
  return eventsFrom(await db.reportEvent.findMany({ where, orderBy: { number: 'asc' } }));
}

/** Rows of the history as events; what this version of the product does not know is left out. */
export function eventsFrom(rows: readonly Prisma.ReportEventGetPayload<object>[]): StoredEvent[] {
  return rows.flatMap((row) => {
    const type = eventTypes.find((known) => known === row.type);
    if (type === undefined) return [];
    return [
      {
        number: row.number,
        type,
        by: row.actorName,
        at: row.at.toISOString(),
        reason: row.reason,
        step: row.step,
        submission: row.submission,
        seq: row.seq,
      },
    ];
  });
}
