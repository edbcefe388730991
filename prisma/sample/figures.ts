import type { Format } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import type { CellId } from '@/lib/statute/table';
import { sampleAgencies, government } from './agencies';
import { profiles, sampleYears, stockChanges, type Profile, type SampleYear } from './profiles';
import { deal, drawFrom, type Draw } from './random';

/** Numbers by cell; an amount stands in fen (0.01 yuan), so that sums over units stay exact. */
export type Numbers = Map<CellId, number>;

const applicants = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganisation'] as const;
const applicantShares = [80, 10, 0.5, 1.5, 6, 2];

const outcomeShares: readonly (readonly [string, number])[] = [
  ['granted', 48],
  ['partlyGranted', 9],
  ['refused.stateSecret', 0.2],
  ['refused.otherLaw', 1],
  ['refused.publicSecurity', 0.2],
  ['refused.thirdParty', 2],
  ['refused.internalAffairs', 3],
  ['refused.processInformation', 3],
  ['refused.enforcementFile', 3],
  ['refused.administrativeQuery', 3],
  ['unavailable.notHeld', 15],
  ['unavailable.mustBeCreated', 5],
  ['unavailable.stillUnclear', 1.5],
  ['declined.petition', 4],
  ['declined.repeated', 2],
  ['declined.publication', 0.3],
  ['declined.excessive', 0.3],
  ['declined.confirmation', 0.5],
  ['otherHandling.notSupplemented', 2],
  ['otherHandling.feeUnpaid', 0],
  ['otherHandling.other', 1],
];
/** Grounds that a small agency does not use: one case would be a conspicuous share (T3-07). */
const rare = new Set(['refused.stateSecret', 'refused.publicSecurity', 'declined.publication']);

interface Pending {
  reconsideration: number;
  litigationDirect: number;
  litigationAfterReconsideration: number;
}

interface Carry {
  applications: readonly number[];
  pending: Pending;
  stock: number;
}

function around(draw: Draw, typical: number): number {
  return Math.round(typical * (0.86 + 0.28 * draw.next()));
}

function disclosure(
  profile: Profile,
  year: SampleYear,
  at: number,
  stock: number,
  draw: Draw,
  numbers: Numbers,
): number {
  const issued = profile.issued[at] ?? 0;
  const repealed = profile.repealed[at] ?? 0;
  const change = stockChanges.find((one) => one.unit === profile.unit && one.year === year)?.by ?? 0;
  const inForce = stock + issued - repealed + change;
  const set = (id: string, value: number) => numbers.set(`disclosure.${id}`, value);
  set('licensing.decisions', around(draw, profile.licensing));
  set('penalties.decisions', around(draw, profile.penalties));
  set('coercion.decisions', profile.coercion === 0 ? 0 : draw.between(0, profile.coercion * 2));
  if (year >= 2021) {
    for (const column of ['issued', 'repealed', 'inForce']) set(`regulations.${column}`, 0);
    set('normativeDocuments.issued', issued);
    set('normativeDocuments.repealed', repealed);
    set('normativeDocuments.inForce', inForce);
    set('fees.amount', around(draw, profile.fees) * 100);
    return inForce;
  }
  for (const column of ['made', 'disclosed', 'totalDisclosed']) set(`regulations.${column}`, 0);
  set('normativeDocuments.made', issued);
  set('normativeDocuments.disclosed', issued);
  set('normativeDocuments.totalDisclosed', inForce);
  const { items } = profile;
  const catalogue = {
    licensing: items.licensing,
    otherServices: items.other,
    penalties: items.penalties,
    coercion: items.coercion,
    fees: items.fees,
  };
  for (const [row, count] of Object.entries(catalogue)) {
    set(`${row}.itemsLastYear`, count);
    set(`${row}.change`, count > 5 ? draw.between(-2, 2) : 0);
  }
  set('otherServices.decisions', around(draw, items.other * 46));
  set('procurement.projects', profile.procurement.projects);
  set('procurement.amount', around(draw, profile.procurement.yuan) * 100);
  return inForce;
}

