import { canonicalText } from '@/lib/proof/canonical';
import type { Draft } from '@/lib/report/draft';
import { withoutPictureData } from '@/lib/report/insert';
import { database } from '@/lib/store/database/database';
import { storeMark } from '@/lib/store/publications/marks';
import { storePublication } from '@/lib/store/publications/publications';
import {
  draftAt,
  findReport,
  historyOf,
  loadDraft,
  standingOf,
  writersOf,
  type StoredReport,
} from '@/lib/store/reports/reports';
import type { Transaction } from '@/lib/store/database/transaction';
import type { Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import type { Refusal } from '@/lib/workflow/refusal';
import { compressed } from './compressed-file';
import { decideOnReport, objection } from '@/lib/usecases/review/decide-on-report';
import { renderedPublication } from './rendered-publication';
import { noSuchReport } from '@/lib/usecases/sentences';
import { signMark, signPublication } from './sign-publication';
import { supersededMark } from './superseded-mark';

/**
 * Publishes an approved report: what it stands for today is rendered once and stored with the hash of each file,
 * never to be changed. Rendering happens before the transaction; an approved report cannot be edited meanwhile, and
 * the event number that was seen is checked again under the lock.
 */
export async function publishReport(
  actor: Actor | null,
  agencyKey: string,
  year: number,
  version: number,
  now: Date,
): Promise<CommandAnswer | Refusal> {
  const db = database();
  const report = await findReport(db, agencyKey, year);
  if (report === null) return noSuchReport();
  const refusal = objection(
    actor,
    'publish',
    standingOf(report, await writersOf(db, report.id)),
    version === report.version,
  );
  if (refusal !== null || actor === null) return refusal ?? noSuchReport();
  const { snapshot, number, files: made } = await renderedPublication(report, now);
  const files = await Promise.all(made.map(compressed));
  const marked = await supersededMark(report, snapshot, number, actor, now);
  return decideOnReport(actor, agencyKey, year, { do: 'publish' }, version, now, async (tx, locked) => {
    if (!(await isAsSubmitted(tx, locked)))
      throw new Error(`the draft of ${agencyKey} ${year} was changed in the database since its submission`);
    const stored = await storePublication(tx, {
      agency: locked.agency,
      report: withoutPictureData(snapshot),
      number,
      publishedAt: now,
      publishedBy: actor.name,
      note: locked.correction?.reason ?? '',
      files,
    });
    await signPublication(
      tx,
      stored.id,
      files.map(({ name, bytes, sha256 }) => ({ name, size: bytes.byteLength, sha256 })),
      now,
      stored.log,
    );
    if (marked !== null) {
      await storeMark(tx, marked.publication, marked.mark);
      await signMark(tx, marked.publication, marked.mark);
    }
    return locked;
  });
}

/** Whether the draft says what its authors had written when it was submitted, which is what was approved. */
async function isAsSubmitted(tx: Transaction, report: StoredReport): Promise<boolean> {
  const submitted = (await historyOf(tx, report.id)).findLast((event) => event.type === 'submitted');
  if (submitted === undefined) return false;
  const content = ({ cells, paragraphs, seen }: Draft): string =>
    canonicalText({ cells, seen, paragraphs: [...paragraphs].sort((a, b) => (a.id < b.id ? -1 : 1)) });
  return content(await loadDraft(tx, report)) === content(await draftAt(tx, report, submitted.seq));
}
