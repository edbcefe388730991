import { z } from 'zod';
import { isParagraphPath, meet, withEdit, type Edit } from '@/lib/report/draft';
import { insertLimits, type Picture } from '@/lib/report/insert';
import { editSchema, longest } from '@/lib/report/schema';
import { database } from '@/lib/store/database/database';
import { picturesIn, picturesOf } from '@/lib/store/reports/pictures';
import { appendEdits, knownEdits, proseLength, standpointsAt, standpointsSince } from '@/lib/store/reports/edits';
import { findReport, loadDraft, lockReport, standingOf, type StoredReport } from '@/lib/store/reports/reports';
import { transaction, type Transaction } from '@/lib/store/database/transaction';
import { may, type Actor } from '@/lib/workflow/permissions';
import { editsRequestShape, type EditsAnswer, type Standpoint } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import { tooManyPictures } from './add-picture';
import { formatOf } from '@/lib/usecases/format-of';
import { badInput, expired, noSuchReport } from '@/lib/usecases/sentences';

/**
 * Applies edits in order, each once, and tells what others set since. Edits of different paths merge; an edit of a
 * path that changed under its writer is answered with the other value and changes nothing.
 * Refuses with `not-permitted`, `wrong-state`, `not-found`, `bad-input`; then none of the edits took effect.
 */
export async function saveEdits(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  input: unknown,
  now: Date,
): Promise<EditsAnswer | Refusal> {
  if (actor === null) return expired();
  const shape = editsRequestShape.safeParse(input);
  if (!shape.success) return badInput('格式不对');
  if (shape.data.edits.length === 0) return newsSince(actor, agencyKey, year, shape.data.since);
  return transaction(async (tx) => {
    const report = await lockReport(tx, agencyKey, year);
    if (report === null) return noSuchReport();
    const refusal = may(actor, 'edit', standingOf(report, []));
    if (refusal !== null) return refusal;
    const parsed = z.array(editSchema(formatOf(report))).safeParse(shape.data.edits);
    if (!parsed.success) return badInput(parsed.error.issues[0]?.message ?? '格式不对');
    const edits = parsed.data;
    const known = await knownEdits(
      tx,
      edits.map((edit) => edit.id),
    );
    if (!eachIdHasOnePlace(edits, report.id, known)) return badInput('编号重复');
    const standing = await standpointsAt(
      tx,
      report.id,
      edits.map((edit) => edit.path),
    );
    const applied: Edit[] = [];
    const results = edits.map((edit): EditsAnswer['results'][number] => {
      if (known.has(edit.id)) return { id: edit.id, outcome: 'saved' };
      const current = standing.get(edit.path) ?? null;
      const meeting = meet(current === null ? null : { id: current.edit, value: current.value }, edit);
      if (meeting === 'conflict' && current !== null) return { id: edit.id, outcome: 'conflict', theirs: current };
      applied.push(edit);
      known.set(edit.id, { reportId: report.id, path: edit.path });
      standing.set(edit.path, {
        path: edit.path,
        value: edit.value,
        edit: edit.id,
        by: actor.name,
        at: now.toISOString(),
      });
      return { id: edit.id, outcome: 'saved' };
    });
    if (await isTooLong(tx, report.id, applied)) return badInput(`全文不能超过 ${longest.prose} 字，请删减`);
    const strange = await strangePicture(tx, report, applied);
    if (strange !== null) return strange;
    const seq = await appendEdits(tx, report, applied, actor, now);
    const own = new Set(applied.map((edit) => edit.id));
    const since = await standpointsSince(tx, report.id, shape.data.since);
    const news = since.filter((standpoint: Standpoint) => !own.has(standpoint.edit));
    return { results, news, seq, version: report.version, state: report.state };
  });
}

/** An edit's id belongs to one path of one report; what bears it elsewhere must not pass for saved. */
function eachIdHasOnePlace(
  edits: readonly Edit[],
  reportId: string,
  known: ReadonlyMap<string, { reportId: string; path: string }>,
): boolean {
  const paths = new Map<string, string>();
  return edits.every((edit) => {
    const place = known.get(edit.id);
    const path = place?.path ?? paths.get(edit.id) ?? edit.path;
    paths.set(edit.id, path);
    return path === edit.path && (place === undefined || place.reportId === reportId);
  });
}

/** Whether these edits would make the prose longer than it may be; what shortens it is always taken. */
async function isTooLong(tx: Transaction, reportId: string, edits: readonly Edit[]): Promise<boolean> {
  const last = new Map(edits.filter((edit) => isParagraphPath(edit.path)).map((edit) => [edit.path, edit.value]));
  if (last.size === 0) return false;
  const { these, all } = await proseLength(tx, reportId, [...last.keys()]);
  const added = [...last.values()].reduce((sum, value) => sum + JSON.stringify(value).length, 0);
  return added > these && all - these + added > longest.prose;
}

const pictureOf = ({ value }: Edit): Picture | null =>
  value !== null && typeof value !== 'string' && value.insert !== undefined && 'picture' in value.insert
    ? value.insert.picture
    : null;

/** Why pictures cannot stand where these edits put them: one that was never taken in, or one too many. */
async function strangePicture(tx: Transaction, report: StoredReport, edits: readonly Edit[]): Promise<Refusal | null> {
  const named = edits.flatMap((edit) => pictureOf(edit) ?? []);
  if (named.length === 0) return null;
  const kept = await picturesOf(tx, report.id);
  const known = (picture: Picture): boolean => {
    const own = kept.get(picture.sha256);
    return (
      own !== undefined &&
      own.contentType === picture.contentType &&
      own.width === picture.width &&
      own.height === picture.height
    );
  };
  if (!named.every(known)) return badInput('图片没有传到，请删去后重新插入');
  const before = await loadDraft(tx, report);
  const after = picturesIn(edits.reduce(withEdit, before)).length;
  return after > insertLimits.pictures && after > picturesIn(before).length ? tooManyPictures() : null;
}

async function newsSince(actor: Actor, agencyKey: string, year: number, since: number): Promise<EditsAnswer | Refusal> {
  const db = database();
  const report = await findReport(db, agencyKey, year);
  if (report === null) return noSuchReport();
  const refusal = may(actor, 'read', standingOf(report, []));
  if (refusal !== null) return refusal;
  const news = since < report.seq ? await standpointsSince(db, report.id, since) : [];
  return { results: [], news, seq: report.seq, version: report.version, state: report.state };
}
