import { perPassage, sentencesOf } from '@/lib/checks/engine/read-before';
import type { Spot } from '@/lib/checks/engine/spots';
import { paragraphAt } from '@/lib/checks/engine/spots';
import { type Sentence } from '@/lib/checks/engine/text';

/**
 * How a sentence uses a year: as the period the report covers or one end of it, within the title of a document or
 * another report, in a yearly notice, to compare, with others in a list, for what was carried over, within a date, of
 * something that is of that year (its final accounts, its assessment), or to tell what was done in it.
 */
export type Use =
  | 'period'
  | 'bound'
  | 'report'
  | 'title'
  | 'notice'
  | 'compared'
  | 'listed'
  | 'carried'
  | 'dated'
  | 'of'
  | 'told';

export interface Mention extends Spot {
  readonly year: number;
  readonly use: Use;
  readonly sentence: Pick<Sentence, 'text'>;
  /** Of the sentence, on both sides of the year. */
  readonly before: string;
  readonly after: string;
  /** The paragraph up to the year. */
  readonly lead: string;
  /** Here the report says of itself which year it is of. */
  readonly namesItself: boolean;
}

const written = /(?<![\d〔﹝\[.\-/])(20[0-4]\d)\s*年/g;

/** Inside 《》 the words belong to a title. */
function titleAround(text: string, at: number): string | null {
  const open = text.lastIndexOf('《', at);
  if (open < 0 || text.lastIndexOf('》', at) > open) return null;
  const close = text.indexOf('》', at);
  return text.slice(open + 1, close < 0 ? text.length : close);
}

/** 2023年1月1日至2023年12月31日; the second year may be left out. */
const range =
  /(?<year>20\d\d)\s*年\s*(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*日)?\s*(?:0时|起|开始)?[，,、\s]*(?:至|到|[-—–~～－]+)\s*(?:(?<lastYear>20\d\d)\s*年\s*)?(?<lastMonth>\d{1,2})\s*月(?:\s*(?<lastDay>\d{1,2})\s*日)?/;
/** The range of dates that the report says it covers, in a sentence; null where there is none. */
export function periodIn({ section, text }: Pick<Sentence, 'section' | 'text'>): RegExpExecArray | null {
  if (
    !(
      section === 'preamble'
        ? /统计|数据|期限|时限|时段|所列|报告/
        : /统计(?:期|时|数据|范围)|报告期|所列数据|报告(?:中|所)/
    ).test(text)
  )
    return null;
  return range.exec(text);
}

const yearly =
  /工作要点|年度要点|工作安排$|关于(?:切实|进一步|认真)?(?:做好|抓好|印发|开展|编制|报送|落实|推进|下达|发布)/;
const lookingBack =
  /决算|考核|评估|评议|测评|绩效|审计|统计|总结|表彰|通报|落实情况|完成情况|执行情况|[-—–~～至]\s*20\d\d/;
/** 年版, 年本, 年修订: which edition. */
const edition = /^度?\s*(?:版|本(?![年局单机区县市镇乡街报级地])|修订版?[）)》]|第[一二三四五六七八九十\d]+[次批期季])/;

const sooner =
  /(?:较|比|与|同|和|跟|及|、|或|[高低多少优大小长始]于|相较于?|超过?|从|由|自|起自|对比|对照|20\d\d\s*年?\s*[-—–~～－]+)\s*$/;
const range2 = /^度?\s*[-—–~～－至到]\s*(?:20)?\d\d\s*年|^度?\s*[、和与及或]\s*20\d\d\s*年/;
const since =
  /^度?\s*(?:全年)?的?(?:同期|同比|相比|基数|水平|以来|起(?!草)|开始|至今|及?之?前|及?以前|及往年|之?后(?!，我)|基础上)/;
const comparing = /同比|相比|环比|较|比|增[长加]|下降|减少|上升|持平|提[高升]|分别|连续|逐年|[两三]年/;
/** 2022年收到5件，2023年收到8件. */
const eachCounted = /20\d\d\s*年度?[，,]?[^，。]*\d+\s*[^\d，。\s][^。]*20\d\d\s*年度?[，,]?[^，。]*\d/;
const carrying =
  /^(?!.{0,20}上一?年度?结转)[^，；。\d]{0,24}(?:结转|转入|转来|遗留|跨年|延续|未办结|未审结|未结|此前|往年)/;
const followed =
  /^度?[^，。；我共]{0,16}(?:申请|答复|受理|收到|作出|办理)(?:(?![未没无不])[^。；]){0,30}(?:复议|诉讼|起诉|审结|判决|本年)/;

const things =
  '名单|明细|账目|收支|决算|预算|年报|年度报告|工作报告|公报|白皮书|统计|审计|绩效|考核|评估|测评|评议|评价|评比|总结|计划|要点|规划|目标|任务清单|目录|清单|民生实事|实事项目|项目库|指标|奖|先进|优秀|示范|试点|届|招生|中考|高考|学年|汛期|国考|省考|版';
/** 2022年村级财务决算: no verb of this year's work stands between. */
const ofThatYear = new RegExp(
  `^度?\\s*(?:(?!(?<!政务|信息)公开(?!工作|考核|评)|发布|举办|召开|开展|组织|收到|受理|完成|制定|制发|印发|更新|办理|办结|新增|编制|梳理|接受|通过|利用|参加|推进|加强)(?:全[国省市区县镇]|[^，。；：我本全共\\d])){0,14}?(?:${things})`,
);
const reportOfThatYear =
  /^度?(?:[^，。；、我本全共]{0,12}(?:政府信息公开|信息公开|政务公开)[^，。；]{0,4}(?:报告|年报|情况报告)|(?:公开)?(?:工作|有关)情况)/;
