import { rule, type Verdict } from './rule';
import { breachAt, paragraphAt, spots, type Spot } from './spots';
import type { Subject } from './subject';
import { passages, perPassage, sentencesOf } from './text';
import { periodIn, yearsIn, type Mention, type Use } from './year-mentions';

const mentions = ({ report }: Subject): readonly Mention[] =>
  passages(report).flatMap((passage) => (passage.section === 'title' || passage.section === 'signature' ? [] : yearsIn(passage)));

const used = (...uses: readonly Use[]) => (mention: Mention): boolean => uses.includes(mention.use);

interface Period extends Spot {
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const periodsIn = perPassage((passage): readonly Period[] =>
  sentencesOf(passage).flatMap((sentence) => {
    const found = periodIn(sentence);
    return found === null ? [] : [{ ...passage, at: sentence.start + found.index, length: found[0].length, groups: found.groups ?? {} }];
  }),
);

const naming = /报告|年报|编制|公布|发布|统计|数据|期限|汇总|公开(?:工作)?(?:有关)?情况/;

/** Where the report says of itself which year it is of. */
function namesItself({ section, use, sentence, after }: Mention): boolean {
  if (section === 'preamble') return use === 'report' || (use === 'told' && naming.test(sentence.text));
  return (use === 'told' || use === 'report') && /本(?:年度)?(?:报告|年报)|现将|现(?:予|向社会|正式)?(?:公布|发布)/.test(sentence.text) && /报告|年报|情况/.test(after.slice(0, 40));
}

function titleYears({ report: { title } }: Subject): Spot[] {
  return [...title.matchAll(/20\d\d(?=\s*年)/g)].map((found) => ({ section: 'title' as const, text: title, at: found.index, length: 4 }));
}

const wholeYear = (year: number): string => `${year}年1月1日至${year}年12月31日`;

export const onePeriod = rule('YR-01', {
  source: '条例第四十九条：上一年度的年度报告',
  says: '标题、正文自称的年份和统计期限应为同一年，期限从1月1日到12月31日',
  severity: 'warning',
  reads: 'text',
  forEach: (subject): readonly (Spot | Period | Mention)[] => [
    ...titleYears(subject),
    ...passages(subject.report).flatMap(periodsIn),
    ...mentions(subject).filter(namesItself),
  ],
  holds: (place, { report: { year } }): Verdict => {
    if ('groups' in place) {
      const { year: from, lastYear: to = from, month, day = '1', lastMonth, lastDay = '31' } = place.groups;
      if (Number(from) === year && Number(to) === year && Number(month) === 1 && Number(day) === 1 && Number(lastMonth) === 12 && Number(lastDay) === 31) return null;
      return breachAt(place, {
        title: `统计期限不是${year}年1月1日至12月31日`,
        detail: `这里的期限是“${place.text.slice(place.at, place.at + place.length)}”，报告年度是${year}年`,
        expected: wholeYear(year),
        suggestion: `请改为“${wholeYear(year)}”`,
      });
    }
    const stated = Number(place.text.slice(place.at, place.at + 4));
    if (stated === year || ('year' in place && place.year === year)) return null;
    return breachAt(place, {
      title: `自称${'year' in place ? place.year : stated}年的报告，报告年度是${year}年`,
      detail: `这里写的是${'year' in place ? place.year : stated}年，报告年度是${year}年`,
      expected: `${year}年`,
      suggestion: '请核对年份',
    });
  },
});

const faults = /问题|不足|改进|整改|薄弱|短板|差距/;
const work = /共|收到|受理|未收|收取|公开|发布|办结|答复|举办|召开|组织|开展/;
/** A year that opens a sentence sets the time of all that follows. */
const opens = ({ before, after }: Mention): boolean =>
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．][^，：:]{0,16}[：:]?)?$/.test(before) && /^度?\s*(?:[，,]|[我本全共区市县镇乡局街])/.test(after) && work.test(after);

function lastYearIn(mention: Mention, year: number): 'warning' | 'notice' | null {
  const { section, use } = mention;
  if (mention.year < year - 1) return mention.year >= year - 3 && use === 'told' && section !== 'problems' && opens(mention) ? 'notice' : null;
  if (mention.year !== year - 1 || namesItself(mention)) return null;
  if (use === 'told') return section === 'problems' && faults.test(paragraphAt(mention.text, mention.at).text) ? 'notice' : 'warning';
  return use === 'dated' || use === 'listed' ? 'notice' : null;
}

export const lastYearInProse = rule('YR-02', {
  source: '校对：沿用上年文字时漏改的年份',
  says: '正文说本年度的工作，年份应为报告年度',
  severity: 'warning',
  note: '文件名、文号、版次、决算、考核、比较、结转不算；第五部分谈问题和整改、几个年份并列、写明月份的，为提示',
  reads: 'text',
  forEach: mentions,
  holds: (mention, { report: { year } }): Verdict => {
    const severity = lastYearIn(mention, year);
    if (severity === null) return null;
    return breachAt(mention, {
      title: `正文写${mention.year}年，报告年度是${year}年`,
      detail: `这里写的是${mention.year}年，报告年度是${year}年`,
      severity,
      expected: `${year}年`,
      suggestion: `请核实是否应为${year}年${/^度/.test(mention.after) ? '度' : ''}`,
    });
  },
});

