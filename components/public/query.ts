import type { AgencyKind } from '@/lib/report/report';
import { agencyKinds } from '@/lib/report/report';

/** What the address of the front page asks for. */
export interface FrontQuery {
  readonly words: string;
  readonly year: number | null;
  readonly kind: AgencyKind | null;
  readonly after: string | null;
}

/** Reads the address; what makes no sense in it counts as not said. */
export function frontQuery(address: URLSearchParams): FrontQuery {
  const year = /^20\d\d$/.exec(address.get('year') ?? '')?.[0];
  return {
    words: (address.get('q') ?? '').trim().slice(0, 100),
    year: year === undefined ? null : Number(year),
    kind: agencyKinds.find((kind) => kind === address.get('kind')) ?? null,
    after: address.get('after'),
  };
}

/** The address that asks for this. */
export function frontAddress(query: FrontQuery): string {
  const address = new URLSearchParams();
  if (query.words !== '') address.set('q', query.words);
  if (query.year !== null) address.set('year', String(query.year));
  if (query.kind !== null) address.set('kind', query.kind);
  if (query.after !== null) address.set('after', query.after);
  return address.size === 0 ? '/' : `/?${address}`;
}
