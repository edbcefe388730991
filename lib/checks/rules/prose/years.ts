import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { sentencesOf } from '@/lib/checks/engine/read-before';
import type { Breach } from '@/lib/checks/engine/rule';
import { breachAt, paragraphAt, type Spot } from '@/lib/checks/engine/spots';
import type { Passage } from '@/lib/checks/engine/text';
import { periodIn, yearsIn as mentions, type Mention, type Use } from './year-mentions';

const used =
  (...uses: readonly Use[]) =>
  (mention: Mention): boolean =>
    uses.includes(mention.use);

interface Period extends Spot {
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const periodsIn = (paragraph: Passage): Period[] =>
  sentencesOf(paragraph).flatMap((sentence) => {
    const found = periodIn(sentence);
    return found === null
      ? []
      : [{ ...paragraph, at: sentence.start + found.index, length: found[0].length, groups: found.groups ?? {} }];
  });

const titleYears = ({ section, text }: Passage): Spot[] =>
  section === 'title'
    ? [...text.matchAll(/20\d\d(?=\s*年)/g)].map(({ index }) => ({ section, text, at: index, length: 4 }))
    : [];

const wholeYear = (year: number): string => `${year}年1月1日至${year}年12月31日`;

export const onePeriod = paragraphRule('YR-01', {
  source: '条例第四十九条：上一年度的年度报告',
  says: '标题、正文自称的年份和统计期限应为同一年，期限从1月1日到12月31日',
  severity: 'warning',
  forEach: (paragraph): readonly (Spot | Period | Mention)[] => [
    ...titleYears(paragraph),
    ...periodsIn(paragraph),
    ...mentions(paragraph).filter((mention) => mention.namesItself),
  ],
  holds: (place, { report: { year } }): Breach | null => {
    if ('groups' in place) {
      const { year: from, lastYear: to = from, month, day = '1', lastMonth, lastDay = '31' } = place.groups;
      if (
        Number(from) === year &&
        Number(to) === year &&
        Number(month) === 1 &&
        Number(day) === 1 &&
        Number(lastMonth) === 12 &&
        Number(lastDay) === 31
      )
        return null;
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
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．][^，：:]{0,16}[：:]?)?$/.test(before) &&
  /^度?\s*(?:[，,]|[我本全共区市县镇乡局街])/.test(after) &&
  work.test(after);

function lastYearIn(mention: Mention, year: number): 'warning' | 'notice' | null {
  const { section, use } = mention;
  if (mention.year < year - 1)
    return mention.year >= year - 3 && use === 'told' && section !== 'problems' && opens(mention) ? 'notice' : null;
  if (mention.year !== year - 1 || mention.namesItself) return null;
  if (use === 'told' || use === 'bound')
    return section === 'problems' && faults.test(paragraphAt(mention.text, mention.at).text) ? 'notice' : 'warning';
  return use === 'dated' || use === 'listed' ? 'notice' : null;
}

export const lastYearInProse = paragraphRule('YR-02', {
  source: '校对：沿用上年文字时漏改的年份',
  says: '正文说本年度的工作，年份应为报告年度',
  severity: 'warning',
  note: '文件名、文号、版次、决算、考核、比较、结转不算；第五部分谈问题和整改、几个年份并列、写明月份的，为提示',
  forEach: mentions,
  holds: (mention, { report: { year } }): Breach | null => {
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

/** 将 before a verb tells what is to come, before a noun it stands for 把. */
const planned =
  /将(?:会|要|于|以|从|在|按|对|重点|切实|不断|持续|继续|进一步|加[大强快]|着力|围绕|努力|坚持|全面|深[入化]|积极|严格|结合|认真|大力|做好|推[进动]|完善|健全|增|采取|依托|聚焦|通过|根据|针对|公布|公开(?!工作|内容|信息|事项|要求))|拟(?![稿定制公])|力争|争取|计划(?!生育)|预计|打算|规划|[年底末]前|顺延|延期|留待/;
const carriedTo = /(?:结转|转|跨|延|待)(?:至|到|入|下)?\s*$/;
/** 延长答复期限，于2024年办理. */
const leftOver = /延长|延期|剩余|其余|余下|尚未|未到期|未办结/;
const handledThen = /^度?\s*(?:继续)?(?:办理|答复|办结|审结|处理)/;
const urged =
  /继续|进一步|持续|(?<![主重必需])要(?![求点闻素件事])|努力|深化|加[大强快]|推[进动]|着力|不断|完善|健全|拟/;
const later = /下一?步|今后|明年|新的?一年|展望|(?<![转到至])下一?年度|改进(?:措施|方向|计划)|工作(?:打算|计划|思路)/;
/** Section five speaks of what was, and of what is to be done. */
const past =
  /取得|成效|成绩|收到|未收|有所|发现|情况来?看|不够|中存在|存在(?:的|一些|以下)?(?:主要)?(?:问题|不足|差距)(?:主要)?[是有：，。]/;

export const nextYearInProse = paragraphRule('YR-03', {
  source: '校对：年份笔误',
  says: '报告年度之后的年份，只用于落款日期、结转和下一步打算',
  severity: 'warning',
  forEach: mentions,
  holds: (mention, { report: { year } }): Breach | null => {
    const { section, use, sentence, lead, before, after } = mention;
    if (mention.year !== year + 1 || mention.namesItself) return null;
    const month = Number(/^\s*(\d{1,2})\s*月/.exec(after)?.[1] ?? 0);
    const ahead =
      planned.test(sentence.text) ||
      later.test(lead) ||
      carriedTo.test(before) ||
      (leftOver.test(before) && handledThen.test(after)) ||
      /(?<!截|截止)[至到]\s*$/.test(before);
    // Written in the first months of the next year, a report may name a day of them.
    if (ahead || (use === 'dated' && month <= 3) || !(use === 'told' || use === 'dated' || use === 'bound'))
      return null;
    if (section === 'problems' && !past.test(sentence.text) && (urged.test(sentence.text) || !work.test(sentence.text)))
      return null;
    return breachAt(mention, {
      title: `正文写${mention.year}年，报告年度是${year}年`,
      detail: `这里写的是${mention.year}年，报告年度是${year}年`,
      expected: `${year}年`,
      suggestion: `请核实是否应为${year}年`,
    });
  },
});

export const noticeOfTheYear = paragraphRule('YR-04', {
  source: '校对：沿用上年文字时漏改的年份',
  says: '引用的年度工作通知、要点，应是报告年度的',
  severity: 'warning',
  note: '国务院办公厅的要点不是每年都有，上年的年度报告在本年发布：引用它们的通知为提示',
  forEach: (paragraph) => mentions(paragraph).filter(used('notice')),
  holds: (mention, { report: { year } }): Breach | null => {
    const { section, sentence, lead, after } = mention;
    if (mention.year === year || mention.year > year + 1) return null;
    const ofReports = /年度报告|年报/.test(after.slice(0, 40));
    if (
      mention.year > year &&
      !ofReports &&
      (planned.test(sentence.text) || later.test(lead) || section === 'problems')
    )
      return null;
    return breachAt(mention, {
      title: `引用的是${mention.year}年的通知，报告年度是${year}年`,
      detail: `这里引用的是${mention.year}年的通知或要点，报告年度是${year}年`,
      severity: (ofReports && section !== 'preamble') || /国务院办公厅|国办/.test(sentence.text) ? 'notice' : 'warning',
      expected: `${year}年`,
      suggestion: '请核对所引文件的年份',
    });
  },
});

export const yearRules = [onePeriod, lastYearInProse, nextYearInProse, noticeOfTheYear];
