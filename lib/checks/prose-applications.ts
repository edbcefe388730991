import type { CellId } from '../statute/table';
import { linesOf } from '../statute/table';
import { before, claims, contradicts, isPart, tail, whereIs, type Claim, type Pattern } from './claims';
import { bareLabel } from './place';
import { blankCells, rule, type Verdict } from './rule';
import type { Subject } from './subject';
import { perFormat } from './per-format';
import { unreadable } from './sums';

const source = '正文与表三一致';
const received: CellId = 'applications.received.total';
const carriedIn: CellId = 'applications.carriedIn.total';
const handled: CellId = 'applications.handled.total';
const carriedOut: CellId = 'applications.carriedOut.total';

/** What is called an application without being one for information. */
const otherMatters = /复议|诉讼|投诉|举报|建议|提案|咨询|信访|意见|许可|登记|留言|热线|来信|问卷/;
const oneChannel = /网上|网络|线上|线下|信函|邮寄|邮件|邮箱|当面|现场|窗口|传真|平台/;
const oneSort = /自然人|法人|企业|组织|个人|公民|机构/;
const aboutInformation = /公开/;

/** 收到政府信息公开申请 8 件; 收到 8 件政府信息公开申请. Neither a part, nor one channel or sort of applicant. */
const receipt: Pattern = {
  find: /(?:收到|受理|接到|收办|接收|共收)(?:(?<what>[^\d。，；：、]{2,30}?)(?<n>\d+)\s*(?:件|宗|份|个|次|条|起)|\s*(?<m>\d+)\s*(?:件|宗|份|个|次|条|起)(?<which>[^\d。，；：、]{0,24}?申请))/g,
  accept: (claim) => {
    const what = (claim.groups.what ?? claim.groups.which ?? '').replace('政府信息公开平台', '');
    const clause = /[^，：]*$/.exec(before(claim))?.[0] ?? '';
    if (!what.includes('申请') || otherMatters.test(what + tail(claim)) || oneSort.test(what) || isPart(claim)) return false;
    if (/[未没无]\S?$/.test(clause) || /之日|[后起内]$/.test(what)) return false;
    if (oneChannel.test(clause + what) && !/共|总|合计/.test(clause + claim.words)) return false;
    return aboutInformation.test(what) || aboutInformation.test(claim.sentence.text.slice(0, claim.at));
  },
};

const receipts = claims(receipt);

/** A sentence opens with the whole; what it counts after that may be a part (区政府收到 8 件，部门收到 3 件). */
const firstOfSentence = (subject: Subject): readonly Claim[] =>
  receipts(subject).filter((claim, index, all) => all[index - 1]?.sentence !== claim.sentence);

