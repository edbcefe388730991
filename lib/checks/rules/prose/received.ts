import type { CellId } from '@/lib/statute/table';
import {
  assertions,
  before,
  claimOf,
  contradicts,
  inProse,
  isHeld,
  isOfUnit,
  tail,
  whereIs,
} from '@/lib/checks/prose/claims';
import { roleOf } from '@/lib/checks/prose/role';
import type { Statement } from '@/lib/checks/prose/statement';
import { matterAt, matterIn } from '@/lib/checks/prose/topic';
import { isOfYear } from '@/lib/checks/prose/years';
import { blankCells, rule, type Verdict } from '@/lib/checks/engine/rule';
import { unreadable } from '@/lib/checks/engine/sums';

const source = '正文与表三一致';
const received: CellId = 'applications.received.total';
const carriedIn: CellId = 'applications.carriedIn.total';

function receiptOf(
  statement: Statement,
): { readonly statement: Statement; readonly is: string; readonly isBoth: boolean }[] {
  const role = roleOf(statement);
  const isBoth = role?.is === 'handled' && role.andReceived === true;
  if (role?.is !== 'received' && role?.is !== 'newlyReceived' && !isBoth) return [];
  return statement.isPart && role.is !== 'newlyReceived' ? [] : [{ statement, is: role.is, isBoth }];
}

/** A sentence opens with the whole; what it counts after that may be a part (区政府收到8件，部门收到3件). */
const wholes = inProse(({ statements }, about) =>
  statements
    .filter(({ years }) => isOfYear(years, about.report.year))
    .flatMap(receiptOf)
    .filter(({ statement, is }, index) => (is === 'newlyReceived' || index === 0) && isHeld(statement, about)),
);

export const receivedInProse = rule('PRO-01', {
  source,
  says: '正文所写收到的申请件数，应为表三本年新收，或新收与上年结转之和',
  severity: 'warning',
  note: '含上年结转时为提示；政府报告只写本级时为提示',
  forEach: wholes,
  holds: ({ statement, isBoth }, subject): Verdict => {
    const claim = claimOf(statement);
    const [fresh, earlier] = [subject.number(received), subject.number(carriedIn)];
    if (fresh === null || earlier === null)
      return { why: blankCells, cells: unreadable(subject, [received, carriedIn]) };
    if (claim.number === fresh || (isBoth && claim.number === subject.number('applications.handled.total')))
      return null;
    if (claim.number === fresh + earlier) {
      return {
        title: '正文的受理数含上年结转',
        detail: `正文写“${claim.words}”，即新收 ${fresh} + 上年结转 ${earlier}`,
        cells: [received, carriedIn],
        where: whereIs(claim),
        severity: 'notice',
        stated: String(claim.number),
        expected: String(fresh),
      };
    }
    return contradicts(claim, subject, { cell: received, name: '表三 · 本年新收 · 总计', value: fresh });
  },
});

const no = '(?:未|没有|尚未|暂未|未曾|从未|均未|并未|暂无|没)';
const sought = '(?:申请|依申请公开)';
const none = new RegExp(
  [
    `${no}(?:收到|接到|接收到?|受理过?|收悉|收取)[^。；，\\d]{0,28}?${sought}[^。；，]{0,10}`,
    `${no}(?:产生|出现|发生|涉及|有)[^。；，\\d]{0,16}?${sought}(?:公开)?(?:政府信息|信息)?(?:的)?(?:事项|件|情况|情形|业务|案件)?(?=[，。；、]|$)`,
    `${no}[^。；，\\d]{0,16}?(?:提出|提交|递交)[^。；，\\d]{0,12}?申请[^。；，]{0,6}`,
    `(?<!有)(?<!无)无(?!法|正当|理|效|需|论|偿|障|故|不|纸)[^。；，\\d]{0,14}?${sought}(?:公开)?(?:政府信息|信息)?(?:的)?(?:事项|件|情况|情形|业务|案件|受理)?(?=[，。；、]|$)`,
    `无(?:人|公民|群众|企业和群众)[^。；，\\d]{0,10}?申请[^。；，]{0,10}`,
    `零申请|(?:申请|依申请公开)(?:数量?|总数|件数|量|数目|受理量)?(?:均)?[为是](?:零|0(?![\\d.])|无)`,
    `(?:零|无)(?:受理|收件)(?=[，。；]|$)`,
  ].join('|'),
  'g',
);
const oneSort =
  /自然人|(?<!公民、)法人|企业|个人|机构|重复|反复|补正|加急|其[他它](?!组织)|再次|再收|超期|逾期|投诉|不满|纠纷|异议|违规|泄密|费|办结|结转|积压|答复|延期|未办|人(?:反映|的|对|提供)/;
const oneChannel = /网上|网络|线上|线下|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|平台/;
const joint =
  /公民、法人(?:和|或者?|及|、)其[他它]组织|公民|(?:任何)?企业和群众|(?:单位|企业|组织|法人|机构)(?:和|或者?|及|、)个人|(?:书面|网[上络]|线上|当面|信函|口头)(?:和|或者?|及|、)(?:书面|网[上络]|线下|当面|信函|口头|邮寄)/g;

const absences = assertions(none, (claim, about) => {
  const rest = (claim.words + tail(claim)).replace(joint, '');
  if (isOfUnit(/[^，；]*$/.exec(before(claim))?.[0] ?? '', about)) return false;
  const clause = /[^，；：]*$/.exec(before(claim))?.[0] ?? '';
  if (matterIn(rest) === 'other' || oneSort.test(rest) || oneChannel.test(clause.replace(/公开平台/, '') + rest))
    return false;
  return (
    matterIn(clause + rest) === 'application' || matterAt(claim.sentence, claim.at, claim.told.topic) === 'application'
  );
});

export const noneInProse = rule('PRO-04', {
  source,
  says: '正文写未收到申请的，表三本年新收应为 0',
  severity: 'warning',
  forEach: absences,
  holds: (claim, subject): Verdict => {
    const count = subject.number(received);
    if (count === null) return { why: blankCells, cells: [received] };
    return count === 0
      ? null
      : contradicts(claim, subject, { cell: received, name: '表三 · 本年新收 · 总计', value: count });
  },
});

export const receivedProseRules = [receivedInProse, noneInProse];
