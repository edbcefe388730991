import type { CellId } from '../statute/table';
import { claims, contradicts, isPart, type Claim } from './claims';
import { figureName } from './place';
import { blankCells, rule, type Verdict } from './rule';
import type { Subject } from './subject';

/** How the prose names a figure of table two of the 2021 format, and the cell it is. */
const figures: readonly { readonly words: string; readonly cell: CellId }[] = [
  { words: '(?:制发|制定|出台|印发)(?:的)?(?:行政)?规范性文件', cell: 'disclosure.normativeDocuments.issued' },
  { words: '废止(?:的)?(?:行政)?规范性文件', cell: 'disclosure.normativeDocuments.repealed' },
  { words: '现行有效(?:的)?(?:行政)?规范性文件', cell: 'disclosure.normativeDocuments.inForce' },
  { words: '(?:制发|制定|出台)(?:的)?(?:政府)?规章', cell: 'disclosure.regulations.issued' },
  { words: '现行有效(?:的)?(?:政府)?规章', cell: 'disclosure.regulations.inForce' },
  { words: '作出(?:的)?行政许可(?:决定)?', cell: 'disclosure.licensing.decisions' },
  { words: '作出(?:的)?行政处罚(?:决定)?', cell: 'disclosure.penalties.decisions' },
  { words: '(?:作出|实施)(?:的)?行政强制(?:决定|措施)?', cell: 'disclosure.coercion.decisions' },
];

const found = figures.map(({ words, cell }) => ({
  cell,
  find: claims({ find: new RegExp(`${words}(?:共计?)?\\s*(?<n>\\d+)\\s*(?:件|部|项|个|起|份)`, 'g'), accept: (claim) => !isPart(claim) }),
}));

const published = /公开|公示|发布|公布|录入|归集|解读/;

export const disclosureInProse = rule('T2-04', {
  source: '正文与表二一致',
  says: '正文所写规章、行政规范性文件、行政许可、行政处罚、行政强制的件数，应为表二的数',
  severity: 'warning',
  note: '2021 年格式；正文说的是公开、公示的件数时为提示',
  forEach: (subject: Subject): readonly { claim: Claim; cell: CellId }[] =>
    found.flatMap(({ cell, find }) => (subject.format.cell(cell) === undefined ? [] : find(subject).map((claim) => ({ claim, cell })))),
  holds: ({ claim, cell }, subject): Verdict => {
    const value = subject.number(cell);
    if (value === null) return { why: blankCells, cells: [cell] };
    if (claim.number === value) return null;
    const breach = contradicts(claim, subject, { cell, name: figureName(subject.format, cell), value });
    return published.test(claim.sentence.text) ? { ...breach, severity: 'notice' } : breach;
  },
});
