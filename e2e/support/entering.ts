import { test as base, type Page } from '@playwright/test';
import { signIn, type Person } from './arrange';

/** Opens a browser of this person's own and signs in there. */
export type Enter = (person: Person) => Promise<Page>;

/** Tests in which several people act, each in a browser that is closed when the test ends. */
export const test = base.extend<{ enter: Enter }>({
  enter: async ({ browser }, provide) => {
    const pages: Page[] = [];
    await provide(async (person) => {
      const page = await (await browser.newContext()).newPage();
      pages.push(page);
      await signIn(page, person.username);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});
