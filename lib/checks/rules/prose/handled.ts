import type { CellId } from '@/lib/statute/table';
import type { About } from '@/lib/checks/engine/about';
import { assertions, before, claimOf, contradicts, inProse, isHeld, isOfUnit } from '@/lib/checks/prose/claims';
import { roleOf } from '@/lib/checks/prose/role';
import type { Statement } from '@/lib/checks/prose/statement';
import { matterAt, matterIn } from '@/lib/checks/prose/topic';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { unreadable } from '@/lib/checks/engine/sums';

const source = '正文与表三一致';
const carriedIn: CellId = 'applications.carriedIn.total';
const received: CellId = 'applications.received.total';
const handled: CellId = 'applications.handled.total';
const carriedOut: CellId = 'applications.carriedOut.total';

/** 已办结6件 in a list of parts counts them all; 市公安局办结3件 does not. */
const bare =
  /^[\s、，]*(?:其中)?[，：:]?(?:现|目前|截至[^，]{0,12}|年内|全年|本年度?|当年|已经?|共|总计|均|全部|按时|按期|及时|依法|依规|我[局办镇委])*(?:办结|答复|办理完毕)(?:申请)?(?:了|共|数)?\s*$/;

const answers = inProse(({ statements }, about) =>
  statements.filter(
    (one) =>
      roleOf(one)?.is === 'handled' && (!one.isPart || bare.test(one.lead) || one.lead === '') && isHeld(one, about),
  ),
);

/** Applications that end without an answer: 其他处理. */
function withoutAnswer(subject: Subject): number {
  const cells = subject.format.cells.filter(
    (cell) => cell.row.id.startsWith('otherHandling') && cell.column.kind === 'total',
  );
  return cells.reduce((sum, cell) => sum + (subject.number(cell.id) ?? 0), 0);
}

const sum = (subject: Subject, ...cells: readonly CellId[]): number =>
  cells.reduce((all, cell) => all + (subject.number(cell) ?? Number.NaN), 0);

const withdrawn = /其他处理|撤回|撤销申请|不再处理|补正|终止|逾期/;

export const answeredInProse = rule('PRO-02', {
  source,
  says: '正文所写办结、答复的申请件数，应为表三办理结果总计',
  severity: 'warning',
  note: '只计本年新收的也可；答复数不计其他处理的为提示',
  forEach: answers,
  holds: (statement, subject): Verdict => {
    const claim = claimOf(statement);
    const [all, before] = [subject.number(handled), subject.number(carriedIn)];
    if (all === null || before === null || claim.number === null)
      return { why: blankCells, cells: unreadable(subject, [handled, carriedIn]) };
    // 全年共办理 counts what was at hand, done or not.
    const atHand = sum(subject, received, carriedIn);
    if (
      claim.number === atHand &&
      /办理(?!完|结)/.test(claim.words) &&
      !/已|均|全部|办结|答复|完毕|完成/.test(claim.words)
    )
      return null;
    const role = roleOf(statement);
    const isAlsoReceived =
      role?.is === 'handled' && role.andReceived === true && claim.number === subject.number(received);
    if (isAlsoReceived || claim.number === all || claim.number === all - before) return null;
    const breach = contradicts(claim, subject, { cell: handled, name: '表三 · 办理结果 · 总计', value: all });
    const isLess = [all, all - before].some((count) => claim.number === count - withoutAnswer(subject));
    if (!isLess || /办结|办理完/.test(claim.words)) return breach;
    // 答复 may leave out what ended without an answer.
    return withdrawn.test(statement.sentence.text) ? null : { ...breach, severity: 'notice' };
  },
});

/** 结转至2025年 in the report on 2023 tells of another year. */
const isNext = (role: { readonly is: string; readonly to?: number | null }, { report }: About): boolean =>
  (role.to ?? report.year + 1) === report.year + 1;

const kept = inProse(({ statements }, about) =>
  statements.flatMap((statement) => {
    const role = roleOf(statement);
    if (role?.is !== 'carriedOut' && role?.is !== 'carriedIn' && role?.is !== 'carried') return [];
    return isHeld(statement, about) && isNext(role, about) ? [{ statement, role }] : [];
  }),
);

