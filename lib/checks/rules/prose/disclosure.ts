import type { CellId } from '@/lib/statute/table';
import { claimOf, contradicts, inProse, isHeld } from '@/lib/checks/prose/claims';
import { perFormat } from '@/lib/checks/engine/per-format';
import { figureName } from '@/lib/checks/engine/place';
import type { Statement } from '@/lib/checks/prose/statement';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';

type Act = 'issued' | 'repealed' | 'inForce' | 'decisions';
type Thing = 'normativeDocuments' | 'regulations' | 'licensing' | 'penalties' | 'coercion';

/** What a number of the prose counts of table two. */
interface Counted {
  readonly statement: Statement;
  readonly thing: Thing;
  readonly act: Act;
  /** The prose counts what was published, or says nothing of the act: it may count something else. */
  readonly isLoose: boolean;
}

const things: readonly (readonly [Thing, RegExp])[] = [
  ['normativeDocuments', /(?:行政)?规范性文件/],
  ['regulations', /(?:政府)?规章(?!制度)/],
  ['licensing', /行政许可/],
  ['penalties', /行政处罚/],
  ['coercion', /行政强制/],
];
/** Each thing wherever it is named, and where it opens the words after a number. */
const named = things.map(([thing, find]) => ({
  thing,
  anywhere: new RegExp(find.source, 'g'),
  follows: new RegExp(`^(?:的|了)?(?:${find.source})(?:决定|措施|案件)?(?!事项|信息|清单)`),
}));
const issuing = /制发|制定|出台|印发|颁布|新制/;
const repealing = /废止|失效/;
const standing = /现行有效|有效的?/;
const deciding = /作出|做出|办理|实施|办结|完成|处理|下达/;
const published = /公开|公示|发布|公布|录入|归集|解读|上传|推送/;
/** The number counts decisions or documents, not entries of a list, lines of a page or amounts. */
const isCount = /^(?:件|部|项|个|起|份|例|宗)$/;
const something =
  /事项|清单|目录|信息|标准|流程|系统|案卷|公示|栏|栏目|数据|公告|听证|培训|复议|诉讼|申请|备案|审查|政策|审核|评查|草案|征求/;
/** The words between the verb and what it is done to: 作出涉企行政处罚20件 counts some of them. */
const qualifier =
  /.*(?:作出|做出|办理|实施|办结|完成|下达|制发|制定|出台|印发|废止|失效|现行有效|有效)(?:了|的|共|各类|各项|各种|全部|有关|相关|\s)*/;
const ending = /^(?:的|决定|措施|案件|文件|结果|申请|书|共|合计|总计|计|总数|数量|有|为|是|达|了|：|:|\s)*$/;

function countedIn(statement: Statement): Counted[] {
  const { lead, tail, quantity, isPart, isChange, sentence, from } = statement;
  if (isPart || isChange || !isCount.test(quantity.unit) || something.test(tail)) return [];
  const own = named
    .flatMap(({ thing, anywhere }) =>
      [...lead.matchAll(anywhere)].map((match) => ({ thing, at: match.index, end: match.index + match[0].length })),
    )
    .sort((a, b) => b.end - a.end);
  const [last, other] = own;
  if (last !== undefined && other !== undefined && /(?:、|和|及|与)$/.test(lead.slice(0, last.at))) return [];
  const act = actOf(lead);
  if (last === undefined) {
    const follows = named.find((one) => one.follows.test(tail))?.thing;
    const document =
      act === 'repealed' || act === 'inForce' || issuing.test(lead)
        ? things.slice(0, 2).find(([, find]) => find.test(sentence.text.slice(0, from)))
        : undefined;
    if (follows !== undefined)
      return [{ statement, thing: follows, act: actFor(follows, lead), isLoose: !acts(follows, lead) }];
    if (
      document === undefined ||
      !/^[\s、，]*(?:其中)?(?:当年|本年|全年|已)?(?:宣布)?(?:制发|制定|出台|印发|废止|失效|现行有效|废止失效)(?:的)?(?:共|有|文件)?\s*$/.test(
        lead,
      )
    )
      return [];
    return [{ statement, thing: document[0], act, isLoose: false }];
  }
  const [before, after] = [lead.slice(0, last.at), lead.slice(last.end).replace('事项决定', '决定')];
  if (something.test(after) || /修订|修改|清理|审查|备案|评估|起草|征集|公开征求/.test(lead)) return [];
  if (!ending.test(after.replace(repealing, '').replace(standing, ''))) return [];
  const isWhole =
    last.thing === 'normativeDocuments' || (qualifier.test(before) ? before.replace(qualifier, '') === '' : true);
  return [
    { statement, thing: last.thing, act: actFor(last.thing, lead), isLoose: !isWhole || !acts(last.thing, lead) },
  ];
}

const actOf = (words: string): Act =>
  repealing.test(words) ? 'repealed' : standing.test(words) ? 'inForce' : 'issued';
const actFor = (thing: Thing, words: string): Act =>
  thing === 'normativeDocuments' || thing === 'regulations' ? actOf(words) : 'decisions';
const acts = (thing: Thing, words: string): boolean =>
  actFor(thing, words) === 'decisions'
    ? (deciding.test(words) || /决定/.test(words)) && !published.test(words)
    : repealing.test(words) || standing.test(words) || (issuing.test(words) && !published.test(words));

const counted = inProse(({ statements }, about) =>
  statements.flatMap(countedIn).filter(({ statement }) => isHeld(statement, about)),
);

/** The cells of each row by their columns. */
const rows = perFormat(
  (format) =>
    new Map(
      things.map(([thing]) => [
        thing,
        new Map(
          format.cells
            .filter(({ table, row }) => table === 'disclosure' && row.id === thing)
            .map(({ id, column }) => [column.id, id]),
        ),
      ]),
    ),
);
/** What a loose word may mean: any figure of the row. */
const rowOf = ({ thing }: Counted, { format }: Subject): readonly CellId[] => [
  ...(rows(format).get(thing)?.values() ?? []),
];

/** The form of 2019 asks for what was made, not for what is in force. */
const cellOf = ({ thing, act }: Counted, subject: Subject): CellId | null => {
  const row = rows(subject.format).get(thing);
  return row?.get(act) ?? (act === 'issued' ? row?.get('made') : undefined) ?? null;
};

export const disclosureInProse = rule('T2-04', {
  source: '正文与表二一致',
  says: '正文所写规章、行政规范性文件、行政许可、行政处罚、行政强制的件数，应为表二的数',
  severity: 'warning',
  note: '正文说的是公开、公示的件数，或没有写明作出、制发时为提示',
  forEach: (subject) =>
    counted(subject).flatMap((one) => {
      const cell = cellOf(one, subject);
      return cell === null ? [] : [{ ...one, cell }];
    }),
  holds: ({ cell, ...one }, subject): Verdict => {
    const { statement, isLoose } = one;
    const value = subject.number(cell);
    const stated = statement.quantity.value;
    if (value === null) return { why: blankCells, cells: [cell] };
    if (stated === value || (isLoose && rowOf(one, subject).some((other) => subject.number(other) === stated)))
      return null;
    const breach = contradicts(claimOf(statement), subject, { cell, name: figureName(subject.format, cell), value });
    return isLoose || published.test(statement.lead + statement.tail) ? { ...breach, severity: 'notice' } : breach;
  },
});
