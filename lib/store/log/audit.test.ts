import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextLink } from '@/lib/proof/chain';
import { sha256 } from '@/lib/proof/digest';
import type { Fault } from '@/lib/proof/fault';
import type { Signed } from '@/lib/proof/signed';
import { provideSettings } from '@/lib/settings';
import { arena, move, now, publish, written } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';
import { signPublication } from '@/lib/usecases/publishing/sign-publication';
import { recordAdminEvent } from '@/lib/store/agencies/admin-events';
import { audit, type Audit } from './audit';
import { database } from '@/lib/store/database/database';
import { appendLog } from './log';
import { rowDigest } from './logged-rows';
import { signaturesOf } from '@/lib/store/publications/signatures';
import { knownKeys, rotateSigningKey } from '@/lib/store/publications/signing-keys';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { transaction, type Transaction } from '@/lib/store/database/transaction';

const keys = mkdtempSync(path.join(tmpdir(), 'nianbao-audit-'));
afterAll(() => rmSync(keys, { recursive: true }));

const bytes = Buffer.from('a scan');
let publicationId = '';
let reportId = '';
let kept: Signed[] = [];

beforeAll(async () => {
  await useTestDatabase();
  provideSettings({ SIGNING_KEYS_DIR: keys });
  const place = await arena();
  await written(place);
  await publish(place);
  publicationId = (await database().publication.findFirstOrThrow()).id;
  reportId = (await database().report.findFirstOrThrow()).id;
  kept = await signaturesOf(database(), publicationId);
  await transaction(async (tx) => {
    await recordAdminEvent(tx, {
      type: 'account-enabled',
      actor: { id: randomUUID(), name: '王芳' },
      agencyId: null,
      userId: null,
      at: now,
      data: { a: 1 },
    });
    const page = { page: bytes, pageSha256: sha256(bytes), notice: null, noticeSha256: null };
    const mark = await tx.publicationMark.create({
      data: { publicationId, kind: 'withdrawn', at: now, by: '李建国', reason: '数字有误', ...page },
    });
    await appendLog(tx, 'PublicationMark', `${publicationId}/withdrawn`, mark, now);
    const scan = { name: '签批.png', contentType: 'image/png', sha256: sha256(bytes), size: bytes.length, bytes };
    const people = {
      signedBy: '张局长',
      signedOn: '2026-01-10',
      filedById: randomUUID(),
      filedBy: '周敏',
      filedAt: now,
    };
    const evidence = await tx.evidence.create({ data: { reportId, submission: 1, ...scan, ...people } });
    await appendLog(tx, 'Evidence', evidence.id, evidence, now);
    const copy = await tx.ownSiteCopy.create({
      data: { publicationId, url: 'https://example.gov.cn/a', day: '2026-01-12', recordedBy: '周敏', recordedAt: now },
    });
    await appendLog(tx, 'OwnSiteCopy', copy.id, copy, now);
  });
});

class Undo extends Error {}

/** What the audit says after whoever owns the database did this, which is undone afterwards. */
async function after(tamper: (tx: Transaction) => Promise<unknown>, signatures: Signed[] = []): Promise<Audit> {
  let found: Audit | undefined;
  const undone = transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tamper(tx);
    found = await audit(tx, knownKeys(keys), signatures);
    throw new Undo();
  });
  await expect(undone).rejects.toBeInstanceOf(Undo);
  if (found === undefined) throw new Error('no audit');
  return found;
}

/** A row with an entry of its own that is right in itself and stands where nobody looks for one. */
async function slippedIn(tx: Transaction, number: number): Promise<void> {
  const row = await tx.adminEvent.create({
    data: { type: 'account-enabled', actorId: randomUUID(), actorName: '别人', at: now, data: {} },
  });
  const link = nextLink(
    { number: number - 1, hash: '0'.repeat(64) },
    { kind: 'AdminEvent', subject: row.id, at: now, digest: rowDigest('AdminEvent', row) },
  );
  await tx.logEntry.create({ data: link });
}

async function pdfFollows(tx: Transaction, contentType: string): Promise<void> {
  const pdf = { name: 'report.pdf', contentType, sha256: sha256(bytes), size: bytes.length, bytes };
  await tx.publicationFile.create({ data: { publicationId, ...pdf } });
  await signPublication(tx, publicationId, [pdf], now);
}

const sql = (text: string) => (tx: Transaction) => tx.$executeRawUnsafe(text);
const codes = (faults: readonly Fault[]): string[] => faults.map(({ code, table }) => `${code} ${table}`);