/** The first or last day of a year where the figures are counted. */
const endOfYear = /^\s*(?:0?1\s*月\s*0?1\s*日|12\s*月\s*31\s*日)/;
const counting = /统计|数据|期限|时限|时段|起始|起止/;
const asSeen = /^度?的?(?:总体|整体|工作|实际)?情况来?看/;
const madeThen =
  /^度?\s*(?:初|底|末|[上下]半年|[一二三四]季度|年初|年末|年底)?[^，。；新]{0,14}(?:修订|修正|印发|制定|制发|发布|公布|施行|实施|下发|出台|颁布|建成|成立|开通|上线|设立|命名|评为|获评|获得|荣获|入选|启动|签订|投入使用)(?:了|后|的(?!信息|政府信息|各类|\d)|《|“|以来|至今)/;
/** 公示2022年低保名单. */
const made = /(?:公[开示布]|发布|编制|审议|通报|披露|张贴|晒出)了?\s*$/;
const thenMade =
  /^度?[^，。；\d]{0,6}(?:修订|印发|制定|发布|公布|施行|实施|出台|建成|成立|开通|上线|设立|启用|投入使用)/;

function useOf(text: string, at: number, words: string, years: readonly number[]): Use {
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)];
  const year = Number(words.slice(0, 4));
  const title = titleAround(text, at);
  if (title !== null) {
    if (/年度报告|年报|信息公开工作报告/.test(title) && !/关于|通知|方案|办法/.test(title)) return 'report';
    return yearly.test(title) &&
      !lookingBack.test(title.slice(title.indexOf(words))) &&
      !/[（(][^）)]*$/.test(title.slice(0, title.indexOf(words)))
      ? 'notice'
      : 'title';
  }
  if (
    yearly.test(
      `${/关于[^，。]{0,12}$/.exec(before)?.[0] ?? ''}${/^度?[^，。；]{0,24}(?:通知|要点)/.exec(after)?.[0] ?? ''}`,
    ) &&
    /^度?[^，。；]{0,24}(?:通知|要点)/.test(after) &&
    !lookingBack.test(after.slice(0, 40))
  )
    return 'notice';
  if (edition.test(after) || /[（(]\s*$/.test(before) || /[“‘"]$/.test(before)) return 'title';
  if (range2.test(after)) return 'compared';
  const until = /(?:截至|截止|截止到|截至到)\s*$/.test(before);
  if (endOfYear.test(after) && counting.test(text)) return 'bound';
  if (!until && !asSeen.test(after) && (sooner.test(before) || since.test(after))) return 'compared';
  if (reportOfThatYear.test(after)) return 'report';
  if (
    ofThatYear.test(after) ||
    madeThen.test(after) ||
    made.test(before) ||
    (/于\s*$/.test(before) && thenMade.test(after))
  )
    return 'of';
  if (years.some((other) => other !== year))
    return comparing.test(text) || eachCounted.test(text) ? 'compared' : 'listed';
  if (carrying.test(after) || /(?:结转|转入|遗留|延续|上一?年度?[（(]?)\s*$/.test(before) || followed.test(after))
    return 'carried';
  if (!until && /^\s*\d{1,2}\s*月/.test(after)) return 'dated';
  if (!until && /^(?:度)?\s*(?:年)?[底末初]/.test(after)) return 'dated';
  return 'told';
}

const naming = /报告|年报|编制|公布|发布|统计|数据|期限|汇总|公开(?:工作)?(?:有关)?情况/;

function namesItself({ section, text }: Sentence, use: Use, after: string): boolean {
  if (section === 'preamble') return use === 'report' || use === 'bound' || (use === 'told' && naming.test(text));
  return (
    (use === 'told' || use === 'report') &&
    /本(?:年度)?(?:报告|年报)|现将|现(?:予|向社会|正式)?(?:公布|发布)/.test(text) &&
    /报告|年报|情况/.test(after.slice(0, 40))
  );
}

/** Every year written with 年 in a paragraph, but of title and signature, and how it is used there. */
export const yearsIn = perPassage((passage): readonly Mention[] =>
  (passage.section === 'title' || passage.section === 'signature' ? [] : sentencesOf(passage)).flatMap((sentence) => {
    const found = [...sentence.text.matchAll(written)];
    const period = periodIn(sentence);
    const inPeriod = (index: number): boolean =>
      period !== null && index >= period.index && index < period.index + period[0].length;
    const years = found
      .filter(({ index }) => titleAround(sentence.text, index) === null && !inPeriod(index))
      .map((match) => Number(match[1]));
    return found.map(({ index, 0: words, 1: digits }): Mention => {
      const at = sentence.start + index;
      const paragraph = paragraphAt(passage.text, at);
      const use = inPeriod(index) ? 'period' : useOf(sentence.text, index, words, years);
      const after = sentence.text.slice(index + words.length);
      return {
        section: passage.section,
        text: passage.text,
        at,
        length: words.length,
        year: Number(digits),
        use,
        sentence,
        before: sentence.text.slice(0, index),
        after,
        lead: paragraph.text.slice(0, at - paragraph.start),
        namesItself: namesItself(sentence, use, after),
      };
    });
  }),
);