/** 上年结转9件，……，结转7件: the second is what is carried out. */
const saysCarriedIn = ({ sentence, from }: Statement): boolean =>
  /(?:上一?年度?|20\d\d年)[^，；]{0,6}结转/.test(sentence.text.slice(0, from));

export const leftInProse = rule('PRO-03', {
  source,
  says: '正文所写结转的件数，应为表三的结转下年度、上年结转',
  severity: 'warning',
  note: '只写“结转”的，为其中一项即可',
  forEach: kept,
  holds: ({ statement, role }, subject): Verdict => {
    const claim = claimOf(statement);
    const [cell, name] =
      role.is === 'carriedIn' ? [carriedIn, '表三 · 上年结转 · 总计'] : [carriedOut, '表三 · 结转下年度 · 总计'];
    const count = subject.number(cell);
    if (count === null) return { why: blankCells, cells: [cell] };
    if (
      claim.number === count ||
      (role.is === 'carried' && !saysCarriedIn(statement) && claim.number === subject.number(carriedIn))
    )
      return null;
    return contradicts(claim, subject, { cell, name, value: count });
  },
});

const finished = '办结|办理完毕|办理完成|办理完结|处理完毕|处理完成|办毕|答复完毕|回复完毕|结案';
const done = new RegExp(
  [
    `(?:全部|均已?|都已?|悉数|全数|一律|无一例外)(?:[^，。；\\d]{0,14}?|[^，。；]{0,6}\\d+个工作日内[^，。；\\d]{0,6}?)(?:${finished})`,
    `(?:已全部|全部|均|都|悉数|全数)[^，。；\\d]{0,14}?(?<answered>答复|回复)(?!(?:质量|内容|文书))`,
    `(?<!按时|按期|及时|限时|按时限)(?:办结|办理完毕|完结)率(?:均)?(?:达到?了?|为|是|保持|实现)?(?:100\\s*[%％]|百分之百)`,
    `(?:无|没有|未有|不存在)[^，。；\\d]{0,8}?(?:未办结|结转(?:下|至|到|的|申请|办理|件|案件|情况|$|(?=[，。；、])))`,
    `(?:实现|做到)[^，。；]{0,6}(?:件件办结|全部办结|零结转|零积压)|零结转|年底清零`,
  ].join('|'),
  'g',
);
const otherwise =
  /除[^，。；]{0,20}外|其余|剩余|余下|到期|应(?:答复|办)|另有|未到|未满|正在|办理中|在办|上年结转[^，；]{0,14}(?:已|均|全部)|满意/;

const completions = assertions(done, (claim, about) => {
  if (
    isOfUnit(
      before(claim)
        .split(/[，；]/)
        .at(-1) ?? '',
      about,
    )
  )
    return false;
  const { text } = claim.sentence;
  if (otherwise.test(text) || matterIn(claim.words) === 'other') return false;
  const clause = /[^，；：]*$/.exec(before(claim))?.[0] ?? '';
  const own = matterIn(clause) ?? matterAt(claim.sentence, claim.at, claim.told.topic);
  if (own !== 'application') return false;
  return (
    !/结转|顺延|转(?:下|至|入)/.test(text.replace(claim.words, '')) ||
    /(?:收到|受理|新收)[^，；]*\d+\s*[件宗份]?[^，；]{0,12}，?$/.test(before(claim))
  );
});

export const allDoneInProse = rule('PRO-05', {
  source,
  says: '正文写申请全部办结的，表三结转下年度应为 0',
  severity: 'warning',
  note: '写均已答复、未写办结的，为提示',
  forEach: completions,
  holds: (claim, subject): Verdict => {
    const count = subject.number(carriedOut);
    if (count === null) return { why: blankCells, cells: [carriedOut] };
    if (count === 0) return null;
    const breach = contradicts(claim, subject, { cell: carriedOut, name: '表三 · 结转下年度 · 总计', value: count });
    return claim.groups.answered !== undefined && !/已/.test(claim.words) ? { ...breach, severity: 'notice' } : breach;
  },
});

export const handledProseRules = [answeredInProse, leftInProse, allDoneInProse];