it('finds nothing where nothing was tampered with, also after the key was changed', async () => {
  expect(await audit(database(), knownKeys(keys), kept)).toMatchObject({ entries: 11, signatures: 1, faults: [] });
  rotateSigningKey(keys);
  expect((await audit(database(), knownKeys(keys), kept)).faults).toEqual([]);
});

it('finds nothing wrong with a PDF that followed with a signature of its own', async () => {
  const { faults, signatures } = await after(async (tx) => {
    await pdfFollows(tx, 'application/pdf');
  });
  expect([signatures, faults]).toEqual([2, []]);
});

it('finds a PDF that is answered as something else', async () => {
  const { faults } = await after((tx) => pdfFollows(tx, 'text/html'));
  expect(codes(faults)).toEqual(['changed-file PublicationFile']);
});

describe('a changed row is found and named', () => {
  it.each([
    ['ReportEvent', `"actorName" = '别人'`],
    ['ReportEvent', `"at" = "at" + interval '1 day'`],
    ['AdminEvent', `"data" = '{"a": 2}'`],
    ['Publication', `"report" = jsonb_set("report", '{cells,applications.received.total}', '"7"')`],
    ['PublicationSignature', `"at" = "at" + interval '1 ms'`],
    ['PublicationMark', `"reason" = ''`],
    ['Evidence', `"signedBy" = '李局长'`],
    ['OwnSiteCopy', `"url" = 'https://example.com'`],
  ])('%s, %s', async (table, change) => {
    const { faults } = await after(
      sql(`UPDATE "${table}" SET ${change} WHERE ctid = (SELECT ctid FROM "${table}" LIMIT 1)`),
    );
    expect(codes(faults)).toEqual([`changed-row ${table}`]);
    expect(faults[0]?.message).toContain(`${table} ${faults[0]?.subject}`);
  });
});

