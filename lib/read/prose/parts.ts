import type { HeadingAsWritten } from '@/lib/report/as-written';
import type { Place } from '@/lib/report/report';
import { dateOf } from './dates';
import { awaitsValue, isFurniture } from './furniture';
import type { Passage } from './paragraphs';
import { headingsOf, type PlacedHeading } from './sections';
import { signatureOf, withoutFoot, type Signature } from './signature';
import { findTitle, noTitle, type Title, type TitlePlace } from './title';

/** A document taken apart: what stands where, before the tables are put in. */
export interface Parts {
  readonly title: Title & { readonly taken: readonly Passage[] };
  /** Texts in order of the document; a section without text has an empty list, a missing one none. */
  readonly places: ReadonlyMap<Place, readonly Passage[]>;
  readonly headings: readonly HeadingAsWritten[];
  /** Block of the heading that begins each place; of the title for the preamble, -1 without one. */
  readonly begins: ReadonlyMap<Place, number>;
  /** First block of the signature below the text; infinite without one. */
  readonly ends: number;
  readonly signature: Signature;
  /** Sentences above the title. */
  readonly above: readonly string[];
}

/** Titles stand on top: further down a line that looks like one is a link or an enclosure. */
const furthestTitle = 400;

/** The title above the first heading, its lines counted from `from`; null where there is none. */
export function titleAmong(passages: readonly Passage[]): { readonly title: TitlePlace | null; readonly from: number } {
  const first = headingsOf(passages).find(({ section }) => section !== null)?.index ?? passages.length;
  const from = Math.max(0, first - furthestTitle);
  return { title: findTitle(passages.slice(from, first)), from };
}

/** Divides the passages of a document into title, sections and signature. */
export function partsOf(passages: readonly Passage[]): Parts {
  const { title: found, from } = titleAmong(passages);
  const start = found === null ? 0 : from + found.last + 1;
  const body = passages.slice(start);
  const headings = headingsOf(body);
  const places = placed(body, headings);
  const last = [...places.keys()].at(-1) ?? 'preamble';
  const title = found ?? noTitle;
  const ending = withoutFoot(places.get(last) ?? []);
  const onTop = last === 'preamble' ? null : signatureBelowTitle(places.get('preamble') ?? []);
  const signature = signatureAmong(ending, title.agency, onTop);
  const taken = new Set(signature.taken);
  places.set(
    last,
    ending.filter((passage) => !taken.has(passage)),
  );
  places.set(
    'preamble',
    withoutFurniture(
      (places.get('preamble') ?? []).filter((passage) => !taken.has(passage)),
      found === null,
    ),
  );
  return {
    title: { ...title, taken: found === null ? [] : passages.slice(from + found.first, start) },
    places,
    begins: new Map<Place, number>([
      ['preamble', passages[start - 1]?.block ?? -1],
      ...headings.flatMap(({ section, index }) =>
        section === null ? [] : [[section, body[index]?.block ?? -1] as const],
      ),
    ]),
    ends: Math.min(Infinity, ...ending.filter((passage) => taken.has(passage)).map(({ block }) => block)),
    headings: headings.map(({ section, text }) => ({ section, text })),
    signature,
    above: passages
      .slice(0, found === null ? 0 : from + found.first)
      .flatMap(({ text }) => (/[。；]$/.test(text) ? [text] : [])),
  };
}

/** Passages by place, in the order in which the places begin; 'preamble' first. */
function placed(passages: readonly Passage[], headings: readonly PlacedHeading[]): Map<Place, readonly Passage[]> {
  const places = new Map<Place, Passage[]>([['preamble', []]]);
  const at = new Map(
    headings.flatMap((heading) => (heading.section === null ? [] : [[heading.index, heading] as const])),
  );
  let place: Place = 'preamble';
  passages.forEach((passage, index) => {
    const heading = at.get(index);
    const text = heading === undefined ? passage.text : heading.rest;
    if (heading?.section != null) {
      place = heading.section;
      // Of two with the same heading the text is one; the last begun is the last place.
      const before = places.get(place) ?? [];
      places.delete(place);
      places.set(place, before);
    }
    if (text !== '' || passage.residue.length > 0) places.get(place)?.push({ ...passage, text });
  });
  return places;
}

/** Agency and date set below the title, in brackets; pages print theirs in figures with hyphens. */
function signatureBelowTitle(preamble: readonly Passage[]): Signature | null {
  const index = preamble
    .slice(0, 3)
    .findIndex(({ text }) => text.length < 60 && /年/.test(text) && dateOf(text) !== null);
  return index < 0 ? null : signatureOf(preamble.slice(0, index + 1), '');
}

function signatureAmong(ending: readonly Passage[], agency: string, onTop: Signature | null): Signature {
  const below = signatureOf(ending, agency);
  if (below.date !== null || onTop === null) return below;
  return {
    agency: below.agency === '' ? onTop.agency : below.agency,
    date: onTop.date,
    taken: [...below.taken, ...onTop.taken],
  };
}

/** Without what a page sets between title and text; where there is no title the page's own head stands there too. */
function withoutFurniture(preamble: readonly Passage[], headless: boolean): Passage[] {
  const kept: Passage[] = [];
  let awaited = false;
  for (const passage of preamble) {
    const { text } = passage;
    const value = awaited && text.length <= 40 && !/[。；，]/.test(text);
    awaited = awaitsValue(text);
    if (value || isFurniture(text) || /^目\s*录$/.test(text)) continue;
    kept.push(passage);
  }
  return headless
    ? kept.filter(({ text, residue }) => residue.length > 0 || /[。；：，]/.test(text) || text.length > 20)
    : kept;
}
