import type { Report } from '../report/report';
import type { Where } from './finding';
import { rowAfter, type Row } from './rows';
import { passageOf, type Passage } from './text';

/** The pieces of each section as a row, which takes the place of the one that was read before. */
export function rowOfSection<P, R extends object = object>(piecesOf: (passage: Passage) => R & { readonly pieces: readonly P[] }): (passage: Passage) => R & Row<P> {
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

/** What is found in some sections of a report, in their order: the same object while it is the same in each. */
export function foundInSections<T>(sections: readonly Where['section'][], searchOf: () => (passage: Passage) => readonly T[]): (report: Report) => readonly T[] {
  const searches = sections.map((section) => ({ section, search: searchOf() }));
  const bySection: (readonly T[])[] = [];
  let found: readonly T[] = [];
  return (report) => {
    let isSame = true;
    for (let at = 0; at < searches.length; at += 1) {
      const one = searches[at];
      const some = one?.search(passageOf(report, one.section)) ?? [];
      if (some === bySection[at]) continue;
      bySection[at] = some;
      isSame = false;
    }
    if (!isSame) found = bySection.flat();
    return found;
  };
}
