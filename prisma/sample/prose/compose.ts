import { generateNKeysBetween } from 'fractional-indexing';
import type { ParagraphValue, Run } from '@/lib/report/draft';
import type { Place } from '@/lib/report/report';
import { numeralOf } from '@/lib/report/prose';
import { sampleAgencies, government, type SampleAgency } from '@/prisma/sample/agencies';
import type { DataCells } from '@/prisma/sample/figures';
import { sampleYears } from '@/prisma/sample/profiles';
import { uuidFor } from '@/prisma/sample/random';
import { factsOf, type Facts } from './facts';
import { fields } from './fields';
import { districtDuties, districtNotes, townDuties } from './governments';
import { management } from './management';
import { onRequest } from './on-request';
import { leads, preambles } from './opening';
import { platform, supervision } from './platform';
import { decided, published } from './proactive';
import { other, problems } from './problems';
import { remediesText } from './remedies';
import { join, say, type Prose } from './say';

export interface SampleParagraph {
  /** The paragraph's path. */
  readonly path: string;
  /** What it is, so that the round can leave it out or word it otherwise: `overview.management`. */
  readonly role: string;
  readonly value: ParagraphValue;
}

interface Piece {
  readonly place: Place;
  readonly role: string;
  readonly prose: Prose;
}

const forms = 13;

/**
 * Which form of a topic a report takes. No two agencies share one in a year and no agency takes one twice; since each
 * topic steps from year to year in its own way, two reports of different years share at most one topic.
 */
function formAt(agency: number, year: number, topic: number): number {
  return (agency + year * (topic + 3) + topic * 4) % forms;
}

function pick<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('an empty list of sentences');
  return one;
}

function topics(f: Facts, agency: number, year: number): { id: string; prose: Prose }[] {
  const at = (topic: number) => formAt(agency, year, topic);
  const own = pick(fields[f.agency.key] ?? [], year);
  const decisions = decided(f, at(1)) ?? '';
  const shown = pick(published, at(1))(f);
  const proactive =
    at(1) % 3 === 0 ? [shown, decisions, own] : at(1) % 3 === 1 ? [own, shown, decisions] : [shown, own, decisions];
  const duties =
    f.agency.kind === 'department'
      ? []
      : [f.agency.key === government ? pick(districtDuties, year)(f) : pick(townDuties, year + agency)(f)];
  return [
    { id: 'proactive', prose: join(proactive) },
    { id: 'onRequest', prose: onRequest(f, at(2)) },
    { id: 'management', prose: pick(management, at(3))(f, at(3)) },
    { id: 'platform', prose: pick(platform, at(4))(f) },
    { id: 'supervision', prose: join([pick(supervision, at(5))(f), ...duties]) },
  ];
}

function overview(f: Facts, agency: number, year: number): Piece[] {
  const lead: Piece = { place: 'overview', role: 'overview.lead', prose: pick(leads, formAt(agency, year, 0))(f) };
  const body = topics(f, agency, year).flatMap(({ id, prose }, index): Piece[] => {
    const paragraph: Piece = { place: 'overview', role: `overview.${id}`, prose };
    const topic = f.format.topics[index];
    if (topic === undefined) return [paragraph];
    return [
      { place: 'overview', role: `overview.${id}.heading`, prose: say`（${numeralOf(index + 1)}）${topic.title}情况` },
      paragraph,
    ];
  });
  return [lead, ...body];
}

/** All paragraphs of one report, its figures linked to the cells they come from. */
export function paragraphsFor(agency: SampleAgency, year: number, cells: DataCells): SampleParagraph[] {
  const agencyAt = sampleAgencies.indexOf(agency);
  const yearAt = sampleYears.findIndex((one) => one === year);
  const f = factsOf(agency, year, cells);
  const four = remediesText(f, agencyAt + yearAt);
  const pieces: Piece[] = [
    { place: 'preamble', role: 'preamble', prose: pick(preambles, agencyAt + yearAt * 2)(f) },
    ...overview(f, agencyAt, yearAt),
    ...(agency.key === government
      ? [{ place: 'disclosure' as const, role: 'disclosure.note', prose: districtNotes(f) }]
      : []),
    ...(four === null ? [] : [{ place: 'remedies' as const, role: 'remedies.text', prose: four }]),
    ...pick(
      problems,
      formAt(agencyAt, yearAt, 6),
    )(f).map(
      (prose, index): Piece => ({ place: 'problems', role: `problems.${index === 0 ? 'found' : 'measures'}`, prose }),
    ),
    { place: 'other', role: 'other', prose: other(f, formAt(agencyAt, yearAt, 7)) },
  ];
  const orders = generateNKeysBetween(null, null, pieces.length);
  return pieces.map(({ place, role, prose }, index) => ({
    path: `p-${uuidFor(`${agency.key} ${year} ${role}`)}`,
    role,
    value: { place, order: pick(orders, index), runs: withText(prose) },
  }));
}

function withText(prose: Prose): readonly Run[] {
  return prose.length === 0 ? [{ text: '' }] : prose;
}
