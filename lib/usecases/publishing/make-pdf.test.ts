import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database/database';
import { countConversions } from '@/lib/store/publications/conversions';
import { findSignatures } from '@/lib/store/publications/signatures';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { makePdf, retryPdfs, waitingPdfs } from './make-pdf';
import { publishedFile, reportWithoutPdf } from './read-publication';
import { showAgency } from './show-front';
import { arena, now, publish, written, year } from '@/lib/usecases/test/arena';

beforeAll(useTestDatabase);

/** A place for converters that do what a test wants, the only one in PATH besides the shell's. */
const folder = mkdtempSync(join(tmpdir(), 'nianbao-converter-'));
const path = process.env['PATH'];
afterAll(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true, force: true });
});

function converter(script: string | null): void {
  const program = join(folder, 'soffice');
  rmSync(program, { force: true });
  if (script === null) return;
  writeFileSync(program, `#!/bin/sh\nPATH=/bin:/usr/bin\n${script}\n`);
  chmodSync(program, 0o755);
}

/** Writes where soffice would: the folder is the word before the last. */
const works =
  'for word; do before=$last; last=$word; done; echo "%PDF-1.7 /CreationDate(D:20311121165206Z)" > "$before/report.pdf"';
const minutes = (count: number) => (): Date => new Date(now.getTime() + count * 60_000);

async function published(): Promise<{ id: string; key: string }> {
  const place = await arena();
  await written(place);
  await publish(place);
  const { id } = await database().publication.findFirstOrThrow({ where: { agencyKey: place.key } });
  return { id, key: place.key };
}

beforeEach(() => {
  process.env['PATH'] = folder;
  converter(works);
});

describe('the PDF of a publication', () => {
  it('waits from the moment of publication, is made once, and is signed as the second statement', async () => {
    const { id, key } = await published();
    expect(await waitingPdfs(200, minutes(0))).toContain(id);
    expect(await publishedFile(`/reports/${key}/${year}/report.pdf`)).toBeNull();
    for (const report of [`/reports/${key}/${year}`, `/reports/${key}/${year}/versions/1`])
      expect(await reportWithoutPdf(`${report}/report.pdf`)).toBe(report);
    for (const other of [
      `/reports/${key}/1999/report.pdf`,
      `/reports/${key}/${year}/versions/9/report.pdf`,
      `/reports/${key}/${year}/report.docx`,
    ])
      expect(await reportWithoutPdf(other)).toBeNull();
    expect((await showAgency(key)).entries.map(({ pdf }) => pdf)).toEqual([false]);
    await Promise.all([makePdf(id, minutes(1)), makePdf(id, minutes(1))]);
    expect((await showAgency(key)).entries.map(({ pdf }) => pdf)).toEqual([true]);
    await makePdf(id, minutes(2));

    const file = await publishedFile(`/reports/${key}/${year}/report.pdf`);
    expect(file?.contentType).toBe('application/pdf');
    expect(file?.bytes.toString()).toBe('%PDF-1.7 /CreationDate(D:20260112000000Z)\n');
    const signatures = await findSignatures(database(), key, year, 1);
    const sha256 = createHash('sha256')
      .update(file?.bytes ?? '')
      .digest('hex');
    expect(signatures.map(({ number }) => number)).toEqual([1, 2]);
    expect(JSON.parse(signatures[1]?.statement ?? '')).toMatchObject({
      agencyKey: key,
      year,
      version: 1,
      files: [{ name: 'report.pdf', size: file?.bytes.length, sha256 }],
    });
    expect(await waitingPdfs(200, minutes(3))).not.toContain(id);
  });

  it('is listed by the page that was frozen while a converter was here, and by no other', async () => {
    const withOne = await published();
    converter(null);
    const without = await published();
    const page = async (key: string) => (await publishedFile(`/reports/${key}/${year}`))?.bytes.toString('utf8') ?? '';
    expect(await page(withOne.key)).toContain(`href="/reports/${withOne.key}/${year}/versions/1/report.pdf"`);
    expect(await page(without.key)).toContain('下载 Word');
    expect(await page(without.key)).not.toContain('report.pdf');
  });

  it('waits while this machine has no converter, and administrators can see how many do', async () => {
    converter(null);
    const { id, key } = await published();
    expect(await waitingPdfs(200, minutes(0))).toEqual([]);
    await expect(makePdf(id, minutes(0))).rejects.toThrow('No converter');
    expect(await countConversions(database(), [`/${key}/`])).toEqual({ waiting: 1, failed: 0 });
    converter(works);
    expect(await waitingPdfs(200, minutes(0))).toContain(id);
  });

  it('is tried again later and later, five times, then given up with the reason put down, until the server starts again', async () => {
    const { id, key } = await published();
    converter('echo "no fonts" >&2; exit 7');
    const tried: number[] = [];
    for (let minute = 0; minute < 60; minute += 1) {
      if (!(await waitingPdfs(200, minutes(minute))).includes(id)) continue;
      tried.push(minute);
      await expect(makePdf(id, minutes(minute))).rejects.toThrow('ended with 7: no fonts');
    }
    expect(tried).toEqual([0, 2, 5, 10, 19]);
    expect(await database().conversion.findUniqueOrThrow({ where: { publicationId: id } })).toMatchObject({
      attempts: 5,
      problem: 'The converter ended with 7: no fonts',
      doneAt: null,
    });
    expect(await countConversions(database(), [`/${key}/`])).toEqual({ waiting: 0, failed: 1 });
    converter(works);
    await makePdf(id, minutes(70));
    expect(await publishedFile(`/reports/${key}/${year}/report.pdf`)).toBeNull();
    await retryPdfs();
    expect(await waitingPdfs(200, minutes(80))).toContain(id);
    await makePdf(id, minutes(80));
    expect(await publishedFile(`/reports/${key}/${year}/report.pdf`)).not.toBeNull();
  });
});
