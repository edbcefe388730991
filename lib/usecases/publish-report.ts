import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { publicationFiles, type PublicationFile } from '@/lib/render/files';
import { withoutPictureData } from '@/lib/report/insert';
import { resolve } from '@/lib/report/resolve';
import { settings } from '@/lib/settings';
import { database } from '@/lib/store/database';
import { storeMark, versionsOf } from '@/lib/store/marks';
import { pictureData } from '@/lib/store/pictures';
import { nextNumber, storePublication, type FileToStore } from '@/lib/store/publications';
import { findReport, loadDraft, lockReport, recordEvent, standingOf, writersOf, type StoredReport } from '@/lib/store/reports';
import { transaction } from '@/lib/store/transaction';
import { may, type Actor } from '@/lib/workflow/permissions';
import type { CommandAnswer } from '@/lib/workflow/protocol';
import { isRefusal, type Refusal } from '@/lib/workflow/refusal';
import { evolve } from '@/lib/workflow/state';
import { dayInShanghai } from './deadlines';
import { formatOf } from './format-of';
import { decided } from './move-report';
import { noSuchReport, staleVersion } from './sentences';
import { signPublication } from './sign-publication';
import { siteOf } from './site';
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
  const { snapshot, number, files } = await rendered(report, now);
  const marked = await supersededMark(report, snapshot, number, actor, now);
  return transaction(async (tx) => {
    const locked = await lockReport(tx, agencyKey, year);
    if (locked === null) return noSuchReport();
    const event = await decided(tx, locked, { do: 'publish' }, actor, version, now);
    if (isRefusal(event)) return event;
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
    if (marked !== null) await storeMark(tx, marked.publication, marked.mark);
    const after = evolve(standingOf(locked, []), event);
    return { version: await recordEvent(tx, locked, event, after), state: after.state };
  });
}

async function rendered(report: StoredReport, now: Date) {
  const db = database();
  const draft = await loadDraft(db, report);
  const snapshot = resolve(formatOf(report), draft, dayInShanghai(now), await pictureData(db, report.id, draft)).report;
  const number = await nextNumber(db, report.agency.key, report.year);
  const site = await siteOf(db);
  const earlier = await versionsOf(db, report.agency.key, report.year);
  const made = await publicationFiles(snapshot, {
    agencyKey: report.agency.key,
    version: number,
    publishedAt: now.toISOString(),
    siteName: site.name,
    office: site.office,
    origin: settings().appUrl,
    basePath: '',
    links: [{ label: '全部报告', path: '/' }],
    versions: [
      { number, publishedAt: now.toISOString(), note: report.correction?.reason ?? '' },
      ...earlier.map((version) => ({ ...version, publishedAt: version.publishedAt.toISOString() })),
    ],
  });
  return { snapshot, number, files: await Promise.all(made.map(compressed)) };
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
