import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportWithInserts, simpleTables } from '@/lib/render/test/with-inserts';
import { paragraphsOf, type Edit } from '@/lib/report/draft';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { PictureAdded } from '@/lib/workflow/protocol';
import { isRefusal } from '@/lib/workflow/refusal';
import { addPicture } from './add-picture';
import { makeDraftOfFile } from './make-draft-of-file';
import { previewFile } from './preview-report';
import { openReport } from './open-report';
import { saveEdits } from './save-edits';
import { showPicture } from './show-picture';
import { arena, completeEdits, edit, move, now, publish, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

const image = (side: number): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#1d5673' } })
    .png()
    .toBuffer();
const placed = (picture: PictureAdded, order = 'a3', alt = '蓝色的方块'): Edit =>
  edit(`p-${randomUUID()}`, { place: 'overview', order, runs: [], insert: { picture: { ...picture, alt } } });
const save = (place: Arena, edits: readonly Edit[]) =>
  saveEdits(place.author, place.key, year, { since: 0, edits }, now);

describe('a picture in the prose of a draft', () => {
  it('is taken from who may write, shown to who may read, and to nobody else', async () => {
    const place = await arena();
    await written(place);
    const added = granted(await addPicture(place.author, place.key, year, await image(40), now));
    const shown = granted(await showPicture(place.reviewer, place.key, year, added.sha256));
    expect(createHash('sha256').update(shown.bytes).digest('hex')).toBe(added.sha256);
    expect(await showPicture(place.foreigner, place.key, year, added.sha256)).toMatchObject({
      refused: 'not-permitted',
    });
    expect(await showPicture(null, place.key, year, added.sha256)).toMatchObject({ refused: 'not-signed-in' });
    expect(await showPicture(place.author, place.key, year, '../secret')).toMatchObject({ refused: 'not-found' });
    for (const who of [place.reviewer, place.administrator, place.foreigner]) {
      expect(await addPicture(who, place.key, year, await image(40), now)).toMatchObject({ refused: 'not-permitted' });
    }
    expect(await addPicture(place.author, place.key, year, Buffer.from('GIF89a'), now)).toMatchObject({
      refused: 'bad-input',
    });
  });

  it('is named only by edits of the report that has it, with the size that it has', async () => {
    const [place, other] = [await arena(), await arena()];
    await written(place);
    await written(other);
    const added = granted(await addPicture(place.author, place.key, year, await image(50), now));
    expect(await save(other, [placed(added)])).toMatchObject({ refused: 'bad-input' });
    expect(await save(place, [placed({ ...added, width: 5000 })])).toMatchObject({ refused: 'bad-input' });
    expect(isRefusal(await save(place, [placed(added)]))).toBe(false);
  });

  it('is one of twenty at most', async () => {
    const place = await arena();
    await written(place);
    const added = granted(await addPicture(place.author, place.key, year, await image(60), now));
    const twenty = Array.from({ length: 20 }, (_, index) => placed(added, `b0${String.fromCharCode(65 + index)}`));
    granted(await save(place, twenty));
    expect(await save(place, [placed(added, 'b1')])).toMatchObject({ refused: 'bad-input' });
    expect(await addPicture(place.author, place.key, year, await image(61), now)).toMatchObject({
      refused: 'bad-input',
    });
  });

  it('stands in the preview and in every file that is published, and not in the row of the publication', async () => {
    const place = await arena();
    await written(place, completeEdits());
    const added = granted(await addPicture(place.author, place.key, year, await image(70), now));
    granted(await save(place, [placed(added)]));
    const data = Buffer.from(granted(await showPicture(place.author, place.key, year, added.sha256)).bytes).toString(
      'base64',
    );
    const preview = granted(await previewFile(place.author, place.key, year, 'page', now));
    expect(Buffer.from(preview).toString('utf8')).toContain(data);
    await publish(place);
    const publication = await database().publication.findFirstOrThrow({
      where: { agencyKey: place.key, year },
      include: { files: true },
    });
    const text = new Map(publication.files.map((file) => [file.name, Buffer.from(file.bytes).toString('utf8')]));
    for (const name of ['page', 'report.html', 'report.json']) expect(text.get(name)).toContain(data);
    expect(JSON.stringify(publication.report)).toContain(added.sha256);
    expect(JSON.stringify(publication.report)).not.toContain(data);
  });

  it('is not published when its bytes were exchanged in the database', async () => {
    const place = await arena();
    await written(place);
    const added = granted(await addPicture(place.author, place.key, year, await image(70), now));
    granted(await save(place, [placed(added)]));
    granted(await move(place, place.author, { do: 'submit' }));
    granted(await move(place, place.reviewer, { do: 'approve' }));
    await database().picture.updateMany({
      where: { sha256: added.sha256 },
      data: { bytes: Uint8Array.from(await image(71)) },
    });
    await expect(move(place, place.reviewer, { do: 'publish' })).rejects.toThrow(added.sha256);
  });
});

describe('a file with pictures and tables that is made a draft', () => {
  it('brings them along, re-encoded, where they stand among the paragraphs', async () => {
    const place = await arena();
    const report = await reportWithInserts();
    const wish = { agency: place.key, report: { ...report, year } };
    granted(await makeDraftOfFile(place.author, { do: 'make', ...wish, seen: 'none' }, now));
    const { draft } = granted(await openReport(place.author, place.key, year, now));
    const kinds = paragraphsOf(draft, 'overview').map(({ insert }) =>
      insert === undefined ? '文' : 'picture' in insert ? `图${insert.picture.width}` : '表',
    );
    expect(kinds.join(' ')).toBe('文 文 图1200 表 文 文 文 文 文 文 图600 文 文');
    expect(paragraphsOf(draft, 'problems').at(-1)?.insert).toEqual({ table: simpleTables[1] });
  });
});
