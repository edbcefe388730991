import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/proof/digest';
import { provideSettings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { rotateSigningKey } from '@/lib/store/publications/signing-keys';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { publishedFile } from './read-publication';
import { hashFrom, verifyHash } from './verify-hash';
import { arena, now, publish, written, year, type Arena } from '@/lib/usecases/test/arena';

const keys = mkdtempSync(path.join(tmpdir(), 'nianbao-hash-'));
afterAll(() => rmSync(keys, { recursive: true }));

let place: Arena;
let docx = '';
let csv = '';

beforeAll(async () => {
  await useTestDatabase();
  provideSettings({ SIGNING_KEYS_DIR: keys });
  place = await arena();
  await written(place);
  await publish(place);
  const hashOf = async (name: string) =>
    sha256((await publishedFile(`/reports/${place.key}/${year}/${name}`))?.bytes ?? '');
  [docx, csv] = await Promise.all([hashOf('report.docx'), hashOf('report.csv')]);
});

/** Done by whoever owns the database, past the triggers. */
const tamper = (sql: string): Promise<unknown> =>
  database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRawUnsafe(sql);
  });

describe('a hash', () => {
  it('is taken however it is pasted', () => {
    expect(hashFrom(` SHA256: ${'AB '.repeat(32)}`)).toBe('ab'.repeat(32));
    expect([hashFrom('abc'), hashFrom('g'.repeat(64))]).toEqual([null, null]);
  });

  it('of a published file tells who published it and when', async () => {
    expect(await verifyHash(docx)).toMatchObject({
      outcome: 'published',
      agencyKey: place.key,
      year,
      version: 1,
      publishedAt: now.toISOString(),
      name: 'report.docx',
      standing: 'current',
      unlike: [],
    });
    expect(await verifyHash(sha256('x'))).toEqual({ outcome: 'unknown', sha256: sha256('x') });
  });

  it('is still proven after the key was changed', async () => {
    const { id } = rotateSigningKey(keys);
    const found = await verifyHash(docx);
    expect(found).toMatchObject({ outcome: 'published', unlike: [] });
    expect(found).not.toMatchObject({ key: id });
  });

  it('that was put into the database in the place of another is not believed, and what was signed still is', async () => {
    const other = sha256('another document');
    await tamper(`UPDATE "PublicationFile" SET "sha256" = '${other}' WHERE "name" = 'report.docx'`);
    expect(await verifyHash(other)).toMatchObject({ outcome: 'unproven', signed: true, agencyKey: place.key });
    expect(await verifyHash(docx)).toMatchObject({ outcome: 'published', unlike: ['report.docx 的校验值'] });
    await tamper(`UPDATE "PublicationFile" SET "sha256" = '${docx}' WHERE "name" = 'report.docx'`);
  });

  it('tells by the statement when the publication was changed to look like another', async () => {
    await tamper(
      `UPDATE "Publication" SET "agencyName" = '别的机关', "publishedAt" = "publishedAt" - interval '1 year'`,
    );
    const found = await verifyHash(csv);
    expect(found).toMatchObject({ outcome: 'published', publishedAt: now.toISOString() });
    if (found.outcome !== 'published') throw new Error(found.outcome);
    expect(found.agency).not.toBe('别的机关');
    expect(found.unlike.map((one) => one.slice(0, 4))).toEqual(['机关名称', '公布时间']);
  });

  it('in a statement that was changed is not believed', async () => {
    const other = sha256('another table');
    await tamper(`UPDATE "PublicationSignature" SET "statement" = replace("statement", '${csv}', '${other}')`);
    expect(await verifyHash(other)).toEqual({ outcome: 'unknown', sha256: other });
    expect(await verifyHash(csv)).toMatchObject({ outcome: 'unproven', signed: true });
  });
});
