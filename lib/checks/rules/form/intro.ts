import { labelWords } from '@/lib/report/label';
import { sectionIds, type SectionId } from '@/lib/statute/format';
import { perPassage } from '@/lib/checks/engine/read-before';
import { once, rule, type Verdict } from '@/lib/checks/engine/rule';
import { figuresOnly, noProse } from './sections';
import type { Subject } from '@/lib/checks/engine/subject';
import { normal, where } from '@/lib/checks/engine/text';

const numerals = '一二三四五六七八九十';
const parts = new RegExp(`([${numerals}]|\\d{1,2})\\s*(?:个|大)*\\s*(?:部分|章节|方面|章|板块)`);
const begins = /(?:包括|包含|涵盖|分为|分|由|含|有|内容为|即|如下|分别[是为]|[：:])/g;

/** The words by which an enumeration in the opening paragraph is understood to mean a section. */
const meaning: readonly (readonly [SectionId, RegExp])[] = [
  ['overview', /总体|概述|概况|基本情况/],
  ['remedies', /行政复议|行政诉讼|复议|诉讼/],
  ['problems', /问题/],
  ['applications', /申请/],
  ['disclosure', /主动公开/],
  ['other', /其他|其它/],
];

interface Named {
  readonly stated: number;
  readonly at: number;
  readonly length: number;
  /** What it names, in its order; null where it only gives the number. */
  readonly names: readonly { readonly section: SectionId | null; readonly text: string }[] | null;
}

/** 行政复议、行政诉讼 is one name, though a 、 parts it. */
function namesIn(list: string): NonNullable<Named['names']> {
  const names: { section: SectionId | null; text: string }[] = [];
  for (const piece of list
    .replace(/（[^）]*）|\([^)]*\)/g, '')
    .replace(/(^|[；;，,、\s])[一二三四五六]、/g, '$1')
    .split(/[、，,；;]|(?<=情况|事项)(?:以?及|和|与)/)) {
    const text = piece
      .replace(
        /^\s*(?:(?:以及|和|及|与)|[一二三四五六]是|[（(]?[一二三四五六1-6][）)、.．]|第[一二三四五六]部分)?\s*/,
        '',
      )
      .replace(/\s*等?(?:内容|共|共计|这)?\s*$/, '')
      .trim();
    if (text === '') continue;
    const section = meaning.find(([, words]) => words.test(text))?.[0] ?? null;
    const last = names.at(-1);
    if (last !== undefined && last.section === section && section === 'remedies')
      names[names.length - 1] = { section, text: `${last.text}、${text}` };
    else names.push({ section, text });
  }
  return names;
}

const known = (names: NonNullable<Named['names']>): number => names.filter(({ section }) => section !== null).length;

/** 报告包括总体情况、……等6个部分: how many parts the opening promises, and which it names. */
const promised = perPassage(({ text }): Named | null => {
  for (const sentence of normal(text).matchAll(/[^。\n]+/g)) {
    const [words] = sentence;
    const found = parts.exec(words);
    if (found === null || !/报告|全文|内容|共|分/.test(words)) continue;
    const digits = found[1] ?? '';
    const stated = numerals.includes(digits) ? numerals.indexOf(digits) + 1 : Number(digits);
    const before = words.slice(0, found.index);
    const behind = words
      .slice(found.index + found[0].length)
      .replace(/^[^：:，,]{0,6}?(?:[：:，,]|组成|构成|内容)+\s*(?:包括|分别[是为]|即|为)?[：:]?/, '');
    // 由某局编制，由总体情况、……组成: the word that opens the list is the one behind which most parts are named.
    const openings = [...before.matchAll(begins)].map(({ index, 0: word }) => before.slice(index + word.length));
    const lists = [...(openings.length === 0 ? [before] : openings), behind].map(namesIn);
    const names =
      lists.filter((one) => known(one) >= 3).sort((a, b) => known(b) - known(a) || a.length - b.length)[0] ?? null;
    return { stated, at: sentence.index, length: words.length, names };
  }
  return null;
});

/** The heading that a section has in the document, else in the form; without what may be said either way. */
function headingOf(section: SectionId, { context, format }: Subject): string {
  return (
    context.written?.headings.find((heading) => heading.section === section)?.text ??
    format.sections.find(({ id }) => id === section)?.title ??
    ''
  );
}

const loosely = (name: string): string =>
  labelWords(name).replace(/[和及与的]|政府信息公开|政府信息|情况|事项|工作/g, '');

