import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { database } from '@/lib/store/database/database';
import { openReport } from './open-report';
import { saveEdits } from './save-edits';
import { arena, completeEdits, edit, now, paragraph, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

const cell = 'applications.received.naturalPerson';
const save = async (place: Arena, who: 'author' | 'colleague', edits: unknown[], since = 0) =>
  granted(await saveEdits(place[who], place.key, year, { since, edits }, now));
const valueOf = async (place: Arena, path: string) =>
  granted(await openReport(place.author, place.key, year, now)).draft.cells[path];

beforeAll(useTestDatabase);

describe('edits of two people', () => {
  it('merge where they are of different cells and paragraphs, and each hears of the other', async () => {
    const place = await arena();
    await written(place, []);
    const mine = edit(cell, '8');
    const theirs = paragraph('other', 'a0', { text: '无。' });
    const first = await save(place, 'author', [mine]);
    const second = await save(place, 'colleague', [theirs], first.seq - 1);
    expect(second.results).toEqual([{ id: theirs.id, outcome: 'saved' }]);
    expect(second.news.map((news) => [news.path, news.value, news.by])).toEqual([[cell, '8', '周敏']]);
    const { draft } = granted(await openReport(place.author, place.key, year, now));
    expect(draft.cells[cell]).toBe('8');
    expect(draft.paragraphs.some((one) => one.id === theirs.path)).toBe(true);
  });

  it('show the later writer both values of the same cell, and overwrite nothing', async () => {
    const place = await arena();
    await written(place, []);
    const mine = edit(cell, '8');
    await save(place, 'author', [mine]);
    const late = edit(cell, '9');
    const answer = await save(place, 'colleague', [late]);
    expect(answer.results).toMatchObject([
      { id: late.id, outcome: 'conflict', theirs: { value: '8', edit: mine.id, by: '周敏' } },
    ]);
    expect(await valueOf(place, cell)).toBe('8');
    await save(place, 'colleague', [edit(cell, '9', mine.id)]);
    expect(await valueOf(place, cell)).toBe('9');
  });

  it('take effect once however often they are sent', async () => {
    const place = await arena();
    await written(place, []);
    const mine = edit(cell, '8');
    await save(place, 'author', [mine]);
    await save(place, 'colleague', [edit(cell, '9', mine.id)]);
    const repeat = await save(place, 'author', [mine]);
    expect(repeat.results).toEqual([{ id: mine.id, outcome: 'saved' }]);
    expect(await valueOf(place, cell)).toBe('9');
  });

  it('follow each other within one request, as an offline queue replays them', async () => {
    const place = await arena();
    await written(place, []);
    const one = edit(cell, '1');
    const two = edit(cell, '12', one.id);
    const answer = await save(place, 'author', [one, two]);
    expect(answer.results.map((result) => result.outcome)).toEqual(['saved', 'saved']);
    expect(await valueOf(place, cell)).toBe('12');
    expect(await database().edit.count({ where: { path: cell, report: { agency: { key: place.key } } } })).toBe(2);
  });

  it('do not lose one of two hundred cells written by two at once', async () => {
    const place = await arena();
    await written(place, []);
    const all = completeEdits();
    const half = Math.floor(all.length / 2);
    await Promise.all([
      ...all.slice(0, half).map((one) => save(place, 'author', [one])),
      ...all.slice(half).map((one) => save(place, 'colleague', [one])),
    ]);
    const { draft } = granted(await openReport(place.author, place.key, year, now));
    expect(all.every((one) => draft.seen[one.path] === one.id)).toBe(true);
  });
});

describe('edits that cannot be', () => {
  it.each([
    ['a cell of another format', edit('disclosure.procurement.amount', '1')],
    ['a word in a cell', edit(cell, '八')],
    ['a decimal in a count', edit(cell, '1.5')],
    ['no edit at all', 'rubbish'],
  ])('are refused whole with one sentence: %s', async (_title, bad) => {
    const place = await arena();
    await written(place, []);
    const refusal = await saveEdits(place.author, place.key, year, { since: 0, edits: [edit(cell, '8'), bad] }, now);
    expect(refusal).toMatchObject({ refused: 'bad-input' });
    expect(await valueOf(place, cell)).toBeUndefined();
  });

  it('are refused to reviewers, administrators, foreigners and strangers', async () => {
    const place = await arena();
    await written(place, []);
    for (const actor of [place.reviewer, place.administrator, place.foreigner]) {
      expect(await saveEdits(actor, place.key, year, { since: 0, edits: [edit(cell, '8')] }, now)).toMatchObject({
        refused: 'not-permitted',
      });
    }
    expect(await saveEdits(null, place.key, year, { since: 0, edits: [edit(cell, '8')] }, now)).toMatchObject({
      refused: 'not-signed-in',
    });
    expect(await valueOf(place, cell)).toBeUndefined();
  });
});
