import type { AgencyKind } from '@/lib/report/report';
import { storable } from '@/lib/report/storable';
import { database } from '@/lib/store/database/database';
import { findPublications, publishedYears } from '@/lib/store/publications/publication-list';
import type { PublicationEntry } from '@/lib/workflow/public-view';

export interface PublicationQuery {
  /** Words of an agency's name; a year among them is taken as the year. */
  readonly query: string;
  readonly year: number | null;
  readonly kind: AgencyKind | null;
  readonly agency: string | null;
  /** Cursor of the page before, as `next` gave it; null for the first page. */
  readonly after: string | null;
}

export interface PublicationPage {
  readonly entries: readonly PublicationEntry[];
  /** Cursor of the next page; null when this is the last. */
  readonly next: string | null;
  /** Years for which something is published, newest first. */
  readonly years: readonly number[];
}

const pageSize = 20;

/** What the public may look through: current versions, newest first. A broken cursor starts anew. */
export async function listPublications(query: PublicationQuery): Promise<PublicationPage> {
  const db = database();
  const asked = storable(query.query);
  const yearInQuery = /(?:^|\D)(20\d\d)(?:年度?)?/.exec(asked);
  const found = await findPublications(db, {
    words: asked.replace(/20\d\d(?:年度?)?/, ' ').slice(0, 100),
    year: query.year ?? (yearInQuery === null ? null : Number(yearInQuery[1])),
    kind: query.kind,
    agencyKey: query.agency,
    after: cursorFrom(query.after),
    limit: pageSize + 1,
  });
  const entries = found.slice(0, pageSize);
  const last = entries.at(-1);
  return {
    entries,
    next: found.length > pageSize && last !== undefined ? `${last.publishedAt.getTime()}_${last.id}` : null,
    years: await publishedYears(db),
  };
}

function cursorFrom(cursor: string | null): { publishedAt: Date; id: string } | null {
  const parts = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor ?? '');
  if (parts === null) return null;
  const [, time = '', id = ''] = parts;
  return { publishedAt: new Date(Number(time)), id };
}
