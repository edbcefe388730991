import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { settings } from '@/lib/settings';
import { audit } from '@/lib/store/log/audit';
import { database } from '@/lib/store/database/database';
import { publishedReport } from '@/lib/store/publications/publications';
import { knownKeys } from '@/lib/store/publications/signing-keys';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { carryOut } from '@/lib/usecases/review/carry-out';
import { openReport } from '@/lib/usecases/writing/open-report';
import { noticeAddress, publishedFile, versionAddress } from './read-publication';
import { reviewReport } from '@/lib/usecases/review/review-report';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { showAgency } from './show-front';
import { showYear } from './show-year';
import {
  arena,
  completeEdits,
  edit,
  move,
  now,
  paragraph,
  publish,
  written,
  year,
  type Arena,
} from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

const later = new Date('2026-03-05T02:00:00Z');
const licensing = 'disclosure.licensing.decisions';
const reason = '行政许可数漏计1件，已按审批系统改正。';

const opened = async (place: Arena) => granted(await openReport(place.author, place.key, year, now));
const write = async (place: Arena, value: string) => {
  const { draft } = await opened(place);
  granted(
    await saveEdits(
      place.author,
      place.key,
      year,
      { since: 0, edits: [edit(licensing, value, draft.seen[licensing])] },
      later,
    ),
  );
};
const text = async (path: string) => (await publishedFile(path))?.bytes.toString() ?? '';

async function published(): Promise<Arena> {
  const place = await arena();
  const sentence = paragraph(
    'overview',
    'a3',
    { text: '全年作出行政许可决定' },
    { figure: licensing },
    { text: '件。' },
  );
  await written(place, [...completeEdits({ [licensing]: '716' }), sentence]);
  await publish(place);
  return place;
}

