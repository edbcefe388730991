import type { Draft } from '@/lib/report/draft';
import { resolve } from '@/lib/report/resolve';
import { viewOfAgency } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import { publishedReport } from '@/lib/store/publications/publications';
import { commentsOf, reasonsOf } from '@/lib/store/reports/remarks';
import {
  draftAt,
  findReport,
  historyOf,
  loadDraft,
  standingOf,
  writersOf,
  type StoredEvent,
  type StoredReport,
} from '@/lib/store/reports/reports';
import { commandNames, may, rolesAt, type Actor, type CommandName } from '@/lib/workflow/permissions';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import type { Standing } from '@/lib/workflow/state';
import type { EditorView, ReportHead, Viewer } from '@/lib/workflow/view';
import { formatOf } from '@/lib/usecases/format-of';
import { deadlinesOf } from '@/lib/usecases/deadlines';
import { expired, noSuchReport } from '@/lib/usecases/sentences';

/**
 * Everything the form pages show of one report. Refuses with `not-signed-in`, `not-permitted` (a foreign agency's
 * address) or `not-found`.
 */
export async function openReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  now: Date,
): Promise<EditorView | Refusal> {
  const opened = await readable(actor, agencyKey, year);
  return isRefusal(opened) ? opened : editorView(opened, now);
}

/** A report that its reader may read: who reads it, and how it stands. */
export interface Readable {
  readonly actor: Actor;
  readonly report: StoredReport;
  readonly standing: Standing;
}

/** The report for someone who may read it, else why not; what every view of a report begins with. */
export async function readable(actor: Actor | null, agencyKey: string, year: number): Promise<Readable | Refusal> {
  if (actor === null) return expired();
  const db = database();
  const report = await findReport(db, agencyKey, year);
  if (report === null) return noSuchReport();
  const standing = standingOf(report, await writersOf(db, report.id));
  return may(actor, 'read', standing) ?? { actor, report, standing };
}

/** The view itself, for those who have authorised already. */
export async function editorView({ actor, report, standing }: Readable, now: Date): Promise<EditorView> {
  const db = database();
  const draft = await loadDraft(db, report);
  const { cells } = resolve(formatOf(report), draft).report;
  const [last, reasons, comments, history] = await Promise.all([
    publishedReport(db, report.agency.key, report.year - 1),
    reasonsOf(db, report.id),
    commentsOf(db, report.id, draft, cells),
    historyOf(db, report.id),
  ]);
  return {
    head: headOf(report),
    draft,
    last,
    published: await publishedDraft(report, history),
    reasons,
    comments,
    history,
    deadlines: deadlinesOf(report.agency.kind, report.year, now),
    viewer: viewerOf(actor, standing),
  };
}

/** While a report is being corrected, its draft as it was published; else null. */
function publishedDraft(report: StoredReport, history: readonly StoredEvent[]): Promise<Draft> | null {
  const published = history.findLast((event) => event.type === 'published');
  return report.correction === null || published === undefined ? null : draftAt(database(), report, published.seq);
}

function headOf(report: StoredReport): ReportHead {
  return {
    id: report.id,
    agency: viewOfAgency(report.agency),
    year: report.year,
    format: report.format,
    state: report.state,
    step: report.step,
    steps: report.agency.steps,
    submission: report.submission,
    seq: report.seq,
    version: report.version,
    publication: report.publication,
    correction: report.correction,
  };
}

function viewerOf(actor: Actor, standing: Standing): Viewer {
  const allowed = Object.fromEntries(commandNames.map((name) => [name, may(actor, name, standing) === null]));
  return {
    id: actor.id,
    name: actor.name,
    roles: rolesAt(actor, standing.agencyId),
    may: allowed as Record<CommandName, boolean>,
  };
}
