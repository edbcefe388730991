import { everywhere } from '@/lib/checks/engine/paragraphs';
import { perPassage, perWords } from '@/lib/checks/engine/read-before';
import { rule, type Verdict } from '@/lib/checks/engine/rule';
import { selfWords } from '@/lib/checks/rules/language/self-words';
import type { Subject } from '@/lib/checks/engine/subject';
import { normal, passageOf, where, type Passage } from '@/lib/checks/engine/text';

const source = '报告前后应一致';
const plainName = perWords((text) => text.normalize('NFKC').replace(/\([^)]*\)|[\s\p{P}\p{S}]/gu, ''));
const office = /(?<=人民政府|[省市县区旗州盟镇乡]政府)(?:办公厅|办公室|办)$/;

/** The name without the office that writes for its government: a government and its office are one issuer. */
const issuer = perWords((name) =>
  plainName(name)
    .replace(office, '')
    .replace(/(?<=[省市县区旗州盟镇乡])政府$/, '人民政府'),
);
/** The place for what governs it: 清河街道 for 清河街道办事处. */
const placeOf = (name: string): string =>
  issuer(name)
    .replace(/(?<=[市县区旗])人民政府(?=\p{Script=Han}{1,8}街道)/u, '')
    .replace(/(?<=[省市县区旗州盟镇乡]|街道)(?:人民政府|管理委员会|管委会|办事处)$/, '');

const regionEnd = /[省市县区旗州盟]$/;
/** A region can only be left out above another one: without it the bureau of a district is that of the city. */
const lowerRegion = /^\p{Script=Han}{1,6}?(?:[市县区旗镇乡]|街道)/u;

/**
 * Whether two names may be of one agency: equal, or one without the region above it (重庆市綦江区…… and 綦江区……), or
 * one with the office within it that keeps the report.
 */
export function sameAgency(a: string, b: string): boolean {
  const [short, long] = [issuer(a), issuer(b)].sort((one, other) => one.length - other.length) as [string, string];
  if (short === '' || short === long || long.endsWith(short)) return true;
  if (long.startsWith(short) && /^(?:办公室|综合科|机关|本级)$/.test(long.slice(short.length))) return true;
  for (let at = 1; at < short.length; at += 1) {
    const middle = long.slice(at, long.length - (short.length - at));
    if (
      long.startsWith(short.slice(0, at)) &&
      long.endsWith(short.slice(at)) &&
      regionEnd.test(middle) &&
      lowerRegion.test(short.slice(at))
    )
      return true;
  }
  return false;
}

export const signatureAgrees = rule('AGY-01', {
  source,
  reads: ['signature'],
  says: '标题的机关和落款的机关应一致',
  severity: 'warning',
  note: '省去上级区划、人民政府与其办公室，视为一致；只写地名的为提示',
  forEach: ({ report }) =>
    plainName(report.agency) === '' || plainName(report.signature.agency) === '' ? [] : [report.signature.agency],
  holds: (signed, { report }): Verdict => {
    const names = signed.split(/[\n、]/);
    if (names.some((one) => sameAgency(one, report.agency))) return null;
    return {
      ...(names.some((one) => sameAgency(placeOf(one), placeOf(report.agency))) && { severity: 'notice' as const }),
      title: `落款是“${signed.trim()}”`,
      detail: `标题的机关是“${report.agency}”，落款是“${signed.trim()}”`,
      cells: [],
      where: where('signature', signed, 0, signed.length),
      stated: signed.trim(),
      expected: report.agency,
      suggestion: '请统一写机关全称',
    };
  },
});

const compiled =
  /(?:由|汇总|系)\s*(?:20\d\d\s*年度?)?\s*(\p{Script=Han}{3,28}?(?:局|委员会|人民政府|办公室|街道办事处|厅|管理处|中心|管委会))\s*(?:根据|按照|依据|负责|组织)?[^。；，]{0,40}?(?:编制|编写|撰写|政府信息公开工作(?:情况|年度报告))/u;

interface Other extends Passage {
  readonly at: number;
  readonly words: string;
  readonly title: string;
}

const compiler = perPassage(({ text }) => compiled.exec(normal(text)));

/**
 * An agency that the opening says the report is of, and is not this one. A government's report may be compiled by any
 * of its departments.
 */
function compiledByAnother({ report, context }: Subject): Other[] {
  if (context.kind !== 'department') return [];
  const match = compiler(passageOf(report, 'preamble'));
  const name = match?.[1] ?? '';
  if (match === null || sameAgency(name, report.agency) || plainName(name).length < 4) return [];
  return [
    {
      section: 'preamble',
      text: report.preamble,
      at: match.index + match[0].indexOf(name),
      words: name,
      title: `开头写的是“${name}”`,
    },
  ];
}

type Place = Other | null;

export const ownName = rule<Place>('AGY-02', {
  source,
  reads: 'text',
  says: '全文应以本机关自称，不应出现别的机关的自称',
  severity: 'warning',
  note: '对本机关有几种简称，见 LNG-08',
  forEach: (subject): readonly Place[] => {
    if (plainName(subject.report.agency) === '') return [];
    const found = [...compiledByAnother(subject), ...selfWords(subject)];
    return found.length === 0 ? [null] : found;
  },
  holds: (place, { report }): Verdict => {
    if (place === null) return null;
    const { section, text, at, words, title } = place;
    return {
      title,
      detail: `${title}，本报告的机关是“${report.agency}”`,
      cells: [],
      where: where(section, text, at, words.length),
      stated: words,
      expected: report.agency,
      suggestion: '请核实是否误用了别处的文字',
    };
  },
});

