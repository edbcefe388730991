import type { CellId } from '@/lib/statute/table';
import { assertions, before, claimOf, contradicts, inProse, isHeld, tail, type Claim } from '@/lib/checks/prose/claims';
import type { Statement } from '@/lib/checks/prose/statement';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { unreadable } from '@/lib/checks/engine/sums';
import { isLitigation, proceedingsOf } from '@/lib/checks/rules/tables/table-four';

const source = '正文与表四一致';
type Kind = '复议' | '诉讼';
const bothKinds: readonly Kind[] = ['复议', '诉讼'];

/** The cells of a kind of proceeding at the end of their column ids. */
function cellsOf(kinds: readonly Kind[], end: string, subject: Subject): CellId[] {
  return proceedingsOf(subject)
    .filter((proceeding) => kinds.includes(isLitigation(proceeding) ? '诉讼' : '复议'))
    .map(({ id }) => `remedies.${id}.${end}`);
}

const sum = (cells: readonly CellId[], subject: Subject): number =>
  cells.reduce((all, cell) => all + (subject.number(cell) ?? Number.NaN), 0);
const nameOf = (kinds: readonly Kind[]): string => kinds.map((kind) => `行政${kind}`).join('、');

/** A number of cases, and which. */
interface Cases {
  readonly statement: Statement;
  readonly kinds: readonly Kind[];
  /** Which of the two litigations, where it is said. */
  readonly only: 'litigationDirect' | 'litigationAfterReconsideration' | null;
}

const filling =
  '(?:的|案件|案|申请|事项|情况|数量|总数|总量|件数|量|一审|提起|发生|引发|产生|受理|共|总|合计|总计|计|有|为|是|达|各|新收|收到|分别|：|:|\\s)*$';
const endsIn = new RegExp(`(?:复议|诉讼|应诉|起诉|行政官司)${filling}`);
const opens = /^(?:的)?(?:涉及|有关|关于)?(?:政府)?(?:信息公开|依申请公开)?(?:类|领域|方面)?(?:的)?行政?(?:复议|诉讼)/;
const ofResult =
  /维持|纠正|败诉|胜诉|撤销|驳回|撤回|审结|未结|调解|终止|和解|责令|确认违法|其[他它]结果|听证|培训|答辩|应诉率|出庭|上诉|二审|再审/;
const asAuthority = /复议机关|审理|办理[^，]{0,6}行政复议(?!申请)/;
const both =
  /复议[^，；]{0,10}(?:、|和|与|及|或|以及|，)[^，；]{0,10}(?:诉讼|应诉|起诉)|诉讼[^，；]{0,8}(?:、|和|与|及)[^，；]{0,8}复议/;

function casesIn(statement: Statement): Cases[] {
  const { quantity, lead, tail: rest, isPart, isChange, sentence, from, topic, index } = statement;
  if (isChange || !/^[件起宗例]$/.test(quantity.unit) || ofResult.test(lead)) return [];
  const [own, after] = [endsIn.test(lead), opens.test(rest)];
  if (!own && !after) return [];
  const near = own ? lead : rest;
  const isJoint = both.test(near) && !/未经复议|经复议|复议后/.test(near);
  // Parts are counted where the whole was both kinds together: 复议诉讼共5件，其中复议3件.
  if (
    isPart &&
    !(
      both.test(sentence.text.slice(0, from)) &&
      new RegExp(`^[\\s、，]*(?:其中)?[，：:]?(?:行政)?(?:复议|诉讼)${filling}`).test(lead)
    )
  )
    return [];
  const about = /公开/.test(sentence.text) || topic !== null || sentence.section === 'remedies';
  if (
    !about ||
    (asAuthority.test(near) && !/公开/.test(sentence.text.slice(Math.max(0, from - 12), quantity.end + rest.length)))
  )
    return [];
  if (index > 0 && /^[、和及与]?(?:行政)?(?:复议|诉讼)(?:、|和|及)(?:行政)?(?:复议|诉讼)各/.test(lead)) return [];
  const kinds: Kind[] = isJoint
    ? ['复议', '诉讼']
    : /诉讼|应诉|起诉/.test(near.replace(/行政复议(?:和|及|、)?(?=诉讼)/, ''))
      ? ['诉讼']
      : ['复议'];
  const only = /未经复议|直接(?:起诉|提起|诉讼)/.test(near)
    ? 'litigationDirect'
    : /复议后|经(?:行政)?复议(?:后)?(?:再)?(?:提起|起诉)/.test(near)
      ? 'litigationAfterReconsideration'
      : null;
  return [{ statement, kinds: only === null ? kinds : ['诉讼'], only }];
}

const cases = inProse(({ statements }, about) =>
  statements.flatMap(casesIn).filter(({ statement }) => isHeld(statement, about)),
);

export const remediesInProse = rule('T4-02', {
  source,
  says: '正文所写行政复议、行政诉讼的件数，应为表四的总计',
  severity: 'warning',
  note: '写明未经复议或复议后起诉的，可为其中一项总计；政府报告只写本级时为提示',
  forEach: cases,
  holds: ({ statement, kinds, only }, subject): Verdict => {
    const claim = claimOf(statement);
    const all = cellsOf(kinds, 'total', subject);
    const cells = only === null ? all : all.filter((cell) => cell === `remedies.${only}.total`);
    const value = sum(cells, subject);
    const [first] = cells;
    if (first === undefined || Number.isNaN(value)) return { why: blankCells, cells: unreadable(subject, cells) };
    const joint =
      /复议、?诉讼|复议和诉讼/.test(claim.words) && claim.number === sum(cellsOf(bothKinds, 'total', subject), subject);
    const single =
      /直接|未经复议|复议后/.test(claim.sentence.text) && cells.some((cell) => subject.number(cell) === claim.number);
    return claim.number === value || joint || single
      ? null
      : contradicts(claim, subject, { cell: first, cells, name: `表四 · ${nameOf(kinds)} · 总计`, value });
  },
});