const planned = /将|拟|力争|争取|继续|进一步|计划|目标|预计|规划|打算|持续|[年底末]前|结转|顺延|延期|转(?:至|到|入|下)|要(?!求|点|闻|素|件|事)|努力|深化|加大|推动|着力|不断/;
const later = /下一?步|今后|明年|新的?一年|展望|下一?年度?|改进(?:措施|方向|计划)|工作(?:打算|计划|思路)/;
const past = /已|取得|成效|成绩|收到|未收|共|完成了|有所/;

export const nextYearInProse = rule('YR-03', {
  source: '校对：年份笔误',
  says: '报告年度之后的年份，只用于落款日期、结转和下一步打算',
  severity: 'warning',
  reads: 'text',
  forEach: mentions,
  holds: (mention, { report: { year } }): Verdict => {
    const { section, use, sentence, lead, before, after } = mention;
    if (mention.year !== year + 1 || namesItself(mention)) return null;
    const month = Number(/^\s*(\d{1,2})\s*月/.exec(after)?.[1] ?? 0);
    const ahead = planned.test(sentence.text) || later.test(lead) || /(?<!截|截止)[至到]\s*$/.test(before);
    if (use === 'dated') {
      // Written in the first months of the next year, a report may name a day of them.
      if (month <= 3 || ahead) return null;
    } else if (use !== 'told' || ahead) return null;
    if (section === 'problems' && !past.test(sentence.text)) return null;
    return breachAt(mention, {
      title: `正文写${mention.year}年，报告年度是${year}年`,
      detail: `这里写的是${mention.year}年，报告年度是${year}年`,
      expected: `${year}年`,
      suggestion: `请核实是否应为${year}年`,
    });
  },
});

export const noticeOfTheYear = rule('YR-04', {
  source: '校对：沿用上年文字时漏改的年份',
  says: '引用的年度工作通知、要点，应是报告年度的',
  severity: 'warning',
  note: '年度报告编制通知在开头以外出现时为提示：上年的报告在本年发布',
  reads: 'text',
  forEach: (subject) => mentions(subject).filter(used('notice')),
  holds: (mention, { report: { year } }): Verdict => {
    const { section, sentence, lead, after } = mention;
    if (mention.year === year || mention.year > year + 1) return null;
    const ofReports = /年度报告|年报/.test(after.slice(0, 40));
    if (mention.year > year && !ofReports && (planned.test(sentence.text) || later.test(lead) || section === 'problems')) return null;
    return breachAt(mention, {
      title: `引用的是${mention.year}年的通知，报告年度是${year}年`,
      detail: `这里引用的是${mention.year}年的通知或要点，报告年度是${year}年`,
      severity: ofReports && section !== 'preamble' ? 'notice' : 'warning',
      expected: `${year}年`,
      suggestion: '请核对所引文件的年份',
    });
  },
});

const bareYear = /(?<![\d.\-〔﹝\[［(（A-Za-z号第])20[0-4]\d(?=\s*(?:度(?!电)|共(?!和国|青团|产党)|全年|我[局委办镇乡县区市街单]|累计|主动公开|收到|受理|接收|未收|没有收|办理政府信息))/g;

export const yearWithoutWord = rule('YR-05', {
  source: '校对：年份漏写“年”字',
  says: '年份后面要写“年”字',
  severity: 'notice',
  reads: 'text',
  forEach: spots(bareYear, (found, text, section) => section !== 'title' && !/[共计约达]\s*$/.test(text.slice(Math.max(0, found.index - 3), found.index))),
  holds: (spot, { report: { year } }): Verdict => {
    const words = spot.text.slice(spot.at, spot.at + spot.length);
    const stated = Number(words.normalize('NFKC'));
    if (Math.abs(stated - year) > 3) return null;
    return breachAt(spot, { title: `“${words}”后面漏了“年”字`, expected: `${words}年`, suggestion: `请改为“${words}年”` });
  },
});

const vague = /今年|去年|前年(?!度)|明年|本年(?!度|报|新[收公制]|制发|处理决定|收费|增|废止|办|结转|龄|末)/g;

const vagueIn = perPassage((passage): readonly Spot[] => {
  const spotsFound = sentencesOf(passage).flatMap((sentence) =>
    [...sentence.text.matchAll(vague)].flatMap((found) => {
      const at = sentence.start + found.index;
      const inQuotes = titleAroundWord(sentence.text, found.index);
      if (inQuotes || /20\d\d\s*年/.test(sentence.text)) return [];
      if (found[0] === '本年' && /20\d\d\s*年/.test(paragraphAt(passage.text, at).text)) return [];
      return [{ ...passage, at, length: found[0].length }];
    }),
  );
  return spotsFound.slice(0, 1);
});

function titleAroundWord(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at) || text.lastIndexOf('“', at) > text.lastIndexOf('”', at);
}

export const vagueYears = rule('YR-06', {
  source: '校对：报告在下一年阅读',
  says: '今年、去年、明年、本年，报告在下一年公布后会有歧义，应写明年份',
  severity: 'notice',
  note: '同句写明年份的不提示；每部分提示一次',
  reads: 'text',
  forEach: ({ report }) => passages(report).flatMap(vagueIn),
  holds: (spot, { report: { year } }): Verdict => {
    const words = spot.text.slice(spot.at, spot.at + spot.length);
    const meant = { 今年: year, 本年: year, 去年: year - 1, 前年: year - 2, 明年: year + 1 }[words];
    return breachAt(spot, { title: `“${words}”没有写明年份`, ...(meant !== undefined && { suggestion: `可改为“${meant}年”` }) });
  },
});

export const yearRules = [onePeriod, lastYearInProse, nextYearInProse, noticeOfTheYear, yearWithoutWord, vagueYears];