const regions =
  /^(\p{Script=Han}+?(?:自治区|[省市州盟]))?(\p{Script=Han}+?[市县区旗])?(\p{Script=Han}+?(?:镇|乡|街道))?/u;
/** Names that differ by such a character are two places: 城东区 and 城西区, 第一中学 and 第二中学. */
const tellsApart = /[东西南北中上下左右内外前后新老大小高一二三四五六七八九十百]/;
/** 云泽县 is not 云泽市; 云泽币 is no place at all. */
const rank = /[省市县区旗州盟镇乡]/;
const notOwn = /(?:赴|到|与|和|同|及|、|向|学习|借鉴|联合|会同|原|由|请|报|经|往|对|给|从|自|前往|考察)$/;

/**
 * How the agency calls itself: its full name, then without the regions above it; each with the length of its place
 * name.
 */
const namesOf = perWords((agency): { name: string; place: number }[] => {
  const full = plainName(agency);
  const [, upper = '', middle = '', lower = ''] = regions.exec(full) ?? [];
  const names = [{ name: full, place: upper.length + middle.length + lower.length }];
  if (upper !== '' && middle + lower !== '')
    names.push({ name: full.slice(upper.length), place: middle.length + lower.length });
  if (lower !== '' && upper + middle !== '')
    names.push({ name: full.slice(upper.length + middle.length), place: lower.length });
  // 市自然资源和规划局 in the report of 云泽市自然资源和规划局.
  if (lower === '' && (middle || upper) !== '')
    names.push({ name: full.slice(upper.length + middle.length - 1), place: 1 });
  const own = lower !== '' ? lower : middle !== '' ? middle : upper;
  if (own.length >= 3)
    for (const behind of ['政府', '门户网站', '人民政府']) names.push({ name: own + behind, place: own.length });
  return names.filter(({ name }) => name.length >= 5);
});

interface Misspelt extends Passage {
  readonly at: number;
  readonly words: string;
  readonly name: string;
}

/** Pieces of a text that differ from a name by a single character that does not tell two agencies apart. */
function misspelt(passage: Passage, { name, place }: { name: string; place: number }): Misspelt[] {
  const text = normal(passage.text);
  const found: Misspelt[] = [];
  for (let at = 0; at + name.length <= text.length; at += 1) {
    let differs = -1;
    let count = 0;
    for (let index = 0; index < name.length && count < 2; index += 1) {
      if (text.charCodeAt(at + index) === name.charCodeAt(index)) continue;
      differs = index;
      count += 1;
    }
    if (count !== 1) continue;
    const [is, should] = [text[at + differs] ?? '', name[differs] ?? ''];
    if (
      !/\p{Script=Han}/u.test(is) ||
      tellsApart.test(is) ||
      tellsApart.test(should) ||
      (rank.test(is) && rank.test(should))
    )
      continue;
    // Two departments of one place may differ by the first characters of their names: 教育局, 体育局.
    if (differs >= place && (name.length - place < 5 || (differs < place + 2 && name.length - place < 8))) continue;
    if (differs === 0 && place === 1) continue;
    if (differs === 0 && place === 0) continue;
    const before = text.slice(Math.max(0, at - 2), at);
    if (notOwn.test(before) && !(passage.section === 'preamble' && before.endsWith('由'))) continue;
    found.push({ ...passage, at, words: text.slice(at, at + name.length), name });
  }
  return found;
}

const misspeltIn = everywhere((paragraph, { report: { agency } }): readonly Misspelt[] =>
  paragraph.section === 'signature' ? [] : namesOf(agency).flatMap((one) => misspelt(paragraph, one)),
);

/** Each misspelling once, where it first stands. */
function misspellings(subject: Subject): Misspelt[] {
  const found = new Map<string, Misspelt>();
  const taken = new Set<string>();
  for (const one of misspeltIn(subject)) {
    const { section, at, words, name } = one;
    const differing = [...words].findIndex((character, index) => character !== name[index]);
    const key = `${section} ${at + differing}`;
    const pair = `${words[differing]}${name[differing]}`;
    if (taken.has(key) || found.has(pair)) continue;
    taken.add(key);
    found.set(pair, one);
  }
  return [...found.values()];
}

export const nameSpelt = rule('AGY-03', {
  source,
  reads: 'text',
  says: '机关名称、地名前后写法应一致，不应有一字之差',
  severity: 'warning',
  forEach: (subject): readonly (ReturnType<typeof misspellings>[number] | null)[] => {
    if (plainName(subject.report.agency).length < 3) return [];
    const found = misspellings(subject);
    return found.length === 0 ? [null] : found;
  },
  holds: (place): Verdict => {
    if (place === null) return null;
    const { section, text, at, words, name } = place;
    return {
      title: `“${words}”与“${name}”差一个字`,
      detail: `写作“${words}”，标题的机关是“${name}”`,
      cells: [],
      where: where(section, text, at, words.length),
      stated: words,
      expected: name,
      suggestion: '请核对名称',
    };
  },
});

export const agencyRules = [signatureAgrees, ownName, nameSpelt];
