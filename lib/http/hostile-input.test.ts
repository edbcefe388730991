import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/store/database/database';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { isRefusal } from '@/lib/workflow/refusal';
import { carryOut } from '@/lib/usecases/review/carry-out';
import { jsonOf } from './http';
import { listPublications } from '@/lib/usecases/publishing/list-publications';
import { openReport } from '@/lib/usecases/writing/open-report';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { showAgency } from '@/lib/usecases/publishing/show-front';
import { startReport } from '@/lib/usecases/writing/start-report';
import { arena, edit, now, paragraph, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

const cell = 'applications.received.naturalPerson';
const save = (place: Arena, edits: unknown[], since = 0) =>
  saveEdits(place.author, place.key, year, { since, edits }, now);
const draftOf = async (place: Arena) => granted(await openReport(place.author, place.key, year, now)).draft;
/** What a request's body becomes on its way in. */
const arriving = (value: unknown): Promise<unknown> =>
  jsonOf(new Request('http://nianbao.invalid/', { method: 'POST', body: JSON.stringify(value) }));

beforeAll(useTestDatabase);

describe('numbers and names that no report has', () => {
  it.each([-1, 2 ** 31, 2 ** 53 - 1])('are answered, not thrown: since %d', async (since) => {
    const place = await arena();
    await written(place, []);
    for (const edits of [[], [edit(cell, '8')]]) {
      const answer = await save(place, edits, since);
      if (isRefusal(answer)) expect(answer.refused).toBe('bad-input');
      else expect(answer.news).toEqual([]);
    }
  });

  it.each([Number.NaN, 1.5, -1, 2 ** 31, 1e300])('are not found: year %d', async (wrong) => {
    const place = await arena();
    const edits = [edit(cell, '8')];
    expect(await saveEdits(place.author, place.key, wrong, { since: 0, edits }, now)).toMatchObject({
      refused: 'not-found',
    });
    expect(await saveEdits(place.author, place.key, wrong, { since: 0, edits: [] }, now)).toMatchObject({
      refused: 'not-found',
    });
    expect(await openReport(place.author, place.key, wrong, now)).toMatchObject({ refused: 'not-found' });
    expect(await carryOut(place.author, place.key, wrong, { do: 'submit', version: 1 }, now)).toMatchObject({
      refused: 'not-found',
    });
    expect(await carryOut(place.author, place.key, wrong, { do: 'publish', version: 1 }, now)).toMatchObject({
      refused: 'not-found',
    });
    expect(await startReport(place.author, place.key, wrong, now)).toMatchObject({ refused: 'bad-input' });
  });

  it.each(['\u0000', '__proto__', '../..', '%', 'ARENA', '\ud800', 'a'.repeat(5000)])(
    'are not found: agency %j',
    async (key) => {
      const place = await arena();
      expect(await openReport(place.author, key, year, now)).toMatchObject({ refused: 'not-found' });
      expect(await save({ ...place, key }, [edit(cell, '8')])).toMatchObject({ refused: 'not-found' });
      expect(await startReport(place.author, key, year, now)).toMatchObject({ refused: 'not-found' });
      expect((await showAgency(key)).entries).toEqual([]);
    },
  );

  it.each(['\u0000', '%_\\', '\ud800', "'; DROP TABLE x; --"])('are searched for and not found: %j', async (query) => {
    const page = await listPublications({ query, year: null, kind: null, agency: null, after: null });
    expect(page.entries).toEqual([]);
  });

  it.each([`1_${'-'.repeat(36)}`, `999999999999999_${randomUUID()}`, `1_${randomUUID()}`])(
    'begin a list anew or end it: cursor %s',
    async (after) => {
      expect((await listPublications({ query: '', year: null, kind: null, agency: null, after })).next).toBeNull();
    },
  );
});

describe('characters that a database cannot hold, or that turn a line round', () => {
  const hostile = 'a\u0000b\ud800c\u202ed\u2066e\u0007f';

  it('are left out of a paragraph, and the rest is saved', async () => {
    const place = await arena();
    await written(place, []);
    const one = paragraph('other', 'a0', { text: hostile });
    expect(granted(await save(place, [(await arriving(one)) as typeof one])).results).toEqual([
      { id: one.id, outcome: 'saved' },
    ]);
    const saved = (await draftOf(place)).paragraphs.find((candidate) => candidate.id === one.path);
    expect(saved?.runs).toEqual([{ text: 'abcdef' }]);
  });

  it('are left out of reasons, comments and what a report is returned with', async () => {
    const place = await arena();
    await written(place, []);
    const said = await arriving({ do: 'explain', fingerprint: `x${hostile}`, rule: 'T3-05', text: hostile });
    granted(await carryOut(place.author, place.key, year, said, now));
    expect(granted(await openReport(place.author, place.key, year, now)).reasons).toMatchObject([
      { fingerprint: 'xabcdef', text: 'abcdef' },
    ]);
  });

  it('leave line feeds and tabs alone, and every other script', async () => {
    const text = '第一行\n\t第二行 𠮷 😀 café';
    expect(await arriving({ text })).toEqual({ text });
  });

  it('a body that is nested too deeply is no JSON', async () => {
    const body = '['.repeat(200_000) + ']'.repeat(200_000);
    const value = await jsonOf(new Request('http://nianbao.invalid/', { method: 'POST', body }));
    const place = await arena();
    expect(await carryOut(place.author, place.key, year, value, now)).toMatchObject({ refused: 'bad-input' });
  });
});

describe('edits made by hand', () => {
  it.each(['__proto__', 'constructor', 'toString', 'p-', `p-${'-'.repeat(36)}`])(
    'of a place that does not exist are refused: %s',
    async (path) => {
      const place = await arena();
      await written(place, []);
      expect(await save(place, [edit(path, '1')])).toMatchObject({ refused: 'bad-input' });
    },
  );

  it('with an id that another report has are refused, and the other report stays as it was', async () => {
    const [one, two] = [await arena(), await arena()];
    await written(one, []);
    await written(two, []);
    const known = edit(cell, '8');
    granted(await save(one, [known]));
    expect(await save(two, [{ ...known, value: '9' }])).toMatchObject({ refused: 'bad-input' });
    expect((await draftOf(one)).cells[cell]).toBe('8');
    expect((await draftOf(two)).cells[cell]).toBeUndefined();
  });

  it('that bear one id for two places are refused whole: nothing is called saved that is not', async () => {
    const place = await arena();
    await written(place, []);
    const first = edit(cell, '8');
    const second = { ...first, path: 'applications.carriedIn.naturalPerson', value: '9' };
    expect(await save(place, [first, second])).toMatchObject({ refused: 'bad-input' });
    granted(await save(place, [first]));
    expect(await save(place, [second])).toMatchObject({ refused: 'bad-input' });
    expect((await draftOf(place)).cells).toEqual({ [cell]: '8' });
  });

  it.each(['', 'zzz', 'A', 'a0\u0000', '../', 'a00', `A${'0'.repeat(26)}`])(
    'with an order that no paragraph can be put beside are refused: %j',
    async (order) => {
      const place = await arena();
      await written(place, []);
      expect(await save(place, [paragraph('other', order, { text: '无。' })])).toMatchObject({ refused: 'bad-input' });
    },
  );

  it('of a text longer than a report may be are refused with one Chinese sentence, whichever way it comes', async () => {
    const place = await arena();
    await written(place, []);
    const long = '公开'.repeat(9_000);
    for (let index = 0; index < 4; index += 1) granted(await save(place, [paragraph('other', 'a0', { text: long })]));
    const before = await database().edit.count({ where: { report: { agency: { key: place.key } } } });
    for (const edits of [
      [paragraph('other', 'a0', { text: '公'.repeat(20_001) })],
      [paragraph('other', 'a0', ...Array.from({ length: 12 }, () => ({ text: long })))],
      Array.from({ length: 12 }, () => paragraph('other', 'a0', { text: long })),
      Array.from({ length: 900 }, () =>
        paragraph('other', 'a0', ...Array.from({ length: 300 }, () => ({ figure: cell }))),
      ),
    ]) {
      const answer = await save(place, edits);
      expect(answer).toMatchObject({ refused: 'bad-input' });
      expect(isRefusal(answer) && answer.message).not.toMatch(/[a-z]{3}/i);
    }
    expect(await database().edit.count({ where: { report: { agency: { key: place.key } } } })).toBe(before);
  });
});

it('a stranger is not told whether a report exists', async () => {
  const place = await arena();
  await written(place, []);
  for (const key of [place.key, 'no-such-agency']) {
    for (const answer of [
      await saveEdits(null, key, year, { since: 0, edits: [] }, now),
      await saveEdits(null, key, year, { since: 0, edits: [edit(cell, '8')] }, now),
      await openReport(null, key, year, now),
      await startReport(null, key, year, now),
    ]) {
      expect(answer).toMatchObject({ refused: 'not-signed-in' });
    }
  }
});
