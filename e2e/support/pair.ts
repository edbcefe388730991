import type { Page } from '@playwright/test';
import { cellEdits, makeAgency, makeDraft, makePerson, paragraphs, type Agency } from './arrange';
import type { Enter } from './entering';
import { year } from './office';

export interface Pair {
  readonly agency: Agency;
  /** 周敏 and 何平, each in a browser of their own, on one draft. */
  readonly zhou: Page;
  readonly he: Page;
  /** Ids of four one-line paragraphs of section one. */
  readonly lines: readonly [string, string, string, string];
}

/** Two authors of one agency who have signed in, and a draft with a few lines of text. */
export async function makePair(enter: Enter): Promise<Pair> {
  const agency = await makeAgency();
  const authors = [
    await makePerson('周敏', [{ agency, role: 'author' }]),
    await makePerson('何平', [{ agency, role: 'author' }]),
  ] as const;
  const prose = paragraphs('overview', ['第一段。', '第二段。', '第三段。', '第四段。']);
  await makeDraft(authors[0], agency, year, [...cellEdits(year), ...prose]);
  const [zhou, he] = await Promise.all([enter(authors[0]), enter(authors[1])]);
  const [first = '', second = '', third = '', fourth = ''] = prose.map(({ path }) => path);
  return { agency, zhou, he, lines: [first, second, third, fourth] };
}
