import { carryOut } from '@/lib/usecases/review/carry-out';
import type { Remark } from '@/lib/usecases/review/remark';
import { granted, step, type Step } from '@/lib/usecases/test/commands';
import type { Actor } from '@/lib/workflow/permissions';
import { calmProse, cellEdits, makeAgency, makeDraft, makePerson, type Agency, type Person } from './arrange';

/** The year of the reports that tests arrange. */
export const year = 2024;

export interface Office {
  readonly agency: Agency;
  readonly author: Person;
  readonly reviewer: Person;
  /** Ids of the paragraphs of the text, in order. */
  readonly lines: readonly string[];
}

/** An agency with an author, a reviewer and a draft that could be submitted, with these figures and 0 elsewhere. */
export async function makeOffice(figures: Readonly<Record<string, string>> = {}): Promise<Office> {
  const agency = await makeAgency();
  const author = await makePerson('周敏', [{ agency, role: 'author' }]);
  const reviewer = await makePerson('李建国', [{ agency, role: 'reviewer' }]);
  const prose = calmProse();
  await makeDraft(author, agency, year, [...cellEdits(year, figures), ...prose]);
  return { agency, author, reviewer, lines: prose.map(({ path }) => path) };
}

/** The same with the report handed in. */
export async function makeSubmitted(figures?: Readonly<Record<string, string>>): Promise<Office> {
  const office = await makeOffice(figures);
  await carry(office.author, office.agency, { do: 'submit' });
  return office;
}

/** The same with the report published. */
export async function makePublished(figures?: Readonly<Record<string, string>>): Promise<Office> {
  const office = await makeSubmitted(figures);
  for (const command of ['approve', 'publish'] as const) await carry(office.reviewer, office.agency, { do: command });
  return office;
}

/** Moves the report on from where it stands. */
export async function carry(who: Actor, agency: Agency, command: Step): Promise<void> {
  granted(await step(who, agency.key, year, command, new Date()));
}

/** Says something about the report. */
export async function say(who: Actor, agency: Agency, remark: Remark): Promise<void> {
  granted(await carryOut(who, agency.key, year, remark, new Date()));
}
