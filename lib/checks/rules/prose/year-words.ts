import { perParagraph, sentencesOf } from '@/lib/checks/engine/read-before';
import { foundInSections } from '@/lib/checks/engine/in-sections';
import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { rule, type Breach, type Verdict } from '@/lib/checks/engine/rule';
import { breachAt, inQuotes, inTitle, paragraphAt, quoteOf, spotsIn, type Spot } from '@/lib/checks/engine/spots';
import { textPlaces } from '@/lib/checks/engine/text';

const bareYear =
  /(?<![\d.\-〔﹝\[［(（A-Za-z号第])20[0-4]\d(?=\s*(?:度(?!电)|共(?!和国|青团|产党)|全年|我[局委办镇乡县区市街单]|累计|主动公开|收到|受理|接收|未|没有|办理政府信息))/g;

export const yearWithoutWord = paragraphRule('YR-05', {
  source: '校对：年份漏写“年”字',
  says: '年份后面要写“年”字',
  severity: 'notice',
  forEach: spotsIn(
    bareYear,
    (found, text, section) =>
      section !== 'title' && !/[共计约达]\s*$/.test(text.slice(Math.max(0, found.index - 3), found.index)),
  ),
  holds: (spot, { report: { year } }): Breach | null => {
    const words = quoteOf(spot);
    const stated = Number(words.normalize('NFKC'));
    if (Math.abs(stated - year) > 3) return null;
    return breachAt(spot, {
      title: `“${words}”后面漏了“年”字`,
      expected: `${words}年`,
      suggestion: `请改为“${words}年”`,
    });
  },
});

const vague = /今年|去年|前年(?!度)|明年|本年(?!度|报|新[收公制]|制发|处理决定|收费|增|废止|办|结转|龄|末)/g;

const named = /20\d\d\s*年/;

const vagueIn = perParagraph((passage): readonly Spot[] =>
  sentencesOf(passage).flatMap(({ text, start }) =>
    [...text.matchAll(vague)].flatMap(({ 0: words, index }) => {
      const at = start + index;
      if (inTitle(text, index) || inQuotes(text, index) || named.test(text)) return [];
      return words === '本年' && named.test(paragraphAt(passage.text, at).text)
        ? []
        : [{ ...passage, at, length: words.length }];
    }),
  ),
);

const firstVague = foundInSections(textPlaces, () => (passage) => vagueIn(passage).slice(0, 1));

export const vagueYears = rule('YR-06', {
  source: '校对：报告在下一年阅读',
  says: '今年、去年、明年、本年，报告在下一年公布后会有歧义，应写明年份',
  severity: 'notice',
  note: '同句写明年份的不提示；每部分提示一次',
  reads: 'text',
  forEach: ({ report }) => firstVague(report),
  holds: (spot, { report: { year } }): Verdict => {
    const words = quoteOf(spot);
    const meant = { 今年: year, 本年: year, 去年: year - 1, 前年: year - 2, 明年: year + 1 }[words];
    return breachAt(spot, {
      title: `“${words}”没有写明年份`,
      ...(meant !== undefined && { suggestion: `可改为“${meant}年”` }),
    });
  },
});

export const yearWordRules = [yearWithoutWord, vagueYears];
