import { beforeAll, describe, expect, it } from 'vitest';
import { reportWith } from '@/lib/checks/test/reports';
import { docxOf } from '@/lib/render/docx/docx';
import { jsonOf } from '@/lib/render/json';
import { isUnreadable } from '@/lib/read/result';
import type { Report } from '@/lib/report/report';
import { provideSettings } from '@/lib/settings';
import { useTestDatabase } from '@/lib/store/database/test-database';
import type { CheckedFile } from '@/lib/workflow/checked-file';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal } from '@/lib/workflow/refusal';
import { checkFile, type CheckOptions } from './check-file';
import { openCheck } from './open-check';
import { openReport } from '@/lib/usecases/writing/open-report';
import { arena, move, now, publish, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

beforeAll(useTestDatabase);

async function checkedAs(actor: Actor | null, report: Report, options: CheckOptions = {}): Promise<CheckedFile> {
  const outcome = await checkFile(actor, new TextEncoder().encode(jsonOf(report)), '年报.json', options);
  if (isRefusal(outcome) || isUnreadable(outcome)) throw new Error('not checked');
  return outcome;
}

const nextYear = (agency: string): Report => reportWith({}, {}, { year: year + 1, agency });
const nameOf = async (place: Arena): Promise<string> =>
  granted(await openReport(place.author, place.key, year, now)).head.agency.name;

describe('a file that is checked', () => {
  it('is a report with its findings; the kind is told by the name', async () => {
    const report = reportWith(
      { 'applications.received.naturalPerson': '8' },
      {},
      { agency: '云泽市没有登记的局', signature: { agency: '云泽市没有登记的局', date: '2024-01-17' } },
    );
    const outcome = await checkFile(null, await docxOf(report), '年报.docx');
    expect(outcome).toMatchObject({ file: '年报.docx', readAs: 'docx', agency: null, kind: 'department', last: null });
    expect((outcome as CheckedFile).report.cells).toEqual(report.cells);
    expect((outcome as CheckedFile).result.findings.map(({ rule }) => rule)).toContain('T3-03');
  });
  it('is of the kind that the system knows, unless somebody says otherwise', async () => {
    const place = await arena('government');
    await written(place);
    const report = nextYear(await nameOf(place));
    expect((await checkedAs(null, report)).kind).toBe('government');
    expect((await checkedAs(null, report, { kind: 'town' })).kind).toBe('town');
  });
  it('is held against what was published the year before', async () => {
    const place = await arena();
    await written(place);
    await publish(place);
    const report = nextYear(await nameOf(place));
    expect((await checkedAs(null, report)).last).toMatchObject({ year });
    expect((await checkedAs(null, report, { last: reportWith({}, {}, { year, title: '另一份' }) })).last?.title).toBe(
      '另一份',
    );
  });
  it('is held against what waits for review only for those who may read it', async () => {
    const place = await arena();
    await written(place);
    const report = nextYear(await nameOf(place));
    expect((await checkedAs(place.author, report)).last).toBeNull();
    granted(await move(place, place.author, { do: 'submit' }));
    expect((await checkedAs(place.author, report)).last).toMatchObject({ year });
    expect((await checkedAs(place.foreigner, report)).last).toBeNull();
    expect((await checkedAs(null, report)).last).toBeNull();
  });
});

describe('where the office keeps the page to its staff', () => {
  it('a stranger is refused, a colleague is not', async () => {
    provideSettings({ CHECK_ACCESS: 'office' });
    const { author, key } = await arena();
    expect(await checkFile(null, new Uint8Array([1]), '')).toMatchObject({ refused: 'not-signed-in' });
    expect(await openCheck(null)).toMatchObject({ refused: 'not-signed-in' });
    expect(await openCheck(author)).toMatchObject({ person: { id: author.id }, agencies: [{ key }] });
    provideSettings({ CHECK_ACCESS: '' });
    expect(await openCheck(null)).toEqual({ person: null, agencies: [] });
  });
});
