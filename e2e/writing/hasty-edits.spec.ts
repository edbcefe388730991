import { expect, type Page } from '@playwright/test';
import { sameValue } from '@/lib/report/draft';
import { test } from '@/e2e/support/entering';
import { field, openForm, paragraph, stored, storedEdits, storedWords, type StoredEdit } from '@/e2e/support/form';
import { year } from '@/e2e/support/office';
import { makePair } from '@/e2e/support/pair';
import { withRunningDatabase } from '@/e2e/support/running-database';
import { contested, numbersFrom, Typist } from '@/e2e/support/typist';

withRunningDatabase();

/**
 * Nothing is left to save: an exchange that began after this call carried no edit. Coming back to the window hastens
 * it.
 */
async function quiet(page: Page): Promise<void> {
  const empty = page.waitForRequest(
    (one) => one.url().endsWith('/edits') && (one.postData() ?? '').includes('"edits":[]'),
  );
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await (await empty).response();
}

/** Both settle whatever shows two values, until nothing does. */
async function settled(people: readonly Typist[]): Promise<void> {
  for (let some = true; some; ) {
    await Promise.all(people.map(({ page }) => quiet(page)));
    some = false;
    // One after the other: two who settle at once make a new conflict, which is right but has no end.
    for (const person of people) {
      some = (await person.settleAll()) || some;
      await quiet(person.page);
    }
  }
}

test('sixty hasty edits by each of us with the line breaking off: no figure and no word is gone that one of us did not give up', async ({
  enter,
}) => {
  test.setTimeout(180_000);
  const { agency, zhou, he, lines } = await makePair(enter);
  const seed = 20240119;
  const people = [new Typist(zhou, '甲', lines, numbersFrom(seed)), new Typist(he, '乙', lines, numbersFrom(seed + 1))];
  await Promise.all(people.map(({ page }) => openForm(page, agency, year, 'applications')));
  await Promise.all(
    people.map(async (person) => {
      for (let n = 1; n <= 60; n += 1) await person.step(n);
    }),
  );
  for (const person of people) await person.comeBack();
  await settled(people);
  for (const person of people) expect(person.spells).toBeGreaterThan(2);
  expect(people.reduce((sum, person) => sum + person.met, 0)).toBeGreaterThan(5);

  const chains = new Map<string, StoredEdit[]>();
  for (const edit of await storedEdits(agency)) chains.set(edit.path, [...(chains.get(edit.path) ?? []), edit]);
  await test.step('Every edit was made by somebody who had seen the one before it, or says the same', () => {
    for (const [path, edits] of chains) {
      edits.forEach((edit, index) => {
        const before = edits[index - 1];
        if (before === undefined || edit.base === before.id || sameValue(edit.value, before.value)) return;
        throw new Error(`${path}: ${edit.actorName} wrote over an edit that was never shown`);
      });
    }
  });
  await test.step('What somebody typed last in a cell took effect, unless given up by choice', () => {
    for (const { mark, figures } of people) {
      const name = mark === '甲' ? '周敏' : '何平';
      for (const [cell, value] of figures) {
        const own = chains.get(cell)?.filter((edit) => edit.actorName === name) ?? [];
        expect(
          own.map((edit) => edit.value),
          `${name} typed ${value} in ${cell}`,
        ).toContain(value);
      }
    }
  });
  await test.step('Every word that nobody gave up stands, and both see the same text', async () => {
    const givenUp = new Set(people.flatMap((person) => person.givenUp));
    for (const id of lines) {
      const text = (await storedWords(agency, id)) ?? '';
      for (const { page, words } of people) {
        for (const word of words.get(id) ?? []) {
          if (!givenUp.has(word)) expect(text, `${word} in ${id}`).toContain(word);
        }
        await expect(paragraph(page, id)).toHaveText(text);
      }
    }
  });
  await test.step('Both see the same figures', async () => {
    for (const person of people) await person.go('applications');
    for (const cell of contested) {
      const value = await stored(agency, cell);
      for (const { page } of people) await expect(field(page, cell)).toHaveValue(String(value));
    }
  });
});