export const receivedInProse = rule('PRO-01', {
  source,
  says: '正文所写收到的申请件数，应为表三本年新收，或新收与上年结转之和',
  severity: 'warning',
  note: '含上年结转时为提示；政府报告只写本级时为提示',
  forEach: firstOfSentence,
  holds: (claim, subject): Verdict => {
    const [fresh, before] = [subject.number(received), subject.number(carriedIn)];
    if (fresh === null || before === null) return { why: blankCells, cells: unreadable(subject, [received, carriedIn]) };
    if (claim.number === fresh) return null;
    if (claim.number === fresh + before) {
      return {
        title: '正文的受理数含上年结转',
        detail: `正文写“${claim.words}”，即新收 ${fresh} + 上年结转 ${before}`,
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

const answer: Pattern = {
  find: /(?:办结|答复|办理)(?:完毕|完成)?了?(?:政府信息公开|依申请公开|信息公开)?(?:申请)?(?:案件|事项)?(?:共计?)?\s*(?<n>\d+)\s*件/g,
  within: /公开[^。]*申请|申请[^。]*公开/,
  without: otherMatters,
  accept: (claim) => !isPart(claim) && !/(?:延期|按期|逾期|超期|当场|口头|网上|继续|(?:结转|顺延|转)\S{0,10})$/.test(before(claim)) && !oneChannel.test(claim.words),
};

/** Applications that end without an answer: 其他处理. */
function withoutAnswer(subject: Subject): number {
  const cells = subject.format.cells.filter((cell) => cell.row.id.startsWith('otherHandling') && cell.column.kind === 'total');
  return cells.reduce((sum, cell) => sum + (subject.number(cell.id) ?? 0), 0);
}

export const answeredInProse = rule('PRO-02', {
  source,
  says: '正文所写办结、答复的申请件数，应为表三办理结果总计',
  severity: 'warning',
  note: '只计本年新收的，或不计其他处理的，也可',
  forEach: claims(answer),
  holds: (claim, subject): Verdict => {
    const [all, before] = [subject.number(handled), subject.number(carriedIn)];
    if (all === null || before === null || claim.number === null) return { why: blankCells, cells: unreadable(subject, [handled, carriedIn]) };
    const fits = [all, all - before].flatMap((count) => [count, count - withoutAnswer(subject)]);
    return fits.includes(claim.number) ? null : contradicts(claim, subject, { cell: handled, name: '表三 · 办理结果 · 总计', value: all });
  },
});

const next = '(?:结转|顺延|转)(?:至|到|入)?(?:下一?年度?|次年度?|(?<YEAR>20\\d\\d)\\s*年度?)';
const left: Pattern = {
  find: new RegExp(
    `${next.replace('YEAR', 'y')}(?:继续)?(?:办理|答复|处理)?的?(?:政府信息公开)?(?:申请)?(?:共|有)?\\s*(?<n>\\d+)\\s*件|(?<m>\\d+)\\s*件(?:申请)?${next.replace('YEAR', 'z')}`,
    'g',
  ),
  without: /复议|诉讼|提案|建议/,
};

export const leftInProse = rule('PRO-03', {
  source,
  says: '正文所写结转下年度的件数，应为表三结转下年度',
  severity: 'warning',
  forEach: claims(left),
  holds: (claim, subject): Verdict => {
    const year = claim.groups.y ?? claim.groups.z;
    if (year !== undefined && Number(year) !== subject.report.year + 1) return null;
    const count = subject.number(carriedOut);
    if (count === null) return { why: blankCells, cells: [carriedOut] };
    return claim.number === count ? null : contradicts(claim, subject, { cell: carriedOut, name: '表三 · 结转下年度 · 总计', value: count });
  },
});

const none: Pattern = {
  find: /(?:未|没有|未曾|暂未)(?:收到|接到|接收到|受理)[^。；，\d]{0,20}?申请[^。；，]{0,10}/g,
  accept: (claim) => !otherMatters.test(claim.words) && !oneSort.test(claim.words) && !oneChannel.test(claim.words) && aboutInformation.test(claim.sentence.text),
};

export const noneInProse = rule('PRO-04', {
  source,
  says: '正文写未收到申请的，表三本年新收应为 0',
  severity: 'warning',
  forEach: claims(none),
  holds: (claim, subject): Verdict => {
    const count = subject.number(received);
    if (count === null) return { why: blankCells, cells: [received] };
    return count === 0 ? null : contradicts(claim, subject, { cell: received, name: '表三 · 本年新收 · 总计', value: count });
  },
});

const done: Pattern = {
  find: /(?:全部|均已?|都已?|已全部)(?:按时|按期|依法|及时|按规定|按要求|在[^，。；]{1,12}内)?(?:予以)?(?:办结|办理完毕|办理完成|答复完毕)/g,
  within: /公开[^。]*申请|申请[^。]*公开/,
  without: /除|其余|结转|未办结|提案|建议|复议|诉讼|信访|留言/,
};

export const allDoneInProse = rule('PRO-05', {
  source,
  says: '正文写申请全部办结的，表三结转下年度应为 0',
  severity: 'warning',
  forEach: claims(done),
  holds: (claim, subject): Verdict => {
    const count = subject.number(carriedOut);
    if (count === null) return { why: blankCells, cells: [carriedOut] };
    return count === 0 ? null : contradicts(claim, subject, { cell: carriedOut, name: '表三 · 结转下年度 · 总计', value: count });
  },
});

/** The outcomes （一） to （六） as the prose names them, with the cells of the total column below each. */
const outcomes = perFormat((format) => {
  const byName = new Map<string, CellId[]>();
  for (const block of format.tables.applications.blocks) {
    for (const row of linesOf(block.rows)) {
      if (row.kind !== 'leaf' || row.labels.length < 2) continue;
      const name = bareLabel(row.labels[1] ?? '');
      byName.set(name, [...(byName.get(name) ?? []), `applications.${row.id}.total`]);
    }
  }
  return byName;
});

const byOutcome = perFormat((format) =>
  claims({
    find: new RegExp(`(?<!大)(?<outcome>${[...outcomes(format).keys()].join('|')})(?:（[^）]*）)?的?(?:申请)?共?\\s*(?<n>\\d+)\\s*件`, 'g'),
    within: /申请/,
    without: /提案|建议|复议/,
  }),
);

export const outcomesInProse = rule('T3-09', {
  source,
  says: '正文按办理结果所写的件数，应为表三该项之和',
  severity: 'warning',
  forEach: (subject) => byOutcome(subject.format)(subject),
  holds: (claim: Claim, subject): Verdict => {
    const name = claim.groups.outcome ?? '';
    const cells = outcomes(subject.format).get(name) ?? [];
    const [first] = cells;
    const missing = unreadable(subject, cells);
    if (first === undefined || missing.length > 0) return { why: blankCells, cells: missing };
    const value = cells.reduce((sum, cell) => sum + (subject.number(cell) ?? 0), 0);
    if (claim.number === value) return null;
    return contradicts(claim, subject, { cell: first, cells, name: `表三 · ${name}`, value });
  },
});

export const applicationProseRules = [receivedInProse, answeredInProse, leftInProse, noneInProse, allDoneInProse, outcomesInProse];
