import type { Report } from '@/lib/report/report';
import type { Where } from '@/lib/checks/finding';
import { countedIn, perRow, rowAfter, type Row } from './rows';
import { textPlaces, textsIn, type Passage } from './text';

/** The pieces of each section as a row, which takes the place of the one that was read before. */
export function rowOfSection<P, R extends object = object>(
  piecesOf: (passage: Passage) => R & { readonly pieces: readonly P[] },
): (passage: Passage) => R & Row<P> {
  const last = new Map<Where['section'], { readonly passage: Passage; readonly row: R & Row<P> }>();
  return (passage) => {
    const known = last.get(passage.section);
    if (known?.passage === passage) return known.row;
    const read = piecesOf(passage);
    const row = { ...read, ...rowAfter(known?.row ?? null, read.pieces) };
    last.set(passage.section, { passage, row });
    return row;
  };
}

const none: readonly never[] = [];

/** What is found in some sections of a report, in their order; only those that changed are searched again. */
export function foundInSections<T>(
  sections: readonly Where['section'][],
  searchOf: () => (passage: Passage) => readonly T[],
): (report: Report) => readonly T[] {
  const searches = textPlaces.map((place) => (sections.includes(place) ? searchOf() : null));
  const inTexts = perRow({
    find: ({ pieces }: Row<Passage>, at): readonly T[] => searches[at]?.(pieces[at] as Passage) ?? none,
  });
  return (report) => inTexts(textsIn(report));
}

/** The sum over all texts of a report. */
export function countedInTexts(countOf: () => (passage: Passage) => number): (report: Report) => number {
  const counts = textPlaces.map(countOf);
  const inTexts = countedIn(({ pieces }: Row<Passage>, at) => counts[at]?.(pieces[at] as Passage) ?? 0);
  return (report) => inTexts(textsIn(report));
}
