import type { Draft, ParagraphValue, Path, Value } from '@/lib/report/draft';
import { draftFrom } from '@/lib/report/draft';
import { resolve, textOfParagraph, statedCells } from '@/lib/report/resolve';
import type { Report } from '@/lib/report/report';
import type { ReportState } from '@/lib/workflow/state';
import { afterwardsOf } from './afterwards';
import { holderOf, sampleAgencies, government, type SampleAgency } from './agencies';
import { formatOf, sampleFigures, type DataCells } from './figures';
import { paragraphsFor, type SampleParagraph } from '@/prisma/sample/prose/compose';
import { sampleYears, stockChanges, type SampleYear } from './profiles';
import { uuidFor } from './random';
import { round, roundYear, type RoundPlan } from './round';
import { pastEvents, stateAfter, wasReturned, type SampleEvent } from './timeline';

export interface SampleWrite {
  /** Id of the edit. */
  readonly id: string;
  readonly path: Path;
  readonly value: Value;
  readonly by: string;
  readonly at: Date;
}

export interface SampleComment {
  readonly path: Path;
  readonly quote: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  readonly reply: { readonly text: string; readonly by: string; readonly at: Date } | null;
  readonly settledAt: Date | null;
}

/** An author's answer to the warning of a rule on a cell. */
export interface SampleReason {
  readonly rule: string;
  readonly cell: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

export interface SampleReport {
  readonly agency: SampleAgency;
  readonly year: SampleYear;
  readonly format: string;
  readonly state: ReportState;
  /** In the order of time; a path that is written twice changed after a return or in a correction. */
  readonly writes: readonly SampleWrite[];
  readonly events: readonly SampleEvent[];
  readonly comments: readonly SampleComment[];
  readonly reasons: readonly SampleReason[];
}

/** The draft as all writes leave it. */
export function draftOf(report: SampleReport): Draft {
  const last = new Map(
    report.writes.map((write) => [write.path, { path: write.path, value: write.value, edit: write.id }]),
  );
  return draftFrom({ format: report.format, year: report.year, agency: report.agency.name }, [...last.values()]);
}

/** The report as its last writes leave it, signed on the day its last version was published. */
export function reportOf(report: SampleReport): Report {
  const published = report.events.findLast((event) => event.type === 'published');
  const day =
    published === undefined ? null : new Date(published.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return resolve(formatOf(report.year), draftOf(report), day).report;
}

const minute = 60_000;

function withoutLastSentence(value: ParagraphValue): ParagraphValue {
  const runs = [...value.runs];
  const last = runs.at(-1);
  if (last === undefined || !('text' in last)) return value;
  const cut = last.text.slice(0, -1).search(/[。；][^。；]*$/);
  return cut < 0 ? value : { ...value, runs: [...runs.slice(0, -1), { text: `${last.text.slice(0, cut)}。` }] };
}

function firstSentence(paragraph: SampleParagraph, cells: Readonly<Record<string, string | null>>): string {
  const text = textOfParagraph(paragraph.value, cells);
  return text.slice(0, text.search(/[。；]/) + 1) || text;
}

interface Written {
  readonly path: Path;
  readonly value: Value;
}

/** What is written at one go: a table, or the prose of a section. */
function sittingOf({ path, value }: Written): string {
  return value !== null && typeof value !== 'string' ? value.place : (path.split('.')[0] ?? path);
}

/** What was written first, what was written over it after the return, and what a correction put right. */
function versions(
  plan: RoundPlan,
  cells: DataCells,
  paragraphs: readonly SampleParagraph[],
): { first: Written[]; second: Written[]; corrected: Written[] } {
  const left = (id: string) => plan.without?.(id) !== true;
  const first: Written[] = [];
  const second: Written[] = [];
  const corrected = Object.keys(plan.publishedOff ?? {}).map((path): Written => ({ path, value: cells[path] ?? null }));
  for (const [path, right] of Object.entries(cells).filter(([id]) => left(id))) {
    const wrong = plan.wrong?.[path];
    const off = plan.firstOff?.[path] ?? plan.publishedOff?.[path];
    if (wrong === null) continue;
    if (wrong !== undefined) first.push({ path, value: String(Number(right) + wrong) });
    else first.push({ path, value: off === undefined ? right : String(Number(right) + off) });
    if (plan.firstOff?.[path] !== undefined) second.push({ path, value: right });
  }
  for (const [path, value] of Object.entries(plan.wrong ?? {}))
    if (!(path in cells) && value !== null) first.push({ path, value: String(value) });
  for (const { path, role, value } of paragraphs.filter((one) => left(one.role))) {
    const short = plan.firstShort?.includes(role) === true ? withoutLastSentence(value) : null;
    first.push({ path, value: short ?? value });
    if (short !== null) second.push({ path, value });
  }
  return { first, second, corrected };
}

function planOf(agency: SampleAgency, year: SampleYear): RoundPlan | null {
  if (year === roundYear) return round[agency.key] ?? null;
  const { events, publishedOff } = afterwardsOf(agency.key, year);
  return {
    events: [...pastEvents(agency, year), ...events],
    publishedOff,
    ...(wasReturned(agency, year) ? { firstShort: ['overview.platform'] } : {}),
  };
}

function reasonsOf(agency: SampleAgency, year: SampleYear, by: string, submitted: Date | undefined): SampleReason[] {
  if (submitted === undefined) return [];
  const cell = 'disclosure.normativeDocuments.inForce';
  return stockChanges
    .filter((change) => change.year === year && (change.unit === agency.key || agency.key === government))
    .map((change) => ({
      rule: 'T2-03',
      cell,
      by,
      at: new Date(submitted.getTime() - 12 * minute),
      text: agency.key === change.unit ? change.reason : change.districtReason,
    }));
}

function reportFor(agency: SampleAgency, year: SampleYear, cells: DataCells, today: Date): SampleReport | null {
  const plan = planOf(agency, year);
  const events = (plan?.events ?? []).filter((event) => event.at <= today);
  const [started] = events;
  const state = stateAfter(events);
  if (plan === null || started === undefined || state === null) return null;
  const author = holderOf(agency.key, 'author').userName;
  const reviewer = holderOf(agency.key, 'reviewer').userName;
  const paragraphs = paragraphsFor(agency, year, cells);
  const { first, second, corrected } = versions(plan, cells, paragraphs);
  const reopened = events.find((event) => event.type === 'reopened');
  const returned = events.find((event) => event.type === 'returned');
  const sittings = (stage: string, from: Date, written: readonly Written[]): SampleWrite[] => {
    const seen = new Set<string>();
    return written.map((one) => ({
      ...one,
      id: uuidFor(`edit ${agency.key} ${year} ${stage} ${one.path}`),
      by: author,
      at: new Date(from.getTime() + 19 * minute * seen.add(sittingOf(one)).size),
    }));
  };
  const { cells: stated } = statedCells(
    formatOf(year),
    draftFrom(
      { format: formatOf(year).id, year, agency: agency.name },
      first.map((one) => ({ ...one, edit: '' })),
    ),
  );
  const comments = (plan.comments ?? [])
    .filter((comment) => comment.at <= today)
    .map((comment): SampleComment => {
      const paragraph = paragraphs.find((one) => one.role === comment.paragraph);
      return {
        path: comment.cell ?? paragraph?.path ?? '',
        quote: paragraph === undefined ? '' : firstSentence(paragraph, stated),
        text: comment.text,
        by: reviewer,
        at: comment.at,
        reply:
          comment.reply === undefined || comment.reply.at > today
            ? null
            : { text: comment.reply.text, by: author, at: comment.reply.at },
        settledAt: comment.settledAt === undefined || comment.settledAt > today ? null : comment.settledAt,
      };
    });
  const writes = [
    ...sittings('first', started.at, first),
    ...(returned === undefined ? [] : sittings('second', new Date(returned.at.getTime() + 2 * 60 * minute), second)),
    ...(reopened === undefined ? [] : sittings('corrected', reopened.at, corrected)),
  ];
  return {
    agency,
    year,
    format: formatOf(year).id,
    state,
    writes: writes.filter((one) => one.at <= today),
    events,
    comments,
    reasons: reasonsOf(agency, year, author, events.find((event) => event.type === 'submitted')?.at),
  };
}

/** Every report of the district as it stands on a day: whatever would have happened later is left out. */
export function sampleReports(today: Date): SampleReport[] {
  const figuresOf = sampleFigures();
  return sampleYears.flatMap((year) =>
    sampleAgencies.flatMap((agency) => reportFor(agency, year, figuresOf(agency.key, year), today) ?? []),
  );
}
