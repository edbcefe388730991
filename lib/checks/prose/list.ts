import { perPiece } from '@/lib/checks/engine/read-before';
import { joined } from './joined';
import { roleOf, type Role } from './role';
import type { Statement, Told } from './statement';

/** 共 N 条，其中 a 条、b 条: a number that its sentence takes apart, or that adds up what stands before it. */
export interface List {
  readonly told: Told;
  readonly whole: Statement;
  /** The numbers of the same unit that should add up to the whole. */
  readonly items: readonly Statement[];
  /** Shorter and longer readings of the list; where one of them fits, all is well. */
  readonly readings: readonly (readonly Statement[])[];
  /** Numbers of other units within the list. */
  readonly unlike: readonly Statement[];
  /** 主要, 等, or parts of which nothing says that they are all there are. */
  readonly isOpen: boolean;
}

const marker =
  /其中(?:[，,：:]|有)?|包括[：:]?|包含[：:]?|分别[为是有]?[：:]?|[（(]|[：:]|涉及[：:]?|(?:按|从)[^，；。\d]{1,12}(?:分|划分|统计|看)/g;
const marked = new RegExp(marker.source);
/** Takes apart the whole once more, from another side. */
const side = /(?:按|从)[^，；。\d]{1,12}(?:分|划分|统计|看)$/;
const money = /元|%|％|百分点/;
/** Words of parts that together make the whole: by channel, place, sort or season. */
const partition =
  /网站|网页|公众号|微信|微博|客户端|公报|栏|平台|抖音|头条|媒体|渠道|网[上络]|信函|当面|邮|传真|窗口|线[上下]|级|[市县区镇乡](?:$|[^，]{0,8}$)|办事处|街道|园区|新区|类|自然人|法人|企业|公开|提供|处理|季度|其[他余它]|另外|余下|剩余|书面|口头|维持|纠正|采纳|复议|诉讼|人大|政协|建议|提案/;
const main = new Set<Role['is']>(['received', 'newlyReceived', 'handled', 'carriedOut', 'carriedIn']);

const ofLastYear = /上一?年|去年|同期|20\d\d年/;

const isCounted = ({ isChange, quantity }: Statement): boolean => !isChange && !money.test(quantity.unit);
const isLike = (a: string, b: string): boolean =>
  a === b || [/^[件宗]$/, /^[人名]$/].some((like) => like.test(a) && like.test(b));
const sameUnit = (a: Statement, b: Statement): boolean => isLike(a.quantity.unit, b.quantity.unit);
const sum = (items: readonly Statement[]): number => items.reduce((all, { quantity }) => all + quantity.value, 0);

/** The list that a mark opens: what it takes apart is the number right before it. */
function listAt(told: Told, at: number, mark: string, after: number): List[] {
  const { text } = told.sentence;
  const inBracket = /[（(]/.test(mark);
  const close = inBracket ? closing(text, after) : text.length;
  const earlier = told.statements.filter(({ quantity }) => quantity.end <= at && !isInside(text, quantity.start, at));
  const listed = told.statements.filter(
    ({ quantity }) => quantity.start >= after && quantity.end <= close && !isInside(text, quantity.start, after),
  );
  const units = new Set(listed.filter(isCounted).map(({ quantity }) => quantity.unit));
  return [...units].flatMap((unit): List[] => {
    const candidates = earlier.filter((one) => isLike(one.quantity.unit, unit) && isCounted(one));
    const whole = side.test(mark)
      ? candidates.find(({ years, lead }) => !years.isOther && !/[比较]/.test(lead))
      : candidates.at(-1);
    if (
      whole === undefined ||
      (inBracket && /[，；、]/.test(text.slice(whole.quantity.end, at))) ||
      (/^[：:]$/.test(mark) && /[；，]/.test(text.slice(whole.quantity.end, at)) && !/共|总|累计/.test(whole.lead))
    )
      return [];
    const all = listed.filter(
      (one) =>
        isCounted(one) && sameUnit(one, whole) && !/^\s*(?:另|此外|同时)/.test(one.lead) && !ofLastYear.test(one.lead),
    );
    const first = stretch(text, all, after);
    if (first.length < 2 || first.some(({ quantity }) => !quantity.exact)) return [];
    const last = earlier.filter((one) => one.quantity.unit === unit).at(-1);
    // 较上年减少58个，其中关停41个、注销17个: the change is what is taken apart.
    if (last?.isChange === true && sum(first) === last.quantity.value) return [];
    const unlike = listed.filter(
      (one) =>
        isCounted(one) &&
        one.quantity.unit !== unit &&
        one.quantity.end <= (first.at(-1)?.quantity.end ?? 0) + 24 &&
        one.quantity.end <= stop(text, after),
    );
    const isOpen =
      /^涉及/.test(mark) ||
      /主要|等(?!级|[^，；]{0,4}(?:渠道|平台|方式|途径|媒体))/.test(
        text.slice(at, first.at(-1)?.quantity.end) + (first.at(-1)?.tail ?? ''),
      );
    return [
      {
        told,
        whole,
        items: mainPart(first),
        readings: readingsOf(text, all, first, /其中|包括/.test(text.slice(0, whole.quantity.start))),
        unlike,
        isOpen: isOpen || !isPartition(first, whole),
      },
    ];
  });
}

const closing = (text: string, from: number): number => {
  const end = text.slice(from).search(/[）)]/);
  return end < 0 ? text.length : from + end;
};
/** Within a bracket that opened after `from`: explains the item before it. */
const isInside = (text: string, at: number, from: number): boolean => {
  const words = text.slice(from > at ? 0 : from, at);
  return (
    Math.max(words.lastIndexOf('（'), words.lastIndexOf('(')) >
    Math.max(words.lastIndexOf('）'), words.lastIndexOf(')'))
  );
};
const stop = (text: string, from: number): number => {
  const end = text.slice(from).search(/[；;]/);
  return end < 0 ? text.length : from + end;
};

/** The items up to the semicolon, or all where each stands between semicolons; a second 其中 takes apart an item. */
function stretch(text: string, all: readonly Statement[], after: number): readonly Statement[] {
  const within = all.filter(({ quantity }) => quantity.end <= stop(text, after));
  const nested = /其中|包括/.exec(text.slice(after, stop(text, after)));
  const cut = nested === null ? within : within.filter(({ quantity }) => quantity.end <= after + nested.index);
  if (within.length >= 2) return cut.length < 2 ? within : cut;
  return all.every(
    (one, index) => index === 0 || /[；;]/.test(text.slice(all[index - 1]?.quantity.end, one.quantity.start)),
  )
    ? all
    : within;
}

/** A list of parts ends where the sentence goes on to tell of another whole: ……，办结8件. */
function mainPart(items: readonly Statement[]): readonly Statement[] {
  const roles = items.map(roleOf);
  const [first] = roles;
  if (first !== undefined && first !== null && (main.has(first.is) || first.is === 'outcome')) return items;
  const end = roles.findIndex((role, index) => index >= 2 && role !== null && main.has(role.is));
  return end < 0 ? items : items.slice(0, end);
}

const another = /结转|顺延|发布|收到|受理|办[理结]|举[办行]|召开|答复|另|回复|同时|还|开展|制作|新增|公示|解读/;

/** What was done with some of them is no part beside others. */
const action = /通知|告知|采纳|整改|补正|征求|延期|协调|约谈|撤回|不明确/;

/** A list may end before a semicolon, before what tells of something else, or where a second 其中 confuses it. */
function mayEnd(text: string, some: readonly Statement[], all: readonly Statement[]): boolean {
  const [last, next] = [some.at(-1), all[some.length]];
  if (last === undefined || next === undefined) return true;
  const between = text.slice(last.quantity.end, next.quantity.start);
  return (
    /[；;]|其中|包括/.test(between) ||
    main.has(roleOf(next)?.is ?? 'channel') ||
    (another.test(next.lead) && !another.test(some[0]?.lead ?? ''))
  );
}

function readingsOf(
  text: string,
  all: readonly Statement[],
  first: readonly Statement[],
  isNested: boolean,
): (readonly Statement[])[] {
  const prefixes = all
    .map((_, index) => all.slice(0, index + 1))
    .filter((some) => some.length >= 2 && (isNested || mayEnd(text, some, all)));
  const withoutNested = all.filter((one, index) => {
    const before = all[index - 1];
    return before === undefined || !/其中|包括/.test(text.slice(before.quantity.end, one.quantity.start));
  });
  const withoutMain = first.filter((one) => !main.has(roleOf(one)?.is ?? 'channel'));
  return [...prefixes, withoutNested, withoutMain, ...skipping(all)];
}

/** Some item may itself be taken apart by those after it: 网站254条，其中文件54条、动态200条，公众号143条. */
function skipping(all: readonly Statement[]): (readonly Statement[])[] {
  return all.flatMap((item, index) =>
    all.slice(index + 2).flatMap((_, more) => {
      const parts = all.slice(index + 1, index + 3 + more);
      return sum(parts) === item.quantity.value ? [[...all.slice(0, index + 1), ...all.slice(index + 3 + more)]] : [];
    }),
  );
}

/** Whether the items claim to be all: they are named by what makes a whole, or nearly add up to it. */
function isPartition(items: readonly Statement[], whole: Statement): boolean {
  const total = sum(items);
  const isNamed = items.every(({ lead }) => !another.test(lead) && !action.test(lead));
  if (total > whole.quantity.value || (isNamed && total * 3 >= whole.quantity.value * 2)) return true;
  return items.every(
    ({ lead, tail, from, sentence }) =>
      partition.test(lead + tail) || /其[余他]/.test(sentence.text.slice(from - 4, from)),
  );
}

const totals =
  /(?:^|[，：；\s])(?:(?:以上)?(?:合计|共计|总计|累计共?|合共|总共|一共)[^，；\d]{0,16}|(?:以上|[两二三四五六]|\d)(?:项|者|个(?:平台|渠道|账号|网站)|类|部分)(?:合计|共计|总计|共|合共)[^，；\d]{0,8}|共)$/;

/** 网站5条、公众号3条，合计8条. */
function totalAfter(told: Told): List[] {
  const { text } = told.sentence;
  return told.statements.flatMap((whole): List[] => {
    const clause = /[^，：；]*$/.exec(text.slice(0, whole.quantity.start))?.[0] ?? '';
    // 两项合计8条 counts the items.
    const before = told.statements.filter(({ quantity }) => quantity.end <= whole.quantity.start - clause.length);
    if (before.length < 2 || !totals.test(clause) || whole.isPart || !isCounted(whole)) return [];
    const all = before.filter(
      (one) =>
        isCounted(one) && one.quantity.unit === whole.quantity.unit && one.quantity.exact && !ofLastYear.test(one.lead),
    );
    const listed = all.filter(({ lead }) => !totals.test(lead));
    if (listed.length < 2 || listed.length < before.length || /其中|包括/.test(text.slice(0, whole.from))) return [];
    const suffixes = listed.map((_, at) => listed.slice(at)).filter(({ length }) => length >= 2);
    return [{ told, whole, items: listed, readings: suffixes, unlike: [], isOpen: !isPartition(listed, whole) }];
  });
}

/** 累计发布信息总数304条，概况类193条，动态类78条，目录类33条: a list without a word that opens it. */
function unmarked(told: Told): List[] {
  const { text } = told.sentence;
  const [whole, ...rest] = told.statements;
  if (
    whole === undefined ||
    !/总数|总量|共|累计|合计/.test(whole.lead) ||
    !isCounted(whole) ||
    marked.test(text.slice(whole.quantity.end, stop(text, whole.quantity.end)))
  )
    return [];
  const items = rest.filter(
    (one) => one.quantity.end <= stop(text, whole.quantity.end) && one.quantity.unit === whole.quantity.unit,
  );
  if (
    items.length < 2 ||
    items.length !== rest.filter((one) => one.quantity.end <= stop(text, whole.quantity.end)).length ||
    items.some(({ quantity, isChange }) => !quantity.exact || isChange)
  )
    return [];
  if (
    !items.every(
      ({ lead }) =>
        /类|网站|公众号|微信|微博|公报|客户端|级/.test(lead) && !/回复|答复|办理|收到|受理|举办|召开/.test(lead),
    )
  )
    return [];
  return [{ told, whole, items, readings: [items], unlike: [], isOpen: false }];
}

/** 按渠道分，……；按单位分，…… of a sentence that takes up the one before: told by `listsAcross`. */
export const isSideOf = ({ told, items: [first] }: List, before: Told | undefined): boolean =>
  first !== undefined &&
  before !== undefined &&
  joined(before, told) !== null &&
  side.test(told.sentence.text.slice(0, first.from).replace(/[，：:]$/, ''));

/** Lists of a sentence that take apart a number of the sentence before it. */
export function listsAcross(first: Told, second: Told | undefined): readonly List[] {
  const both = joined(first, second);
  if (both === null) return [];
  const { told, opens } = both;
  const wholes = new Set(
    told.statements.filter(({ quantity, isPart }) => quantity.end <= opens && !isPart).map(({ quantity }) => quantity),
  );
  return [...told.sentence.text.matchAll(marker)]
    .filter(
      ({ index, 0: mark }) =>
        index >= opens && (side.test(mark) || /^\s*$/.test(told.sentence.text.slice(opens, index))),
    )
    .flatMap((match) => listAt(told, match.index, match[0], match.index + match[0].length))
    .filter(
      ({ whole, items }) =>
        wholes.has(whole.quantity) &&
        !told.statements.some(
          ({ quantity }) =>
            quantity.end <= opens && quantity.unit === whole.quantity.unit && quantity.value === sum(items),
        ),
    )
    .map((list) => ({
      ...list,
      isOpen:
        list.isOpen ||
        told.statements.filter(
          (one) =>
            one.quantity.end <= opens && isCounted(one) && sameUnit(one, list.whole) && !ofLastYear.test(one.lead),
        ).length > 1,
    }));
}

/** Every list of a sentence that says how many there are in all. */
export const listsIn = perPiece(findLists);

function findLists(told: Told): readonly List[] {
  if (told.statements.length < 3) return [];
  const opened = [...told.sentence.text.matchAll(marker)].flatMap((match) =>
    listAt(told, match.index, match[0], match.index + match[0].length),
  );
  const known = new Set<Statement>();
  return [...opened, ...totalAfter(told), ...unmarked(told)].filter(({ items: [first] }) => {
    if (first === undefined || known.has(first)) return false;
    known.add(first);
    return true;
  });
}

export const sumOf = sum;