export const partsNamed = rule('SEC-08', {
  source: '报告前后应一致',
  reads: ['preamble'],
  says: '开头所说的部分数应与列出的部分相符，名称应与标题一致',
  severity: 'warning',
  note: '数目相符而名称不同，或只写了数目的，为提示',
  forEach: ({ report }) => {
    const found = report.preamble === '' ? null : promised({ section: 'preamble', text: report.preamble });
    return found === null ? [] : [found];
  },
  holds: ({ stated, at, length, names }, subject): Verdict => {
    const place = { cells: [], where: where('preamble', subject.report.preamble, at, length), stated: String(stated) };
    if (names === null) {
      if (stated === sectionIds.length) return null;
      return {
        ...place,
        title: `开头说有 ${stated} 个部分`,
        detail: `开头说有 ${stated} 个部分，统一格式是 6 个部分`,
        expected: '6',
        severity: 'notice',
      };
    }
    if (names.length !== stated) {
      const missing = subject.format.sections
        .filter(({ id }) => !names.some(({ section }) => section === id))
        .map(({ title }) => `“${title}”`);
      return {
        ...place,
        title: `开头说有 ${stated} 个部分，列出了 ${names.length} 个`,
        detail: `开头说有 ${stated} 个部分，列出了 ${names.length} 个：${names.map(({ text }) => text).join('；')}${missing.length === 0 ? '' : `；没有列出${missing.join('、')}`}`,
        expected: String(names.length),
        difference: String(Math.abs(stated - names.length)),
      };
    }
    const other = names.filter(
      ({ section, text }) => section !== null && loosely(text) !== loosely(headingOf(section, subject)),
    );
    if (other.length === 0) return null;
    return {
      ...place,
      title: `开头所列“${other[0]?.text}”与标题不同`,
      detail: other
        .map(
          ({ section, text }) =>
            `开头写“${text}”，标题是“${section === null ? '' : headingOf(section, subject).trim()}”`,
        )
        .join('；'),
      severity: 'notice',
    };
  },
});

const basis = /条例|国办公开办函|年度报告格式|条\s*规定|法律|法规|通知|有关规定|相关规定|规定[和及]?要求|要求/;
const month = '(?:1|01|一)';
const period = new RegExp(
  [
    `${month}\\s*月\\s*(?:1|01|一)\\s*日[^。；\\n]{0,16}(?:12|十二)\\s*月\\s*(?:31|三十一)\\s*日`,
    '20\\d\\d[-./]0?1[-./]0?1[^。；\\n]{0,10}20\\d\\d[-./]12[-./]31',
    '(?:统计|报告|数据|起止|时间|时限|时段|周期|汇总|编制)[^。；\\n]{0,24}(?:截至|截止|至|到)[^。；\\n]{0,10}12\\s*月\\s*(?:31\\s*日|底)',
    '(?:统计|报告|数据|起止)[^。；\\n]{0,8}(?:期限|期间|时间|时段|时限|周期|范围|口径|(?<=报告)期)[^。；\\n]{0,12}(?:20\\d\\d|[〇零一二三四五六七八九]{4})\\s*年(?:度|全年)?',
  ].join('|'),
);

const opening = perPassage(({ text }): { basis: boolean; period: boolean } => {
  const bare = normal(text);
  return { basis: basis.test(bare), period: period.test(bare) };
});

/** Some reports open section one with what others put before it. */
const firstParagraphs = (text: string): string => text.split('\n').slice(0, 2).join('\n').slice(0, 600);

export const basisAndPeriod = rule('SEC-09', {
  source: '通行做法',
  reads: 'text',
  says: '报告开头应说明编制依据和数据的统计期限',
  severity: 'notice',
  forEach: once,
  holds: (_, subject): Verdict => {
    const { preamble, sections } = subject.report;
    if (figuresOnly(subject)) return { why: noProse, cells: [] };
    const told = opening({ section: 'preamble', text: preamble });
    if (told.basis && told.period) return null;
    const first = opening({ section: 'overview', text: firstParagraphs(sections.overview ?? '') });
    if (first.period && (first.basis || told.basis)) return null;
    const missing = [told.basis ? '' : '编制依据', told.period || first.period ? '' : '统计期限'].filter(
      (part) => part !== '',
    );
    return {
      title: `开头没有说明${missing.join('和')}`,
      detail: preamble.trim() === '' ? '标题之后没有说明编制依据和统计期限的一段' : `开头没有说明${missing.join('和')}`,
      cells: [],
      where: { section: 'preamble' },
    };
  },
});

export const introRules = [partsNamed, basisAndPeriod];
