import type { CellId } from '../statute/table';
import { claims, contradicts, isPart, tail, type Claim, type Pattern } from './claims';
import { blankCells, rule, type Verdict } from './rule';
import type { Subject } from './subject';
import { unreadable } from './sums';
import { isLitigation, proceedingsOf } from './table-four';

const source = '正文与表四一致';

/** 复议 or 诉讼: the cells of this kind at the end of their column ids. */
function cellsOf(kind: string, end: string, subject: Subject): CellId[] {
  return proceedingsOf(subject)
    .filter((proceeding) => isLitigation(proceeding) === (kind === '诉讼'))
    .map(({ id }) => `remedies.${id}.${end}`);
}

const sum = (cells: readonly CellId[], subject: Subject): number => cells.reduce((all, cell) => all + (subject.number(cell) ?? Number.NaN), 0);

const counted: Pattern = {
  find: /行政(?<kind>复议|诉讼)(?:案件|申请|案)?(?:共计?|有)?\s*(?<n>\d+)\s*[件起宗]|(?<m>\d+)\s*[件起宗](?:政府)?(?:信息公开)?(?:类|领域)?行政(?<sort>复议|诉讼)/g,
  within: /公开/,
  accept: (claim) => !isPart(claim) && !/行政复议(?:案件)?(?:和|与|及|、|或|以及)$/.test(claim.sentence.text.slice(0, claim.at)),
};

export const remediesInProse = rule('T4-02', {
  source,
  says: '正文所写行政复议、行政诉讼的件数，应为表四的总计',
  severity: 'warning',
  note: '写明未经复议或复议后起诉的，可为其中一项总计；政府报告只写本级时为提示',
  forEach: claims(counted),
  holds: (claim, subject): Verdict => {
    const kind = claim.groups.kind ?? claim.groups.sort ?? '';
    const cells = cellsOf(kind, 'total', subject);
    const value = sum(cells, subject);
    const [first] = cells;
    if (first === undefined || Number.isNaN(value)) return { why: blankCells, cells: unreadable(subject, cells) };
    const single = /直接|未经复议|复议后/.test(claim.sentence.text) && cells.some((cell) => subject.number(cell) === claim.number);
    return claim.number === value || single ? null : contradicts(claim, subject, { cell: first, cells, name: `表四 · 行政${kind} · 总计`, value });
  },
});

const filler = '发生|出现|产生|收到|引发|引起|涉及|存在|被|申请|提起|因|有|关于|任何|与|对|政府|信息|公开|工作|而|的|、|和|或|及|案件|事件|我局|本机关|本单位|行政复议';
const denied: Pattern = {
  find: new RegExp(`(?:未|没有|暂无|无(?!法))(?:${filler}){0,14}行政(?:复议|诉讼)`, 'g'),
  accept: (claim) => !/纠正|败诉|撤销|违法|超期|责令|改判|变更|应诉|超时/.test(tail(claim)),
};

const deniedClaims = claims(denied);

export const deniedInProse = rule('T4-03', {
  source,
  says: '正文写未发生行政复议、行政诉讼的，表四应为 0',
  severity: 'warning',
  forEach: (subject) => claimsWithKinds(subject, deniedClaims, (claim) => claim.words + tail(claim)),
  holds: ({ claim, kind }, subject): Verdict => {
    const cells = cellsOf(kind, 'total', subject);
    const value = sum(cells, subject);
    const [first] = cells;
    if (first === undefined || Number.isNaN(value)) return { why: blankCells, cells: unreadable(subject, cells) };
    return value === 0 ? null : contradicts(claim, subject, { cell: first, cells, name: `表四 · 行政${kind} · 总计`, value });
  },
});

const upheld: Pattern = {
  find: /(?:全部|均)(?:被|获|予以|得到|结果)?维持|零败诉|无败诉|(?:未|没有)被纠正|无一(?:被)?(?:纠正|败诉)/g,
  within: /复议|诉讼|败诉/,
};
const upheldClaims = claims(upheld);

/** A claim once for each of 复议 and 诉讼 that its words speak of. */
function claimsWithKinds(subject: Subject, find: (subject: Subject) => readonly Claim[], words: (claim: Claim) => string): { claim: Claim; kind: string }[] {
  return find(subject).flatMap((claim) => ['复议', '诉讼'].filter((kind) => words(claim).includes(kind)).map((kind) => ({ claim, kind })));
}

export const upheldInProse = rule('T4-04', {
  source,
  says: '正文写均维持、零败诉、未被纠正的，表四结果纠正、尚未审结应为 0',
  severity: 'warning',
  forEach: (subject) => claimsWithKinds(subject, upheldClaims, ({ sentence, words }) => sentence.text + (words.includes('败诉') ? '诉讼' : '')),
  holds: ({ claim, kind }, subject): Verdict => {
    const cells = [...cellsOf(kind, 'corrected', subject), ...cellsOf(kind, 'pending', subject)];
    const value = sum(cells, subject);
    const [first] = cells;
    if (first === undefined || Number.isNaN(value)) return { why: blankCells, cells: unreadable(subject, cells) };
    return value === 0 ? null : contradicts(claim, subject, { cell: first, cells, name: `表四 · 行政${kind}结果纠正、尚未审结`, value });
  },
});

export const remedyProseRules = [remediesInProse, deniedInProse, upheldInProse];
