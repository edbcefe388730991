import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ArchiveError, archiveMigrations, readArchive, writeArchive } from './archive';
import { openDatabase, type Database } from './database';
import { testDatabase } from './test-database';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nianbao-archive-'));
const file = path.join(folder, 'backup');
const at = new Date('2025-01-17T01:02:03.456Z');
let from: string;

async function withRows<Result>(url: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = openDatabase(url, 2);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

const everything = (url: string) =>
  withRows(url, async (db) => ({
    agencies: await db.agency.findMany({ orderBy: { key: 'asc' } }),
    publications: await db.publication.findMany({ include: { files: true } }),
  }));

beforeAll(async () => {
  from = await testDatabase();
  await withRows(from, async (db) => {
    const common = { kind: 'department', steps: [{ id: 'review', name: '审核' }] };
    const child = await db.agency.create({
      data: { ...common, key: 'a', name: '应急"管理\n局\\', shortName: '', path: '/z/a/' },
    });
    const parent = await db.agency.create({
      data: { ...common, key: 'z', name: '区政府', shortName: '区', path: '/z/' },
    });
    await db.agency.update({ where: { id: child.id }, data: { parentId: parent.id } });
    const agency = {
      agencyId: child.id,
      agencyKey: 'a',
      agencyName: child.name,
      agencyKind: 'department',
      agencyPath: child.path,
    };
    await db.publication.create({
      data: {
        ...agency,
        year: 2024,
        number: 1,
        title: '年报',
        format: '2021',
        publishedAt: at,
        publishedBy: '李建国',
        report: { cells: { a: '0.10' }, none: null },
        figures: {},
        files: {
          create: {
            name: 'page',
            contentType: 'text/html',
            sha256: 'x',
            size: 3,
            bytes: Buffer.from([0, 255, 10]),
            gzip: null,
          },
        },
      },
    });
  });
  await writeArchive(from, file);
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

test('an archive brings everything back, references in any order', async () => {
  const to = await testDatabase();
  expect(await readArchive(to, file)).toBe(4);
  expect(await everything(to)).toEqual(await everything(from));
  const lost = withRows(to, (db) =>
    db.membership.create({ data: { userId: crypto.randomUUID(), agencyId: crypto.randomUUID(), role: 'author' } }),
  );
  await expect(lost).rejects.toThrow();
});

test('an archive of the restored database holds the same', async () => {
  const to = await testDatabase();
  await readArchive(to, file);
  const again = path.join(folder, 'again');
  await writeArchive(to, again);
  const lines = (name: string): string[] => gunzipSync(fs.readFileSync(name)).toString().split('\n').sort();
  expect(lines(again)).toEqual(lines(file));
  expect(fs.statSync(again).mode & 0o777).toBe(0o600);
});

test('a database that holds something is refused and left as it is', async () => {
  const before = await everything(from);
  await expect(readArchive(from, file)).rejects.toThrow(/^The database is not empty; [^\n]+\.$/);
  expect(await everything(from)).toEqual(before);
});

test.each([
  ['cut short', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -2).join('\n'))],
  ['broken off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
  ['something else', () => Buffer.from('hello')],
  ['another kind of lines', () => gzipSync('{"a":1}\n')],
])('an archive that is %s is refused and nothing of it stays', async (_, change) => {
  const bad = path.join(folder, 'bad');
  fs.writeFileSync(bad, change(fs.readFileSync(file)));
  const to = await testDatabase();
  await expect(readArchive(to, bad)).rejects.toBeInstanceOf(ArchiveError);
  expect(await everything(to)).toEqual({ agencies: [], publications: [] });
});

test('an archive of a newer version is refused', async () => {
  const newer = path.join(folder, 'newer');
  fs.writeFileSync(
    newer,
    gzipSync(`${JSON.stringify({ archive: 'nianbao', version: 1, migrations: ['29990101000000_later'] })}\n`),
  );
  await expect(archiveMigrations(newer)).rejects.toThrow(/made by a newer version/);
});