describe('a correction', () => {
  it('goes through review again and becomes the current version; the old one stays, marked, with every difference', async () => {
    const place = await published();
    const base = `/reports/${place.key}/${year}`;
    const stored = await publishedFile(`${base}/versions/1/page.html`);
    expect((await publishedFile(`${base}/versions/1`))?.etag).toBe(stored?.etag);
    const docx = (await publishedFile(`${base}/versions/1/report.docx`))?.etag;

    granted(await move(place, place.author, { do: 'correct', reason: '数字有误' }, later));
    granted(await move(place, place.author, { do: 'restate', reason }, later));
    expect(await move(place, place.author, { do: 'submit' }, later)).toMatchObject({ refused: 'nothing-changed' });
    await write(place, '717');
    const view = await opened(place);
    expect(view.head).toMatchObject({
      state: 'draft',
      publication: 1,
      correction: { of: 1, reason, from: 'published' },
    });
    expect(view.published?.cells[licensing]).toBe('716');
    granted(await move(place, place.author, { do: 'submit' }, later));
    const review = granted(await reviewReport(place.reviewer, place.key, year, later));
    expect(review.changes.map((change) => [change.path, change.before, change.after])).toEqual([
      [licensing, '716', '717'],
    ]);
    granted(await move(place, place.reviewer, { do: 'approve' }, later));
    // Until it is published again, nothing of it is public.
    expect((await publishedFile(base))?.etag).toBe(stored?.etag);
    granted(await move(place, place.reviewer, { do: 'publish' }, later));

    expect((await opened(place)).head).toMatchObject({ state: 'published', publication: 2, correction: null });
    expect(await versionAddress(base)).toBe(`${base}/versions/2/page.html`);
    expect(await text(base)).toContain(`更正：${reason}`);
    const marked = await publishedFile(`${base}/versions/1`);
    const page = marked?.bytes.toString() ?? '';
    expect(page).toContain('已被第 2 版取代');
    expect(page).toContain(reason);
    expect(page).toMatch(/<b>表二<\/b>.*?<td>716<\/td><td>717<\/td>/);
    expect(page).toContain('全年作出行政许可决定<del>716</del><ins>717</ins>件。');
    expect(marked?.immutable).toBe(false);
    expect(marked?.etag).toBe(
      `"${createHash('sha256')
        .update(marked?.bytes ?? '')
        .digest('hex')}"`,
    );
    expect((await publishedFile(`${base}/versions/1/page.html`))?.etag).toBe(stored?.etag);
    expect((await publishedFile(`${base}/versions/1/report.docx`))?.etag).toBe(docx);
    expect((await publishedFile(`${base}/report.docx`))?.etag).not.toBe(docx);
    const row = await database().publication.findFirstOrThrow({ where: { agencyKey: place.key, number: 2 } });
    expect(row.note).toBe(reason);
    const [entry] = (await showAgency(place.key)).entries;
    expect(entry).toMatchObject({ number: 2, withdrawn: false });
  });

  it('that is abandoned leaves what was published, and what was tried in the history', async () => {
    const place = await published();
    const before = await opened(place);
    granted(await move(place, place.author, { do: 'correct', reason }, later));
    await write(place, '800');
    const more = paragraph('overview', 'a4', { text: '另一段。' });
    const first = before.draft.paragraphs[1];
    const gone = edit(first?.id ?? '', null, before.draft.seen[first?.id ?? '']);
    granted(await saveEdits(place.author, place.key, year, { since: 0, edits: [more, gone] }, later));
    granted(await move(place, place.author, { do: 'abandon' }, later));
    const after = await opened(place);
    expect(after.head).toMatchObject({ state: 'published', publication: 1, correction: null });
    expect([after.draft.cells, after.draft.paragraphs]).toEqual([before.draft.cells, before.draft.paragraphs]);
    expect(after.history.slice(-2).map((event) => event.type)).toEqual(['reopened', 'abandoned']);
    expect(await database().edit.count({ where: { path: licensing, report: { agency: { key: place.key } } } })).toBe(3);
    expect(await versionAddress(`/reports/${place.key}/${year}`)).toBe(
      `/reports/${place.key}/${year}/versions/1/page.html`,
    );
  });

  it('is begun once however many press the button, and a stale page neither abandons nor withdraws', async () => {
    const place = await published();
    const stale = (await opened(place)).head.version;
    const presses = await Promise.all(
      [1, 2, 3].map(() => carryOut(place.author, place.key, year, { do: 'correct', version: stale, reason }, later)),
    );
    expect(presses.filter((press) => !('refused' in press))).toHaveLength(1);
    expect(await carryOut(place.author, place.key, year, { do: 'abandon', version: stale }, later)).toMatchObject({
      refused: 'stale-version',
    });
    expect(
      await carryOut(place.reviewer, place.key, year, { do: 'withdraw', version: stale, reason }, later),
    ).toMatchObject({ refused: 'stale-version' });
    expect(await database().publicationMark.count({ where: { publication: { agencyKey: place.key } } })).toBe(0);
  });
});