function applications(
  profile: Profile,
  year: SampleYear,
  at: number,
  carriedIn: readonly number[],
  draw: Draw,
  numbers: Numbers,
): number[] {
  const total = profile.received[at] ?? 0;
  const received = deal(draw, total, applicantShares);
  const open = total === 0 ? 0 : Math.round(total * profile.carryRate * (0.4 + 1.2 * draw.next()));
  const carriedOut = deal(draw, open, received, received);
  const shares = outcomeShares.map(([id, share]) => (total < 40 && rare.has(id) ? 0 : share));
  applicants.forEach((applicant, column) => {
    const set = (row: string, value: number) => {
      const id = year >= 2021 ? row : row.replace(/^otherHandling\..*/, 'otherHandling');
      const cell = `applications.${id}.${applicant}`;
      numbers.set(cell, value + (id === row ? 0 : (numbers.get(cell) ?? 0)));
    };
    const before = carriedIn[column] ?? 0;
    const after = carriedOut[column] ?? 0;
    set('received', received[column] ?? 0);
    set('carriedIn', before);
    set('carriedOut', after);
    const outcomes = deal(draw, (received[column] ?? 0) + before - after, shares);
    outcomeShares.forEach(([id], index) => set(id, outcomes[index] ?? 0));
  });
  return carriedOut;
}

function remedies(profile: Profile, at: number, pending: Pending, draw: Draw, numbers: Numbers): Pending {
  const total = profile.received[at] ?? 0;
  const fresh = {
    reconsideration: Math.round(total * 0.09 * draw.next()),
    litigationDirect: Math.round(total * 0.035 * draw.next()),
    litigationAfterReconsideration: 0,
  };
  if (fresh.reconsideration > 1)
    fresh.litigationAfterReconsideration = draw.between(0, Math.floor(fresh.reconsideration / 2));
  const next = { ...pending };
  for (const way of ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'] as const) {
    const open = fresh[way] === 0 ? 0 : draw.between(0, Math.ceil(fresh[way] / 4));
    const [upheld = 0, corrected = 0, otherResult = 0] = deal(draw, pending[way] + fresh[way] - open, [70, 10, 20]);
    const results = { upheld, corrected, otherResult, pending: open };
    for (const [result, count] of Object.entries(results)) numbers.set(`remedies.${way}.${result}`, count);
    next[way] = open;
  }
  return next;
}

function unitYears(profile: Profile): Numbers[] {
  let carry: Carry = {
    applications: [profile.carriedIn, 0, 0, 0, 0, 0],
    pending: { reconsideration: 0, litigationDirect: 0, litigationAfterReconsideration: 0 },
    stock: profile.stock,
  };
  return sampleYears.map((year, at) => {
    const draw = drawFrom(`${profile.unit} ${year}`);
    const numbers: Numbers = new Map();
    carry = {
      stock: disclosure(profile, year, at, carry.stock, draw, numbers),
      applications: applications(profile, year, at, carry.applications, draw, numbers),
      pending: remedies(profile, at, carry.pending, draw, numbers),
    };
    return numbers;
  });
}

function textOf(format: Format, id: CellId, value: number): string {
  if (format.cell(id)?.number !== 'amount') return String(value);
  const fraction = String(value % 1_000_000)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${Math.floor(value / 1_000_000)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The data cells of one report, totals left out, as they are typed. */
export type DataCells = Readonly<Record<CellId, string>>;

export function formatOf(year: number): Format {
  const format = formatFor(year);
  if (format === undefined) throw new Error(`no format for ${year}`);
  return format;
}

/** The figures of every agency and year. Those of the government are the sum over all units and its own office. */
export function sampleFigures(): (agency: string, year: SampleYear) => DataCells {
  const units = new Map(profiles.map((profile) => [profile.unit, unitYears(profile)]));
  const all = new Map<string, DataCells>();
  sampleYears.forEach((year, at) => {
    const format = formatOf(year);
    for (const { key } of sampleAgencies) {
      const summed = key === government ? [...units.values()] : [units.get(key) ?? []];
      const cells = format.cells
        .filter((cell) => !cell.isTotal)
        .map(
          (cell) =>
            [
              cell.id,
              textOf(
                format,
                cell.id,
                summed.reduce((sum, years) => sum + (years[at]?.get(cell.id) ?? 0), 0),
              ),
            ] as const,
        );
      all.set(`${key} ${year}`, Object.fromEntries(cells));
    }
  });
  return (agency, year) => {
    const cells = all.get(`${agency} ${year}`);
    if (cells === undefined) throw new Error(`no sample figures for ${agency} ${year}`);
    return cells;
  };
}
