import { isAgencyKey } from '@/lib/store/agencies/agencies';
import { database } from '@/lib/store/database/database';
import type { PublicationEntry, Site, YearPicture } from '@/lib/workflow/public-view';
import { listPublications, type PublicationPage, type PublicationQuery } from './list-publications';
import { showYear } from './show-year';
import { siteOf } from '@/lib/usecases/site';

/** The front page: what was asked for, and the picture of the year asked for, else of the newest one. */
export async function showFront(
  query: PublicationQuery,
): Promise<PublicationPage & { site: Site; picture: YearPicture | null }> {
  const [site, page] = await Promise.all([siteOf(database()), listPublications(query)]);
  const year = query.year ?? page.years[0];
  return { ...page, site, picture: year === undefined ? null : await showYear(year) };
}

/** All published years of an agency, the newest year first; empty when nothing is published. */
export async function showAgency(key: string): Promise<{ site: Site; entries: readonly PublicationEntry[] }> {
  if (!isAgencyKey(key)) return { site: await siteOf(database()), entries: [] };
  const ask = (after: string | null): Promise<PublicationPage> =>
    listPublications({ query: '', year: null, kind: null, agency: key, after });
  const entries: PublicationEntry[] = [];
  for (let page = await ask(null); ; page = await ask(page.next)) {
    entries.push(...page.entries);
    if (page.next === null) break;
  }
  return { site: await siteOf(database()), entries: entries.sort((a, b) => b.year - a.year) };
}

/** What the public site calls itself. */
export function showSite(): Promise<Site> {
  return siteOf(database());
}