const filler =
  '发生|出现|产生|收到|引发|引起|涉及|存在|被|申请|提起|提出|因|有|关于|任何|一起|一件|与|对|政府|信息|政务|依|公开|工作|而|的|、|和|或者?|及|以及|类|领域|方面|问题|导致|造成|相关|案件|事件|我[局镇区市县委办]|本机关|本单位|行政复议|行政|就|针对|本部门|事务|工作|有关|群众|企业|公民|人|向|上级|过|到|针对|不服|答复|行为|其';
const denied = new RegExp(
  [
    `(?:未|没有|暂无|尚无|(?<!有)无(?!法|效|理)|不存在|从未)(?:${filler}){0,18}(?:行政)?(?:复议|诉讼|应诉)`,
    `(?:行政)?(?:复议|诉讼|应诉)(?:案件|申请|数量|总数|案|件数|情况|、|和|及|与|行政诉讼|行政复议|诉讼|复议)*(?:数量?)?(?:均)?(?:[为是](?:零|0(?!\\d)|无)|未发生|没有发生|未出现|无)`,
    `零(?:行政)?(?:复议|诉讼|应诉)`,
  ].join('|'),
  'g',
);
const ofOutcome =
  /纠正|败诉|撤销|违法|超期|责令|改判|变更|应诉率|超时|逾期|胜诉|维持|审结|未结|驳回|培训|后提起|直接提起|直接向/;

const denials = assertions(
  denied,
  (claim) =>
    !ofOutcome.test(tail(claim)) &&
    !ofOutcome.test(claim.words) &&
    !/(?:且|均)?未经$|因$/.test(before(claim)) &&
    !/^未经|^未(?:提起|申请)?(?:行政)?复议(?:而|即|直接)/.test(claim.words),
);

export const deniedInProse = rule('T4-03', {
  source,
  says: '正文写未发生行政复议、行政诉讼的，表四应为 0',
  severity: 'warning',
  forEach: (subject) => withKinds(denials(subject), (claim) => claim.words + tail(claim)),
  holds: ({ claim, kind }, subject): Verdict => {
    const cells = cellsOf([kind], 'total', subject);
    const value = sum(cells, subject);
    const [first] = cells;
    if (first === undefined || Number.isNaN(value)) return { why: blankCells, cells: unreadable(subject, cells) };
    return value === 0
      ? null
      : contradicts(claim, subject, { cell: first, cells, name: `表四 · 行政${kind} · 总计`, value });
  },
});

const upheld = new RegExp(
  [
    '(?:全部|均|都|悉数|一律)(?:已?被|获得?|予以|得到|结果为?|为|作出|判决|裁定|以|由?(?:人民)?法院|(?:复议|上级)机关|经审理|审理)*(?:维持|胜诉|获胜|结果维持)',
    '(?:均|全部|都)[^，。；]{0,10}胜诉',
    '零(?:败诉|纠错|撤销|纠正)|[无未](?:一例?|一件|一起)?败诉|(?:未|没有|无)(?:一例?|一件|一起|出现|发生|案件|有|行政|复议|诉讼|、|和|任何|的|情况|决定|行为|因|政府|信息|公开|类|答复)*(?:被|遭)?(?:依法)?(?:纠正|撤销|败诉|改判|责令|确认违法)',
    '(?:胜诉|维持)率(?:均)?(?:达到?|为|是|保持)?(?:了)?(?:100\\s*[%％]|百分之百)|(?:败诉|纠错|撤销)率(?:均)?为?(?:零|0(?![\\d.]))',
  ].join('|'),
  'g',
);
const upholdings = assertions(upheld, (claim) => /复议|诉讼|败诉|胜诉/.test(claim.sentence.text));

/** The kinds in the nearest words before the claim that name one; 败诉 is of courts. */
function kindsBefore(claim: Claim): string {
  if (/败诉|胜诉|改判/.test(claim.words)) return '诉讼';
  if (/复议|诉讼/.test(claim.words)) return claim.words;
  const clauses = before(claim)
    .split(/[，；]/)
    .reverse();
  return clauses.find((clause) => /复议|诉讼/.test(clause)) ?? tail(claim);
}

/** A claim once for each of 复议 and 诉讼 that its words speak of. */
function withKinds<T extends Claim>(found: readonly T[], words: (claim: T) => string): { claim: T; kind: Kind }[] {
  return found.flatMap((claim) =>
    bothKinds.filter((kind) => words(claim).replace('应诉', '诉讼').includes(kind)).map((kind) => ({ claim, kind })),
  );
}

export const upheldInProse = rule('T4-04', {
  source,
  says: '正文写均维持、零败诉、未被纠正的，表四结果纠正、尚未审结应为 0',
  severity: 'warning',
  forEach: (subject) => withKinds(upholdings(subject), kindsBefore),
  holds: ({ claim, kind }, subject): Verdict => {
    const cells = [...cellsOf([kind], 'corrected', subject), ...cellsOf([kind], 'pending', subject)];
    const value = sum(cells, subject);
    const [first] = cells;
    if (first === undefined || Number.isNaN(value)) return { why: blankCells, cells: unreadable(subject, cells) };
    return value === 0
      ? null
      : contradicts(claim, subject, { cell: first, cells, name: `表四 · 行政${kind}结果纠正、尚未审结`, value });
  },
});

export const remedyProseRules = [remediesInProse, deniedInProse, upheldInProse];
