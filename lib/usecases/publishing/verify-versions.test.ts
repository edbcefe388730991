import { beforeAll, expect, it } from 'vitest';
import { sha256 } from '@/lib/proof/digest';
import { settings } from '@/lib/settings';
import { audit } from '@/lib/store/log/audit';
import { database } from '@/lib/store/database/database';
import { signaturesOf } from '@/lib/store/publications/signatures';
import { knownKeys } from '@/lib/store/publications/signing-keys';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { transaction } from '@/lib/store/database/transaction';
import { openReport } from '@/lib/usecases/writing/open-report';
import { publishedFile } from './read-publication';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { verifyHash } from './verify-hash';
import { arena, edit, move, now, publish, written, year } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

const cell = 'disclosure.licensing.decisions';

const hashAt = async (address: string): Promise<string> => sha256((await publishedFile(address))?.bytes ?? '');

it('a corrected version is proven as superseded, a withdrawn one as withdrawn, and so are the marked pages; the audit is clean', async () => {
  const place = await arena();
  const base = `/reports/${place.key}/${year}`;
  await written(place);
  await publish(place);
  const first = await hashAt(`${base}/report.docx`);
  granted(await move(place, place.author, { do: 'correct', reason: '漏计1件' }));
  const { draft } = granted(await openReport(place.author, place.key, year, now));
  granted(
    await saveEdits(place.author, place.key, year, { since: 0, edits: [edit(cell, '1', draft.seen[cell])] }, now),
  );
  await publish(place);

  expect(await verifyHash(first)).toMatchObject({
    outcome: 'published',
    version: 1,
    standing: 'superseded',
    withdrawn: false,
    unlike: [],
  });
  expect(await verifyHash(await hashAt(`${base}/versions/1`))).toMatchObject({
    version: 1,
    name: 'superseded.html',
    standing: 'superseded',
    unlike: [],
  });
  expect(await verifyHash(await hashAt(`${base}/report.docx`))).toMatchObject({
    version: 2,
    standing: 'current',
    unlike: [],
  });

  const [one, two] = await database().publication.findMany({
    where: { agencyKey: place.key },
    orderBy: { number: 'asc' },
  });
  const [before, after] = await Promise.all([
    signaturesOf(database(), one?.id ?? ''),
    signaturesOf(database(), two?.id ?? ''),
  ]);
  expect(JSON.parse(after[0]?.statement ?? '')).toMatchObject({
    version: 2,
    note: '漏计1件',
    replaces: sha256(before[0]?.statement ?? ''),
  });

  const second = await hashAt(`${base}/report.docx`);
  granted(await move(place, place.administrator, { do: 'withdraw', reason: '含有个人信息' }));
  expect(await verifyHash(second)).toMatchObject({ version: 2, standing: 'withdrawn', unlike: [] });
  expect(await verifyHash(first)).toMatchObject({ version: 1, standing: 'superseded', withdrawn: true });
  expect(await verifyHash(await hashAt(base))).toMatchObject({
    name: 'notice.html',
    standing: 'withdrawn',
    unlike: [],
  });
  expect((await audit(database(), knownKeys(settings().signingKeysDir), before)).faults).toEqual([]);

  await transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.publicationMark.deleteMany({ where: { publication: { agencyKey: place.key } } });
    for (const table of ['PublicationSignature', 'PublicationFile', 'Conversion'])
      await tx.$executeRawUnsafe(`DELETE FROM "${table}" WHERE "publicationId" = '${two?.id}'`);
    await tx.$executeRaw`DELETE FROM "Publication" WHERE "id" = ${two?.id}::uuid`;
  });
  const tampered = await verifyHash(first);
  expect([tampered.outcome, 'standing' in tampered && tampered.standing]).toEqual(['published', 'superseded']);
  expect('unlike' in tampered && tampered.unlike).toContain('superseded.html 的校验值');
});

it('a withdrawal that was taken out of the database is still told, by its signature', async () => {
  const place = await arena();
  await written(place);
  await publish(place);
  const hash = await hashAt(`/reports/${place.key}/${year}/report.docx`);
  granted(await move(place, place.reviewer, { do: 'withdraw', reason: '含有个人信息' }));
  await transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.publicationMark.deleteMany({ where: { publication: { agencyKey: place.key } } });
  });
  const found = await verifyHash(hash);
  expect(found).toMatchObject({ outcome: 'published', standing: 'withdrawn' });
  expect('unlike' in found && found.unlike).toEqual(['withdrawn.html 的校验值', 'notice.html 的校验值']);
});
