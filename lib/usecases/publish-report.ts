import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { PublicationFile } from '@/lib/render/files';
import { canonicalText } from '@/lib/proof/canonical';
import type { Draft } from '@/lib/report/draft';
import { withoutPictureData } from '@/lib/report/insert';
import { database } from '@/lib/store/database';
import { storeMark } from '@/lib/store/marks';
import { storePublication, type FileToStore } from '@/lib/store/publications';
import { draftAt, findReport, historyOf, loadDraft, lockReport, recordEvent, standingOf, writersOf, type StoredReport } from '@/lib/store/reports';
import { transaction, type Transaction } from '@/lib/store/transaction';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { evolve } from '@/lib/workflow/state';
import { decided } from './move-report';
import { renderedPublication } from './rendered-publication';
import { noSuchReport, staleVersion } from './sentences';
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
  const refusal = may(actor, 'publish', standingOf(report, await writersOf(db, report.id)));
  if (version !== report.version && (refusal === null || refusal.refused === 'wrong-state')) return staleVersion();
  if (refusal !== null || actor === null) return refusal ?? noSuchReport();
  const { snapshot, number, files: made } = await renderedPublication(report, now);
  const files = await Promise.all(made.map(compressed));
  const marked = await supersededMark(report, snapshot, number, actor, now);
  return transaction(async (tx) => {
    const locked = await lockReport(tx, agencyKey, year);
    if (locked === null) return noSuchReport();
    const event = await decided(tx, locked, { do: 'publish' }, actor, version, now);
    if (isRefusal(event)) return event;
    if (!(await isAsSubmitted(tx, locked))) throw new Error(`the draft of ${agencyKey} ${year} was changed in the database since its submission`);
    const stored = await storePublication(tx, {
      agency: locked.agency,
      report: withoutPictureData(snapshot),
      number,
      publishedAt: now,
      publishedBy: actor.name,
      note: locked.correction?.reason ?? '',
      files,
    });
    await signPublication(tx, stored.id, files.map(({ name, bytes, sha256 }) => ({ name, size: bytes.byteLength, sha256 })), now, stored.log);
    if (marked !== null) {
      await storeMark(tx, marked.publication, marked.mark);
      await signMark(tx, marked.publication, marked.mark);
    }
    const after = evolve(standingOf(locked, []), event);
    return { version: await recordEvent(tx, locked, event, after), state: after.state };
  });
}

/** Whether the draft says what its authors had written when it was submitted, which is what was approved. */
async function isAsSubmitted(tx: Transaction, report: StoredReport): Promise<boolean> {
  const submitted = (await historyOf(tx, report.id)).findLast((event) => event.type === 'submitted');
  if (submitted === undefined) return false;
  const content = ({ cells, paragraphs, seen }: Draft): string => canonicalText({ cells, seen, paragraphs: [...paragraphs].sort((a, b) => (a.id < b.id ? -1 : 1)) });
  return content(await loadDraft(tx, report)) === content(await draftAt(tx, report, submitted.seq));
}

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Text is stored compressed too, so that serving costs nothing (scale.md); a .docx is a zip already. */
async function compressed(file: PublicationFile): Promise<FileToStore> {
  if (file.name === 'report.docx') return { ...file, gzip: null, brotli: null };
  const [small, smaller] = await Promise.all([
    gzipped(file.bytes, { level: 9 }),
    brotlied(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: file.bytes.length } }),
  ]);
  return { ...file, gzip: small, brotli: smaller };
}
