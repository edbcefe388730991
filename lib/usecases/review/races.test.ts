import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '@/lib/proof/digest';
import { readStatement } from '@/lib/proof/statement';
import { provideSettings } from '@/lib/settings';
import { database } from '@/lib/store/database/database';
import { signaturesOf } from '@/lib/store/publications/signatures';
import { useTestDatabase } from '@/lib/store/database/test-database';
import { transaction } from '@/lib/store/database/transaction';
import type { Actor } from '@/lib/workflow/permissions';
import { isRefusal } from '@/lib/workflow/refusal';
import { carryOut } from './carry-out';
import { openReport } from '@/lib/usecases/writing/open-report';
import { publishedFile } from '@/lib/usecases/publishing/read-publication';
import { renameAgency } from '@/lib/usecases/administration/rename-agency';
import { saveEdits } from '@/lib/usecases/writing/save-edits';
import { signPublication } from '@/lib/usecases/publishing/sign-publication';
import { arena, edit, move, now, written, year, type Arena } from '@/lib/usecases/test/arena';
import { granted } from '@/lib/usecases/test/commands';

const cell = 'applications.received.naturalPerson';
const view = async (place: Arena) => granted(await openReport(place.author, place.key, year, now));

beforeAll(async () => {
  await useTestDatabase();
  provideSettings({ APP_URL: 'http://127.0.0.1:3000' });
});

async function approved(place: Arena): Promise<void> {
  await written(place);
  granted(await move(place, place.author, { do: 'submit' }));
  granted(await move(place, place.reviewer, { do: 'approve' }));
}

describe('at the same moment', () => {
  it('a colleague types and an author submits: what stands was checked, and nothing is called saved that came after', async () => {
    const place = await arena();
    await written(place);
    const { version } = (await view(place)).head;
    const base = (await view(place)).draft.seen[cell] ?? null;
    const typed = Array.from({ length: 10 }, (_, index) => edit(cell, String(index + 1), base));
    const [submitted, ...saves] = await Promise.all([
      carryOut(place.author, place.key, year, { do: 'submit', version }, now),
      ...typed.map((one) => saveEdits(place.colleague, place.key, year, { since: 0, edits: [one] }, now)),
    ]);
    const { head, draft } = await view(place);
    // 新收 1 without an outcome breaks T3-03: either the submission saw it and was refused, or it came first.
    const taken = saves.filter(
      (answer) => !isRefusal(answer) && answer.results.some((result) => result.outcome === 'saved'),
    );
    if (isRefusal(submitted)) {
      expect(submitted.refused).toBe('has-errors');
      expect(head.state).toBe('draft');
      expect(taken).toHaveLength(1);
    } else {
      expect(head.state).toBe('submitted');
      expect(taken).toHaveLength(0);
      expect(draft.cells[cell]).toBe('0');
    }
  });

  it('two approve and two publish: it happens once', async () => {
    const place = await arena();
    await written(place);
    granted(await move(place, place.author, { do: 'submit' }));
    for (const [command, who] of [
      ['approve', place.reviewer],
      ['publish', place.administrator],
    ] as const) {
      const { version } = (await view(place)).head;
      const answers = await Promise.all(
        [1, 2, 3].map(() => carryOut(who, place.key, year, { do: command, version }, now)),
      );
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
      expect(answers.filter(isRefusal).map(({ refused }) => refused)).toEqual(['stale-version', 'stale-version']);
    }
    expect(await database().publication.count({ where: { agencyKey: place.key } })).toBe(1);
  });

  it('one publishes and another returns: one of the two takes place', async () => {
    const place = await arena();
    await approved(place);
    const { version } = (await view(place)).head;
    const answers = await Promise.all([
      carryOut(place.administrator, place.key, year, { do: 'publish', version }, now),
      carryOut(place.reviewer, place.key, year, { do: 'return', version, reason: '请再核对' }, now),
    ]);
    expect(answers.filter(isRefusal)).toHaveLength(1);
    const { state } = (await view(place)).head;
    expect(await database().publication.count({ where: { agencyKey: place.key } })).toBe(state === 'published' ? 1 : 0);
  });

  it('a PDF follows and marks come: each is signed, one after the other', async () => {
    const place = await arena();
    await approved(place);
    granted(await move(place, place.reviewer, { do: 'publish' }));
    const { id } = await database().publication.findFirstOrThrow({ where: { agencyKey: place.key } });
    const files = ['report.pdf', 'superseded.html', 'withdrawn.html'].map((name) => ({
      name,
      size: 1,
      sha256: sha256(name),
    }));
    await Promise.all(files.map((file) => transaction((tx) => signPublication(tx, id, [file], now))));
    const signatures = await signaturesOf(database(), id);
    expect(signatures.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const logged = signatures.map(({ statement }) => readStatement(statement)?.log.number ?? 0);
    expect(logged).toEqual([...logged].sort((a, b) => a - b));
  });
});

describe('an agency that is renamed', () => {
  const rename = async (place: Arena, name: string) =>
    granted(await renameAgency(place.administrator, { agency: place.key, name, shortName: '新局' }, now));

  it('has the new name in a draft, and files under it', async () => {
    const place = await arena();
    await written(place);
    await rename(place, '云泽市新名局');
    expect((await view(place)).draft.agency).toBe('云泽市新名局');
    granted(await move(place, place.author, { do: 'submit' }));
    await rename(place, '云泽市更新名局');
    expect((await view(place)).draft.agency).toBe('云泽市新名局');
  });

  it('publishes under the name that was approved', async () => {
    const place = await arena();
    const { name } = await database().agency.findUniqueOrThrow({ where: { key: place.key } });
    await approved(place);
    await rename(place, '云泽市别名局');
    granted(await move(place, place.administrator, { do: 'publish' }));
    const file = await publishedFile(`/reports/${place.key}/${year}/report.json`);
    expect(JSON.parse(file?.bytes.toString('utf8') ?? '{}')).toMatchObject({ agency: name });
  });
});

describe('nobody reviews what they wrote', () => {
  it('also not who wrote a reason for a warning and reviews since', async () => {
    const place = await arena();
    await written(place);
    granted(
      await carryOut(
        place.colleague,
        place.key,
        year,
        { do: 'explain', fingerprint: 'T3-05|x', rule: 'T3-05', text: '本年已核实' },
        now,
      ),
    );
    granted(await move(place, place.author, { do: 'submit' }));
    const become: Actor = { ...place.colleague, roles: place.reviewer.roles };
    expect(await move(place, become, { do: 'approve' })).toMatchObject({ refused: 'own-work' });
    expect(await move(place, { ...place.author, roles: place.reviewer.roles }, { do: 'approve' })).toMatchObject({
      refused: 'own-work',
    });
    granted(await move(place, place.reviewer, { do: 'approve' }));
  });
});
