import { beforeAll, describe, expect, it } from 'vitest';
import { reportWith } from '@/lib/checks/test/reports';
import type { Report } from '@/lib/report/report';
import { resolve } from '@/lib/report/resolve';
import { formatFor } from '@/lib/statute/formats';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { DraftMade, DraftOffer, DraftStanding } from '@/lib/workflow/draft-offer';
import type { Actor } from '@/lib/workflow/permissions';
import type { Refusal } from '@/lib/workflow/refusal';
import { makeDraftOfFile } from './make-draft-of-file';
import { openReport } from './open-report';
import { saveEdits } from './save-edits';
import { startReport } from './start-report';
import { arena, edit, move, now, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

const received = 'applications.received.naturalPerson';
const file = (agency: string): Report =>
  reportWith({ [received]: '8', 'applications.granted.naturalPerson': '8' }, {}, { year, agency });

const look = async (actor: Actor, place: Arena, report: Report): Promise<DraftOffer> =>
  granted(await makeDraftOfFile(actor, { do: 'look', agency: place.key, report }, now)) as DraftOffer;
const make = async (
  actor: Actor | null,
  place: Arena,
  report: Report,
  seen: DraftStanding,
): Promise<DraftMade | Refusal> =>
  (await makeDraftOfFile(actor, { do: 'make', agency: place.key, report, seen }, now)) as DraftMade | Refusal;

async function reportNow(place: Arena): Promise<Report> {
  const { draft } = granted(await openReport(place.author, place.key, year, now));
  const format = formatFor(year);
  if (format === undefined) throw new Error('no format');
  return resolve(format, draft).report;
}

describe('an author makes a file the draft of the agency', () => {
  it('where the year has no report yet: it is started and filled, and the history names the author', async () => {
    const place = await arena();
    const report = file('云泽市应急管理局');
    expect(await look(place.author, place, report)).toMatchObject({
      standing: 'none',
      otherAgency: '云泽市应急管理局',
      kept: [],
      noPlace: [],
    });
    const made = granted(await make(place.author, place, report, 'none'));
    expect(made).toMatchObject({ address: `/office/reports/${place.key}/${year}`, conflicts: 0 });
    const { cells, sections, preamble } = await reportNow(place);
    expect({ cells, sections, preamble }).toEqual({
      cells: report.cells,
      sections: report.sections,
      preamble: report.preamble,
    });
    expect(granted(await openReport(place.author, place.key, year, now)).history).toMatchObject([
      { type: 'started', by: '周敏' },
    ]);
  });

  it('where somebody has begun: only what is blank is filled, after it was said', async () => {
    const place = await arena();
    granted(await startReport(place.author, place.key, year, now));
    granted(await saveEdits(place.colleague, place.key, year, { since: 0, edits: [edit(received, '5')] }, now));
    const offer = await look(place.author, place, file('云泽市应急管理局'));
    expect(offer.standing).toBe('begun');
    expect(offer.kept).toEqual(['表三“一、本年新收政府信息公开申请数量”自然人：草稿为 5，文件为 8']);
    granted(await make(place.author, place, file('云泽市应急管理局'), 'begun'));
    expect((await reportNow(place)).cells[received]).toBe('5');
    expect((await reportNow(place)).cells['applications.granted.naturalPerson']).toBe('8');
  });

  it('not when somebody has written since it was looked at', async () => {
    const place = await arena();
    granted(await startReport(place.author, place.key, year, now));
    expect((await look(place.author, place, file('甲'))).standing).toBe('untouched');
    granted(await saveEdits(place.colleague, place.key, year, { since: 0, edits: [edit(received, '5')] }, now));
    expect(await make(place.author, place, file('甲'), 'untouched')).toMatchObject({ refused: 'stale-version' });
    expect((await reportNow(place)).cells[received]).toBe('5');
  });
});

describe('a file does not become a draft', () => {
  it.each(['reviewer', 'administrator', 'foreigner'] as const)('for a %s', async (who) => {
    const place = await arena();
    expect(await make(place[who], place, file('甲'), 'none')).toMatchObject({ refused: 'not-permitted' });
  });
  it('for a stranger', async () => {
    expect(await make(null, await arena(), file('甲'), 'none')).toMatchObject({ refused: 'not-signed-in' });
  });
  it('once the report is submitted', async () => {
    const place = await arena();
    await written(place);
    granted(await move(place, place.author, { do: 'submit' }));
    expect(await make(place.author, place, file('甲'), 'begun')).toMatchObject({ refused: 'wrong-state' });
  });
  it('of a year that has not begun', async () => {
    expect(await make((await arena()).author, await arena(), file('甲'), 'none')).toMatchObject({
      refused: 'not-permitted',
    });
    const place = await arena();
    expect(await make(place.author, place, { ...file('甲'), year: 2031 }, 'none')).toMatchObject({
      refused: 'bad-input',
    });
  });
  it('from what is no report', async () => {
    const place = await arena();
    expect(
      await makeDraftOfFile(
        place.author,
        { do: 'make', agency: place.key, report: { format: '2021' }, seen: 'none' },
        now,
      ),
    ).toMatchObject({ refused: 'bad-input' });
  });
});
