import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { previewFile, previewReport } from '@/lib/usecases/writing/preview-report';
import { publishedFile } from './read-publication';
import { policyFor, publishedResponse } from '@/lib/http/published-response';
import { showAgency, showFront } from './show-front';
import { arena, completeEdits, move, now, publish, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

const all = { query: '', year: null, kind: null, agency: null, after: null };

async function published(place: Arena, cells: Readonly<Record<string, string>>): Promise<void> {
  await written(place, completeEdits(cells));
  await publish(place);
}

describe('a preview', () => {
  it.each(['page', 'report.docx'] as const)(
    'holds the very bytes that are published at the same moment: %s',
    async (name) => {
      const place = await arena();
      await written(
        place,
        completeEdits({ 'applications.received.naturalPerson': '3', 'applications.granted.naturalPerson': '3' }),
      );
      granted(await move(place, place.author, { do: 'submit' }));
      granted(await move(place, place.reviewer, { do: 'approve' }));
      const previewed = granted(await previewFile(place.author, place.key, year, name, now));
      granted(await move(place, place.reviewer, { do: 'publish' }));

      const file = await publishedFile(`/reports/${place.key}/${year}${name === 'page' ? '' : `/${name}`}`);
      expect(file?.bytes.length).toBeGreaterThan(10_000);
      expect(Buffer.from(previewed).equals(file?.bytes ?? Buffer.alloc(0))).toBe(true);
      const later = granted(await previewFile(place.author, place.key, year, name, new Date('2031-01-01T00:00:00Z')));
      expect(Buffer.from(later).equals(file?.bytes ?? Buffer.alloc(0))).toBe(true);
    },
  );

  it('says how the report stands, may be framed by our own site alone, and is refused to strangers and foreign agencies', async () => {
    const place = await arena();
    await written(place);
    expect(await previewReport(place.author, place.key, year)).toMatchObject({ state: 'draft', year });
    const bytes = granted(await previewFile(place.author, place.key, year, 'page', now));
    const policy = policyFor({ contentType: 'text/html; charset=utf-8', bytes: Buffer.from(bytes) }, 'self');
    expect(policy).toMatch(/^default-src 'none'; style-src 'self' 'sha256-[^']+';.* frame-ancestors 'self'$/);
    expect(await previewReport(null, place.key, year)).toMatchObject({ refused: 'not-signed-in' });
    for (const name of ['page', 'report.docx'] as const) {
      expect(await previewFile(null, place.key, year, name, now)).toMatchObject({ refused: 'not-signed-in' });
      expect(await previewFile(place.foreigner, place.key, year, name, now)).toMatchObject({
        refused: 'not-permitted',
      });
    }
  });
});

describe('the front page', () => {
  it('lists what is published and sums its figures; drafts count for nothing', async () => {
    const before = (await showFront({ ...all, year })).picture;
    const [one, two, three] = [await arena(), await arena(), await arena()];
    await published(one, {
      'applications.received.naturalPerson': '5',
      'applications.granted.naturalPerson': '3',
      'applications.refused.stateSecret.naturalPerson': '1',
      'applications.carriedOut.naturalPerson': '1',
    });
    await published(two, {
      'applications.received.business': '2',
      'applications.carriedIn.business': '1',
      'applications.unavailable.notHeld.business': '3',
    });
    await written(
      three,
      completeEdits({ 'applications.received.naturalPerson': '100', 'applications.granted.naturalPerson': '100' }),
    );

    const front = await showFront({ ...all, year });
    const gained = (read: (picture: NonNullable<typeof front.picture>) => number): number =>
      (front.picture === null ? 0 : read(front.picture)) - (before === null ? 0 : read(before));
    expect(gained((picture) => picture.published)).toBe(2);
    expect(gained((picture) => picture.agencies)).toBe(3);
    expect(gained((picture) => picture.received)).toBe(7);
    expect(gained((picture) => picture.carriedIn)).toBe(1);
    expect(gained((picture) => picture.handled)).toBe(7);
    expect(gained((picture) => picture.carriedOut)).toBe(1);
    expect(front.picture?.outcomes.map((outcome) => outcome.label)).toEqual([
      '予以公开',
      '部分公开',
      '不予公开',
      '无法提供',
      '不予处理',
      '其他处理',
    ]);
    expect([0, 2, 3].map((index) => gained((picture) => picture.outcomes[index]?.count ?? 0))).toEqual([3, 1, 3]);
    expect(front.entries.map((entry) => entry.agencyKey)).toEqual(expect.arrayContaining([one.key, two.key]));
    expect(front.entries.map((entry) => entry.agencyKey)).not.toContain(three.key);
  });

  it('finds an agency by words of its name', async () => {
    const place = await arena();
    await published(place, {});
    const { name } = await database().agency.findUniqueOrThrow({ where: { key: place.key } });
    const found = await showFront({ ...all, query: name.slice(-4) });
    expect(found.entries.map((entry) => entry.agencyName)).toEqual([name]);
    expect((await showFront({ ...all, query: '没有这个名字' })).entries).toEqual([]);
    expect((await showAgency(place.key)).entries.map((entry) => entry.year)).toEqual([year]);
    expect((await showAgency('nobody')).entries).toEqual([]);
  });
});

describe('a published file behind the server', () => {
  it('is answered byte for byte, admits its own style and no script, and is not sent twice', async () => {
    const place = await arena();
    await published(place, {});
    const address = `http://nianbao.test/reports/${place.key}/${year}`;
    const file = await publishedFile(new URL(address).pathname);
    if (file === null) throw new Error('nothing published');
    const answer = publishedResponse(new Request(address), file);
    expect(Buffer.from(await answer.arrayBuffer()).equals(file.bytes)).toBe(true);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; style-src 'self' 'sha256-[^']+';/,
    );
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const again = publishedResponse(new Request(address, { headers: { 'if-none-match': `W/${file.etag}` } }), file);
    expect([again.status, await again.text()]).toEqual([304, '']);
    const docx = await publishedFile(`${new URL(address).pathname}/report.docx`);
    expect(
      docx === null ? '' : publishedResponse(new Request(address), docx).headers.get('content-disposition'),
    ).toContain(`${place.key}-${year}-report.docx`);
  });
});
