import { acrossProse, assertions, claimOf, inProse, isExact, whereIs } from '@/lib/checks/prose/claims';
import type { Statement, Told } from '@/lib/checks/prose/statement';
import { matterIn, type Topic } from '@/lib/checks/prose/topic';
import { perPiece } from '@/lib/checks/engine/read-before';
import { rule, type Breach, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';

const source = '正文数字自洽';

const channels: readonly (readonly [string, RegExp])[] = [
  ['网站', /网站|门户网|网页|栏目|专栏/],
  ['微信公众号', /公众号|微信/],
  ['微博', /微博/],
  ['客户端', /客户端|APP/i],
];
/** What is counted is whatever was published, not one sort of it. */
const anything = /^(?:[^，]{0,24})(?:发布|公开|推送|更新|刊发|信息|图文|动态)?[^，]{0,8}$/;
const oneSort =
  /解读|回应|文件|公告|公示|通知|留言|回复|问答|视频|访谈|原创|转载|图解|征集|新闻|重点|预决算|政策|类|月|季度|新增|专题|每|日均|阅读|访问|浏览|粉丝|关注|个(?!栏目)|报送|投稿|采用|供稿/;
/** 55条咨询: the number counts what is named behind it. */
const counts = /^(?:的)?(?:咨询|留言|答复|回复|解读|回应|公告|公示|通知|新闻|文件|政策|意见|建议|视频|图解)/;
/** 市政府网站 and 局网站 are two sites; a site whose owner is not named may be any of them. */
const owner = /(?<owner>[省市区县州旗镇乡局委厅办])(?:人民)?(?:政府)?(?:信息公开)?(?:门户)?网(?:站|页)/;
/** What goes before the words of a count without saying what is counted: 一是网站，发布信息33条. */
const opener = /(?:^|[，；。：:])\s*(?:[一二三四五六七八九十]是)?(?<words>[^，；：:\d]{1,14})[，：:]\s*$/;
const howMany = /^(?:条|篇|则|条次)$/;

interface Published {
  readonly statement: Statement;
  /** The channel with the name in quotation marks before it, if any. */
  readonly channel: string;
  /** Whose site it is, by one character; null where that is not said. */
  readonly owner: string | null;
}

/** The words that say what was counted, with the channel that opens the clause before them. */
function wordsOf({ lead, from, sentence }: Statement): string {
  if (channels.some(([, words]) => words.test(lead))) return lead;
  return `${opener.exec(sentence.text.slice(0, from))?.groups?.words ?? ''}${lead}`;
}

const published = inProse(({ sentence, statements }, about) =>
  statements.flatMap((statement): Published[] => {
    const { quantity, from, tail, isChange, years } = statement;
    const lead = wordsOf(statement);
    if (
      isChange ||
      years.isOther ||
      !isExact(statement, about) ||
      !howMany.test(quantity.unit) ||
      !anything.test(lead) ||
      counts.test(tail)
    )
      return [];
    const own = channels.filter(([, words]) => words.test(lead));
    if (
      own.length !== 1 ||
      oneSort.test(lead.replace(/“[^”]*”/g, '').replace(/\d+个栏目|各类/, '')) ||
      /、|和|等/.test(lead.replace(/“[^”]*”/g, '').replace(/^、/, ''))
    )
      return [];
    const name = /“([^”]{1,16})”[^，“]*$/.exec(sentence.text.slice(Math.max(0, from - 2), quantity.start))?.[1] ?? '';
    return [{ statement, channel: `${own[0]?.[0] ?? ''}${name}`, owner: owner.exec(lead)?.groups?.owner ?? null }];
  }),
);

export const oneTotalAChannel = rule('PRO-11', {
  source,
  says: '同一渠道全年发布的条数，前后写的应一致',
  severity: 'notice',
  reads: 'text',
  forEach: (subject) => {
    const held = published(subject);
    return held.flatMap((one, index) => {
      const first = held
        .slice(0, index)
        .find(
          ({ channel, owner: whose }) =>
            channel === one.channel && (whose === null || one.owner === null || whose === one.owner),
        );
      return first === undefined ? [] : [{ ...one, first: first.statement }];
    });
  },
  holds: ({ statement, channel, first }): Verdict => {
    if (statement.quantity.value === first.quantity.value || statement.sentence === first.sentence) return null;
    const claim = claimOf(statement);
    return {
      title: `${channel}前面写 ${first.quantity.value}，这里写 ${statement.quantity.value}`,
      detail: `前面写“${claimOf(first).words}”，这里写“${claim.words}”`,
      cells: [],
      where: whereIs(claim),
      stated: String(statement.quantity.value),
      expected: String(first.quantity.value),
      difference: String(Math.abs(statement.quantity.value - first.quantity.value)),
      suggestion: '请核实是否同一口径',
    };
  },
});

const aboutDisclosure =
  /公开|公布|发布|公示|推送|更新|网站|公众号|微信|微博|专栏|栏目|解读|访问|信息|阅读|关注|文件|回应|政策|公报|简报/;

/** 予以公开4件 among the answers to applications is no figure on what was made public. */
const isOnRequest = (text: string, topic: Topic): boolean =>
  topic === 'application' || matterIn(text) === 'application';
const onItsOwn = /主动公开|发布|推送|网站|公众号|公示/;

/** The sentences of section one that tell how much was made public, in any unit, exactly or not. */
const countsDisclosure = inProse(
  ({ sentence, statements, topic }) =>
    statements.length > 0 &&
    aboutDisclosure.test(sentence.text) &&
    (!isOnRequest(sentence.text, topic) || onItsOwn.test(sentence.text))
      ? [sentence]
      : [],
  ['overview'],
);

export const figureOnDisclosure = rule('PRO-13', {
  source: '年度报告格式，第一部分',
  says: '第一部分写主动公开的，应有数量',
  severity: 'notice',
  reads: ['overview'],
  forEach: ({ report }) => (/主动公开/.test(report.sections.overview ?? '') ? [null] : []),
  holds: (_, subject): Breach | null =>
    countsDisclosure(subject).length > 0
      ? null
      : {
          title: '第一部分没有主动公开的数量',
          detail: '第一部分写了主动公开，没有一处写明公开了多少条、多少件',
          cells: [],
          where: { section: 'overview' },
          suggestion: '请补充本年度主动公开的条数或件数',
        },
});

/** The smaller and the greater of two counts, as authors name them. */
const pairs: readonly { readonly less: RegExp; readonly more: RegExp; readonly says: string }[] = [
  {
    less: /独立(?:用户|访客|访问|IP)|访客(?:量|数)/,
    more: /(?<!独立(?:用户)?)(?:总访问|访问总?(?:量|次数|人次)|访问次数|点击量|浏览量|总浏览)/,
    says: '独立用户多于访问总量',
  },
  {
    less: /原创/,
    more: /(?:发布|推送|公开|刊发)[^，]{0,14}(?:信息|稿件|图文|总数|文章|作品|内容|推文)|共(?:发布|推送)/,
    says: '原创多于发布总数',
  },
  {
    less: /新增(?:关注|粉丝|用户)/,
    more: /(?<!新增)(?:关注(?:人数|量|总数|数)|粉丝(?:总数|数|总量))/,
    says: '新增关注多于关注总数',
  },
];

interface Pair {
  readonly less: Statement;
  readonly more: Statement;
  readonly says: string;
}

const namesLess = new RegExp(pairs.map(({ less }) => less.source).join('|'));

/** Two counts of one sentence or of two in a row. */
const named = acrossProse(
  ({ statements }, { after }): readonly Pair[] => {
    const near = [...statements, ...(after?.statements ?? [])];
    return pairs.flatMap(({ less, more, says }): Pair[] => {
      const small = statements.find(({ lead, isChange }) => less.test(lead) && !isChange);
      const great = near.find((one) => one !== small && more.test(one.lead) && !less.test(one.lead) && !one.isChange);
      return small === undefined ||
        great === undefined ||
        (says.startsWith('原创') && small.quantity.unit !== great.quantity.unit)
        ? []
        : [{ less: small, more: great, says }];
    });
  },
  { before: () => false, after: perPiece(({ sentence }: Told) => namesLess.test(sentence.text)) },
);

/** 发布30条，其中网站31条. */
const partOfWhole = inProse(({ statements }): readonly Pair[] => {
  const parts = statements.filter(({ isPart }) => isPart);
  return statements.flatMap((one, at): Pair[] => {
    const whole = statements[at - 1];
    if (
      whole === undefined ||
      parts.length !== 1 ||
      !one.isPart ||
      whole.isPart ||
      whole.isChange ||
      one.isChange ||
      whole.quantity.unit !== one.quantity.unit
    )
      return [];
    return /其中/.test(one.sentence.text.slice(whole.quantity.end, one.quantity.start)) &&
      !/上一?年|去年|累计|以来/.test(one.lead)
      ? [{ less: one, more: whole, says: '其中的一项多于总数' }]
      : [];
  });
});

function impossible(subject: Subject): Pair[] {
  const pairsNamed = named(subject);
  return [
    ...pairsNamed,
    ...partOfWhole(subject).filter(({ less }) => !pairsNamed.some((pair) => pair.less === less)),
  ].filter(({ less, more }) => exceeds(less, more) && !less.years.isOther && !more.years.isOther);
}

/** 关注人数为-3人; no 2023-2024, no list set out by dashes. */
const negative = assertions(
  /(?:关注|粉丝|访问|浏览|点击|阅读|发布|公开)[^，；。\d]{0,10}(?:量|数|人数|总数|次数|为|是|达|：|:)\s*[-－−负]\s*(?<n>\d[\d,.]*)\s*[条人次个篇件]/g,
  () => true,
);

/** Numbers that are rounded have to lie well apart. */
const exceeds = ({ quantity: less }: Statement, { quantity: more }: Statement): boolean =>
  less.value > more.value * (less.exact && more.exact ? 1 : 1.3);

export const possibleCounts = rule('PRO-14', {
  source,
  says: '部分应不多于总数，数量不应为负',
  severity: 'notice',
  note: '独立用户与访问总量，原创与发布总数，其中的一项与总数',
  reads: 'text',
  forEach: (subject) => [...impossible(subject), ...negative(subject)],
  holds: (place): Breach => {
    if ('groups' in place) {
      return {
        title: '数量为负',
        detail: `正文写“${place.words}”`,
        cells: [],
        where: whereIs(place),
        stated: `-${place.groups.n ?? ''}`,
        suggestion: '请核对这个数',
      };
    }
    const { less, more, says } = place;
    const claim = claimOf(less);
    return {
      title: `${says}：${less.quantity.value} 与 ${more.quantity.value}`,
      detail: `正文写“${claim.words}”，“${claimOf(more).words}”，多 ${less.quantity.value - more.quantity.value}`,
      cells: [],
      where: whereIs(claim),
      stated: String(less.quantity.value),
      expected: `不多于 ${more.quantity.value}`,
      difference: String(less.quantity.value - more.quantity.value),
      suggestion: '请核对这个数',
    };
  },
});

export const platformProseRules = [oneTotalAChannel, figureOnDisclosure, possibleCounts];