describe('it finds as well', () => {
  const cases: [string, (tx: Transaction) => Promise<unknown>, string[]][] = [
    ['a deleted row', sql(`DELETE FROM "AdminEvent"`), ['deleted-row AdminEvent']],
    [
      'a row that was slipped in',
      sql(
        `INSERT INTO "AdminEvent" ("type", "actorId", "actorName", "at", "data") VALUES ('x', gen_random_uuid(), 'x', now(), '{}')`,
      ),
      ['unlogged-row AdminEvent'],
    ],
    [
      'a deleted entry',
      sql(`DELETE FROM "LogEntry" WHERE "number" = 2`),
      ['missing-entry LogEntry', 'unlogged-row ReportEvent'],
    ],
    ['a changed entry', sql(`UPDATE "LogEntry" SET "at" = now() WHERE "number" = 2`), ['changed-entry LogEntry']],
    [
      'an entry of a row that cannot be',
      sql(`UPDATE "LogEntry" SET "subject" = 'nothing' WHERE "number" = 2`),
      ['changed-entry LogEntry', 'deleted-row ReportEvent', 'unlogged-row ReportEvent'],
    ],
    [
      'an entry of a time that cannot be',
      sql(`UPDATE "LogEntry" SET "at" = 'infinity' WHERE "number" = 2`),
      ['changed-entry LogEntry'],
    ],
    [
      'a row slipped in with an entry before the first',
      (tx) => slippedIn(tx, 0),
      ['stray-entry LogEntry', 'unlogged-row AdminEvent'],
    ],
    [
      'a row slipped in with an entry long before the first',
      (tx) => slippedIn(tx, -7),
      ['stray-entry LogEntry', 'unlogged-row AdminEvent'],
    ],
    [
      'changed bytes of a file',
      sql(`UPDATE "PublicationFile" SET "bytes" = '\\x00' WHERE "name" = 'report.docx'`),
      ['changed-file PublicationFile'],
    ],
    ['changed bytes of a scan', sql(`UPDATE "Evidence" SET "bytes" = '\\x00'`), ['changed-file Evidence']],
    [
      'a changed statement',
      sql(`UPDATE "PublicationSignature" SET "statement" = replace("statement", '"version":1', '"version":2')`),
      ['changed-row PublicationSignature', 'bad-signature PublicationSignature'],
    ],
    [
      'a picture of a draft exchanged',
      (tx) =>
        tx.picture.create({
          data: {
            reportId,
            sha256: sha256('x'),
            contentType: 'image/png',
            width: 1,
            height: 1,
            bytes,
            addedBy: randomUUID(),
            addedAt: now,
          },
        }),
      ['changed-file Picture'],
    ],
    [
      'a report of a state that its history does not lead to',
      sql(`UPDATE "Report" SET "state" = 'approved'`),
      ['unlike-history Report'],
    ],
    [
      'a figure of a draft that nobody typed',
      sql(`UPDATE "DraftValue" SET "value" = '"7"' WHERE "path" = 'applications.received.business'`),
      ['unlike-edits DraftValue'],
    ],
    [
      'an edit exchanged together with the value',
      sql(
        `WITH e AS (UPDATE "Edit" SET "value" = '"7"' WHERE "path" = 'applications.received.business') UPDATE "DraftValue" SET "value" = '"7"' WHERE "path" = 'applications.received.business'`,
      ),
      ['changed-row Edits'],
    ],
    [
      'an edit under another name',
      sql(`UPDATE "Edit" SET "actorName" = '别人' WHERE "seq" = 3`),
      ['changed-row Edits'],
    ],
    [
      'a value of a draft that was taken out',
      sql(`DELETE FROM "DraftValue" WHERE "path" = 'applications.received.business'`),
      ['unlike-edits DraftValue'],
    ],
    [
      'a file that nobody signed',
      sql(
        `INSERT INTO "PublicationFile" SELECT "publicationId", 'report.pdf', 'application/pdf', "sha256", "size", "bytes" FROM "PublicationFile" WHERE "name" = 'report.csv'`,
      ),
      ['unsigned-file PublicationFile'],
    ],
  ];
  it.each(cases)('%s', async (_, tamper, expected) => {
    expect(codes((await after(tamper)).faults)).toEqual(expected);
  });

  it('a file exchanged with all its hashes, since the signed statement has another', async () => {
    const hash = sha256('x');
    const { faults } = await after(
      sql(`UPDATE "PublicationFile" SET "bytes" = 'x', "size" = 1, "sha256" = '${hash}' WHERE "name" = 'report.docx'`),
    );
    expect(codes(faults)).toEqual(['changed-row Publication', 'unlike-statement Publication']);
    expect(faults[1]?.message).toContain('report.docx');
  });

  it('a log written anew over a changed row, since the statement names where it stood', async () => {
    const { faults } = await after(async (tx) => {
      await tx.$executeRaw`UPDATE "ReportEvent" SET "actorName" = '别人' WHERE "number" = 1`;
      await tx.$executeRaw`DELETE FROM "LogEntry"`;
      for (const row of await tx.reportEvent.findMany({ orderBy: { number: 'asc' } }))
        await appendLog(tx, 'ReportEvent', row.id, row, row.at);
      const files = await tx.publicationFile.findMany({ orderBy: { name: 'asc' } });
      const publication = await tx.publication.findUniqueOrThrow({ where: { id: publicationId } });
      await appendLog(tx, 'Publication', publicationId, { ...publication, files }, now);
    });
    expect(codes(faults)).toContain('rewritten-log PublicationSignature');
  });

  it('a tail cut off with its rows, by a signature kept elsewhere', async () => {
    const cut = async (tx: Transaction) => {
      const from = (await tx.logEntry.findFirstOrThrow({ where: { kind: 'Publication' } })).number;
      await tx.logEntry.deleteMany({ where: { number: { gte: from } } });
      await tx.reportEvent.deleteMany({ where: { type: 'published' } });
      await tx.$executeRaw`DELETE FROM "PublicationFile"`;
      await tx.$executeRaw`DELETE FROM "PublicationSignature"`;
      await tx.$executeRaw`DELETE FROM "PublicationMark"`;
      await tx.$executeRaw`DELETE FROM "OwnSiteCopy"`;
      await tx.$executeRaw`DELETE FROM "Evidence"`;
      await tx.$executeRaw`DELETE FROM "AdminEvent"`;
      await tx.$executeRaw`DELETE FROM "Publication"`;
      await tx.$executeRaw`UPDATE "Report" SET "state" = 'approved', "version" = "version" - 1`;
    };
    expect((await after(cut)).faults).toEqual([]);
    expect(codes((await after(cut, kept)).faults)).toEqual(['cut-log signature.json']);
  });
});

it('finds a publication that nobody approved, though the log has it', async () => {
  const place = await arena();
  await written(place);
  granted(await move(place, place.author, { do: 'submit' }));
  await database().report.updateMany({ where: { agency: { key: place.key } }, data: { state: 'approved' } });
  granted(await move(place, place.reviewer, { do: 'publish' }));
  const { faults } = await audit(database(), knownKeys(keys), kept);
  expect(codes(faults)).toEqual(['unlike-history Report']);
  expect(faults[0]?.message).toContain('历史第 3 条“公布”');
});
