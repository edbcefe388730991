import type { SectionId } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { whileAbout, type About } from '@/lib/checks/engine/about';
import type { Severity } from '@/lib/checks/finding';
import { foundInSections, rowOfSection } from '@/lib/checks/engine/in-sections';
import { takesUpBefore } from './joined';
import { tell, type Statement, type Told } from './statement';
import { isOfYear, yearsBefore, type Years } from './years';
import { perPieceAround, perPieceWith, perWords, type Around } from '@/lib/checks/engine/read-before';
import { perRow, type Row, type Search } from '@/lib/checks/engine/rows';
import type { Breach } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { where, type Sentence } from '@/lib/checks/engine/text';

/** A statement of the prose that can be held against the tables. */
export interface Claim {
  readonly sentence: Sentence;
  /** Offset within the sentence. */
  readonly at: number;
  readonly words: string;
  /** The number it states; null where it states none. */
  readonly number: number | null;
}

/** What a sentence asserts without a number: 未收到申请, 均已办结. */
export interface Assertion extends Claim {
  readonly number: null;
  readonly told: Told;
  /** The years that the words up to its end speak of. */
  readonly years: Years;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Where an author tells of the year's work. Section five may speak of other years. */
const proseOfTheYear: readonly SectionId[] = ['overview', 'disclosure', 'applications', 'remedies'];

const sentencesIn = rowOfSection((passage) => ({ pieces: tell(passage) }));

/** Looks at the sentences of these sections, each of which is searched once. */
function inSentences<T>(
  searchFor: (about: About) => Search<Row<Told>, T>,
  sections: readonly SectionId[],
): (subject: Subject) => readonly T[] {
  return whileAbout((about) =>
    foundInSections(sections, () => {
      const inRow = perRow(searchFor(about));
      return (passage) => inRow(sentencesIn(passage));
    }),
  );
}

/** Something found in the sentences of the year's work. */
export function inProse<T>(
  find: (told: Told, about: About) => readonly T[],
  sections = proseOfTheYear,
): (subject: Subject) => readonly T[] {
  const search = perPieceWith(find);
  return inSentences((about) => ({ find: ({ pieces }, at) => search(pieces[at] as Told, about) }), sections);
}

/** Whether a sentence is read with the one before it, and with the one after it. */
interface Heeds {
  readonly before: (told: Told) => boolean;
  readonly after: (told: Told, next: Told) => boolean;
}

const whereTakenUp: Heeds = { before: takesUpBefore, after: (_, next) => takesUpBefore(next) };

/** The same where the sentences next to one in its section tell as well; also across paragraphs. */
export function acrossProse<T>(
  find: (told: Told, around: Around<Told>) => readonly T[],
  heeds = whereTakenUp,
  sections = proseOfTheYear,
): (subject: Subject) => readonly T[] {
  const search = perPieceAround(find);
  const look = ({ pieces }: Row<Told>, at: number): readonly T[] => {
    const [told, next] = [pieces[at] as Told, pieces[at + 1]];
    return search(
      told,
      heeds.before(told) ? pieces[at - 1] : undefined,
      next !== undefined && heeds.after(told, next) ? next : undefined,
    );
  };
  return inSentences(() => ({ find: look, reach: 1 }), sections);
}

/** The places where a global pattern is found, if they speak of the report's year. */
export function assertions(
  find: RegExp,
  accept: (assertion: Assertion, about: About) => boolean,
): (subject: Subject) => readonly Assertion[] {
  return inProse((told, about) =>
    assertionsIn(told, find).filter((one) => isOfYear(one.years, about.report.year) && accept(one, about)),
  );
}

/** The places of a sentence where a global pattern is found. */
export function assertionsIn(told: Told, find: RegExp): Assertion[] {
  const { sentence } = told;
  return [...sentence.text.matchAll(find)].map(({ 0: words, index, groups = {} }) => ({
    sentence,
    at: index,
    words,
    number: null,
    told,
    years: yearsBefore(sentence.text.slice(0, index + words.length)),
    groups,
  }));
}

const claims = new WeakMap<Statement, Claim>();

/** The words of a number as a finding quotes them: 共收到政府信息公开申请9件. */
export function claimOf(statement: Statement): Claim {
  const claim = claims.get(statement) ?? readClaim(statement);
  claims.set(statement, claim);
  return claim;
}

function readClaim({ sentence, lead, from, quantity, tail }: Statement): Claim {
  const opening = /^[\s、，；：（）(),;:和及与]*/.exec(lead)?.[0].length ?? 0;
  const at = Math.min(from + opening, quantity.start);
  const end = opening === lead.length ? quantity.end + tail.length : quantity.end;
  return { sentence, at, words: sentence.text.slice(at, end), number: quantity.value };
}

/** An exact number of the report's year. */
export const isExact = ({ quantity, years }: Statement, { report }: About): boolean =>
  quantity.exact && isOfYear(years, report.year);

/** One that counts for the agency as a whole, and so can be held against its tables. */
export const isHeld = (statement: Statement, about: About): boolean =>
  isExact(statement, about) && !isOfUnit(statement.lead, about);

/** What stands before the claim in its sentence. */
export const before = ({ sentence, at }: Claim): string => sentence.text.slice(0, at);

/** What stands after the claim, up to the next comma. */
export const tail = ({ sentence, at, words }: Claim): string =>
  /^[^，,；]*/.exec(sentence.text.slice(at + words.length))?.[0] ?? '';

const whole = /全[省市区县州旗域镇乡]|各级|我[省市区县州旗]/;
const office = /办公室|政府办|本级|办公厅/;

/**
 * A government's tables count the whole region, its prose often its office alone; such a difference is worth a look,
 * not a reason (checks.md, false positives).
 */
export function weigh({ sentence, at, words }: Claim, subject: Subject): Severity {
  if (subject.context.kind !== 'government') return 'warning';
  const clause =
    sentence.text
      .slice(0, at + words.length)
      .split(/[；;]/)
      .at(-1) ?? '';
  return whole.test(sentence.text) && !office.test(clause) ? 'warning' : 'notice';
}

const below =
  /局机关|机关本级|本级机关|所属|下属|[局委办]属|直属|二级(?:单位|机构)|各(?:科|处|股|街|乡|镇|县|区|部门|单位|分局|支队|大队)|分局|[^\s，]{2,6}(?:科|股|处|所|站|大队|支队)(?:共|分别)?(?:收|受|办|答)/;

const named =
  /(?:^|[，、；：（\s])(?<name>[^，、；：（\s\d]{1,10}?(?:局|委|办|镇|乡|街道|中心|院|公司|学校))(?:共|分别|全年|年内)?(?:收到|受理|接到|收办|办结|答复|办理|回复)/;

/** 区应急局 is 澄湖区应急管理局: the characters of the short name stand in the full one, in their order. */
function isOwn(name: string, { agency }: About['report']): boolean {
  if (/[我本全]|政府办|政务公开办|公开办/.test(name)) return true;
  let at = -1;
  return [...name.replace(/^.*(?:年度?|全年|底)/, '')].every((char) => {
    at = agency.indexOf(char, at + 1);
    return at >= 0;
  });
}

/** The part of the agency and the other agency that words name. */
const unitsIn = perWords((words): { readonly part?: string; readonly other?: string } =>
  /以及|及其|连同|全[市区县]/.test(words)
    ? {}
    : { part: below.exec(words)?.[0], other: named.exec(words)?.groups?.name },
);

/** Counts one part of the agency, or another: 下属单位收到3件, 市公安局办结2件. */
export function isOfUnit(words: string, { report }: About): boolean {
  const { part, other } = unitsIn(words);
  return (
    (part !== undefined && !report.agency.includes(part.slice(0, 2))) || (other !== undefined && !isOwn(other, report))
  );
}

export const whereIs = ({ sentence: { section, passage, start }, at, words }: Claim): Breach['where'] =>
  where(section, passage, start + at, words.length);

/** A claim that does not fit a figure of the tables. */
export function contradicts(
  claim: Claim,
  subject: Subject,
  against: { cell: CellId; cells?: readonly CellId[]; name: string; value: number },
): Breach {
  const { cell, cells, name, value } = against;
  const difference = claim.number === null ? null : Math.abs(claim.number - value);
  return {
    title:
      claim.number === null
        ? `正文写“${claim.words}”，${name}是 ${value}`
        : `正文写 ${claim.number}，${name}是 ${value}`,
    detail: `正文写“${claim.words}”，${name}是 ${value}${difference === null ? '' : `，相差 ${difference}`}`,
    cells: cells ?? [cell],
    where: whereIs(claim),
    stated: claim.number === null ? claim.words : String(claim.number),
    expected: String(value),
    ...(difference !== null && { difference: String(difference) }),
    severity: weigh(claim, subject),
    suggestion: '请核对正文与表格，或在正文引用表中的数字',
  };
}
