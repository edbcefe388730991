import { randomUUID } from 'node:crypto';
import { nameOfCell } from '@/lib/checks/engine/place';
import { emptyDraft, type Draft } from '@/lib/report/draft';
import { fillingOf, isUntouched, type Filling } from '@/lib/report/filling';
import type { Picture } from '@/lib/report/insert';
import type { Place, Report } from '@/lib/report/report';
import type { Format } from '@/lib/statute/format';
import { formatById } from '@/lib/statute/formats';
import { findAgency, type StoredAgency } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import { findReport, loadDraft, standingOf } from '@/lib/store/reports/reports';
import { draftRequestSchema, type DraftMade, type DraftOffer, type DraftStanding } from '@/lib/workflow/draft-offer';
import { may, type Actor } from '@/lib/workflow/permissions';
import { isRefusal, refuse, type Refusal } from '@/lib/workflow/refusal';
import { stateNames } from '@/lib/workflow/state';
import { addPicture } from './add-picture';
import { formatOf } from '@/lib/usecases/format-of';
import { saveEdits } from './save-edits';
import { badInput, expired } from '@/lib/usecases/sentences';
import { customaryPreamble, mayStart, startReport } from './start-report';

/**
 * Makes a report that was read the draft of an agency and its year, by edits of the person who asks: blank cells and
 * empty sections are filled, nothing that somebody wrote is overwritten. First a look tells what would happen.
 * Refuses with `not-permitted`, `wrong-state` (submitted or published), `stale-version` (no longer as it was seen),
 * `bad-input` and whatever `startReport` and `saveEdits` refuse.
 */
export async function makeDraftOfFile(
  actor: Actor | null,
  input: unknown,
  now: Date,
): Promise<DraftOffer | DraftMade | Refusal> {
  if (actor === null) return expired();
  const parsed = draftRequestSchema.safeParse(input);
  if (!parsed.success) return badInput(parsed.error.issues[0]?.message ?? '格式不对');
  const wish = parsed.data;
  const target = await targetOf(actor, wish.agency, wish.report.year, now);
  if (isRefusal(target)) return target;
  if (wish.do === 'look') return offerOf(target, wish.report);
  if (target.standing !== wish.seen) return refuse('stale-version', '草稿刚刚有人动过，请重新看一遍会填入什么，再决定');
  if (target.standing !== 'none') return fill(actor, target, wish.report, now);
  const started = await startReport(actor, wish.agency, wish.report.year, now);
  if (isRefusal(started)) return started;
  const begun = await targetOf(actor, wish.agency, wish.report.year, now);
  return isRefusal(begun) ? begun : fill(actor, begun, wish.report, now);
}

/** The draft that the file is to go into, as it stands now. */
interface Target {
  readonly agency: StoredAgency;
  readonly format: Format;
  readonly draft: Draft;
  readonly standing: DraftStanding;
}

async function targetOf(actor: Actor, agencyKey: string, year: number, now: Date): Promise<Target | Refusal> {
  const db = database();
  const report = await findReport(db, agencyKey, year);
  if (report === null) {
    const startable = await mayStart(db, actor, agencyKey, year, now);
    if (isRefusal(startable)) return startable;
    const { agency, format } = startable;
    return { agency, format, draft: emptyDraft(format.id, year, agency.name), standing: 'none' };
  }
  const refusal = may(actor, 'edit', standingOf(report, []));
  if (refusal?.refused === 'wrong-state')
    return refuse('wrong-state', `${year} 年度报告现在是“${stateNames[report.state]}”，不能把文件填进去`);
  if (refusal !== null) return refusal;
  const agency = await findAgency(db, agencyKey);
  if (agency === null) return refuse('not-found', '没有这个机关');
  const draft = await loadDraft(db, report);
  const untouched = isUntouched(draft, { customaryPreamble: customaryPreamble(year) });
  return { agency, format: formatOf(report), draft, standing: untouched ? 'untouched' : 'begun' };
}

type Taken = ReadonlyMap<string, Omit<Picture, 'alt'>>;

function fillingFor({ format, draft }: Target, report: Report, pictures: Taken): Filling {
  return fillingOf(format, draft, report, {
    newId: randomUUID,
    customaryPreamble: customaryPreamble(draft.year),
    pictures,
  });
}

function offerOf(target: Target, report: Report): DraftOffer {
  const { agency, format, draft, standing } = target;
  const filling = fillingFor(target, report, picturesOffered(report));
  const same = report.agency.replace(/\s/g, '') === agency.name;
  return {
    standing,
    agency: agency.name,
    year: draft.year,
    otherAgency: same ? null : report.agency,
    cells: filling.cells.length,
    sections: filling.places.map((place) => titleOf(format, place)),
    kept: [
      ...filling.kept.map(
        (cell) => `${nameOfCell(format, cell)}：草稿为 ${draft.cells[cell] ?? ''}，文件为 ${report.cells[cell] ?? ''}`,
      ),
      ...filling.keptPlaces.map((place) => `${titleOf(format, place)}：草稿里已有文字`),
    ],
    noPlace: noPlaceIn(filling, report),
  };
}

async function fill(actor: Actor, target: Target, report: Report, now: Date): Promise<DraftMade | Refusal> {
  const { agency, draft } = target;
  const { edits, cells } = fillingFor(target, report, await picturesTaken(actor, agency.key, draft.year, report, now));
  if (edits.length > most)
    return badInput(`文件里有 ${edits.length} 处文字和数字，超过一份报告所能有的，请先在 Word 里合并自然段`);
  const saved = await saveEdits(actor, agency.key, draft.year, { since: 0, edits }, now);
  if (isRefusal(saved)) return saved;
  const conflicts = saved.results.filter(({ outcome }) => outcome === 'conflict').length;
  return { address: `/office/reports/${agency.key}/${draft.year}`, cells: cells.length, conflicts };
}

/** The pictures of a report that was read, re-encoded and taken in for the draft, by the hash that the report names. */
async function picturesTaken(actor: Actor, agencyKey: string, year: number, report: Report, now: Date): Promise<Taken> {
  const taken = new Map<string, Omit<Picture, 'alt'>>();
  for (const insert of report.inserts ?? []) {
    if (!('picture' in insert) || insert.picture.data === undefined || taken.has(insert.picture.sha256)) continue;
    const added = await addPicture(actor, agencyKey, year, Buffer.from(insert.picture.data, 'base64'), now);
    if (!isRefusal(added)) taken.set(insert.picture.sha256, added);
  }
  return taken;
}

/** What `picturesTaken` is going to take, for a look beforehand. */
const picturesOffered = (report: Report): Taken =>
  new Map(
    (report.inserts ?? []).flatMap((insert) =>
      'picture' in insert && insert.picture.data !== undefined
        ? [[insert.picture.sha256, insert.picture] as const]
        : [],
    ),
  );

/** As many edits as one request of the form may carry. */
const most = 1000;

const titleOf = (format: Format, place: Place): string =>
  place === 'preamble' ? '开头一段' : (format.sections.find(({ id }) => id === place)?.title ?? place);

const reasons = {
  'no-cell': '这一年的格式没有这一格',
  'no-figure': '不是数字',
  'unknown-row': '格式里没有这一行',
} as const;

function noPlaceIn({ noPlace }: Filling, report: Report): string[] {
  const own = formatById(report.format);
  return noPlace.map(({ cell, label, text, why }) => {
    const name = cell === null || own === undefined ? label : nameOfCell(own, cell);
    return `${name}：“${text}”，${reasons[why]}`;
  });
}