describe('a withdrawal', () => {
  it('leaves a notice with its reason; versions stay, marked; lists, sums and last year do without its figures', async () => {
    const place = await published();
    const base = `/reports/${place.key}/${year}`;
    const { published: count } = (await showYear(year)) ?? { published: 0 };
    expect(await move(place, place.reviewer, { do: 'withdraw', reason: ' ' }, later)).toMatchObject({
      refused: 'reason-missing',
    });
    granted(await move(place, place.administrator, { do: 'withdraw', reason: '正文含有<个人>信息。' }, later));

    const notice = await text(base);
    expect(notice).toContain('已撤回');
    expect(notice).toContain('正文含有&lt;个人&gt;信息。');
    expect(notice).toContain(`${base}/versions/1`);
    expect(notice).toContain('2026年3月5日');
    expect(notice).not.toMatch(/report\.(docx|json|csv|html)/);
    expect(notice).not.toContain(place.administrator.name);
    expect(await text(`${base}/versions/1`)).toContain('已撤回');
    expect(await text(`${base}/versions/1/page.html`)).not.toContain('已撤回');
    expect(await publishedFile(`${base}/versions/1/report.json`)).not.toBeNull();
    expect(await publishedFile(`${base}/report.json`)).toBeNull();
    expect([
      await noticeAddress(`${base}/report.json`),
      await noticeAddress(base),
      await noticeAddress(`${base}/versions/1/report.json`),
    ]).toEqual([base, null, null]);
    expect(await publishedReport(database(), place.key, year)).toBeNull();
    expect((await showYear(year))?.published).toBe(count - 1);
    expect((await showAgency(place.key)).entries[0]).toMatchObject({ withdrawn: true, figures: {} });
  });

  it('is over once a correction is published, and stands again when that is abandoned', async () => {
    const place = await published();
    const base = `/reports/${place.key}/${year}`;
    granted(await move(place, place.reviewer, { do: 'withdraw', reason: '含有个人信息。' }, later));
    granted(await move(place, place.author, { do: 'correct', reason }, later));
    expect(granted(await move(place, place.author, { do: 'abandon' }, later)).state).toBe('withdrawn');
    granted(await move(place, place.author, { do: 'correct', reason }, later));
    granted(await move(place, place.author, { do: 'submit' }, later));
    granted(await move(place, place.reviewer, { do: 'approve' }, later));
    expect(await versionAddress(base)).toBe(`${base}/versions/1/notice.html`);
    granted(await move(place, place.reviewer, { do: 'publish' }, new Date('2026-03-06T02:00:00Z')));
    expect(await versionAddress(base)).toBe(`${base}/versions/2/page.html`);
    const first = await text(`${base}/versions/1`);
    expect(first).toContain('已被第 2 版取代');
    expect(first).toContain('这一版已于2026年3月5日撤回公布，原因：含有个人信息。');
    expect((await showAgency(place.key)).entries[0]).toMatchObject({ number: 2, withdrawn: false });
  });

  it('takes effect at once while a correction is under review, which goes on and ends it', async () => {
    const place = await published();
    const base = `/reports/${place.key}/${year}`;
    granted(await move(place, place.author, { do: 'correct', reason }, later));
    await write(place, '717');
    granted(await move(place, place.author, { do: 'submit' }, later));
    expect(granted(await move(place, place.reviewer, { do: 'withdraw', reason: '含有个人信息。' }, later)).state).toBe(
      'submitted',
    );
    expect(await versionAddress(base)).toBe(`${base}/versions/1/notice.html`);
    expect(await move(place, place.reviewer, { do: 'withdraw', reason: '再次。' }, later)).toMatchObject({
      refused: 'wrong-state',
    });
    expect((await opened(place)).head).toMatchObject({
      publication: 1,
      correction: { of: 1, reason, from: 'withdrawn' },
    });
    granted(await move(place, place.reviewer, { do: 'approve' }, later));
    granted(await move(place, place.reviewer, { do: 'publish' }, new Date('2026-03-06T02:00:00Z')));
    expect(await versionAddress(base)).toBe(`${base}/versions/2/page.html`);
    expect(await text(`${base}/versions/1`)).toContain('这一版已于2026年3月5日撤回公布，原因：含有个人信息。');
    expect((await audit(database(), knownKeys(settings().signingKeysDir), [])).faults).toEqual([]);
  });
});

it('nobody who owns the database changes a mark', async () => {
  const place = await published();
  granted(await move(place, place.reviewer, { do: 'withdraw', reason: '含有个人信息。' }, later));
  await expect(
    database().publicationMark.updateMany({
      where: { publication: { agencyKey: place.key } },
      data: { reason: '别的' },
    }),
  ).rejects.toThrow('immutable');
  expect(await database().logEntry.count({ where: { kind: 'PublicationMark' } })).toBeGreaterThan(0);
});
