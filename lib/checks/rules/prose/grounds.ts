import type { Format } from '@/lib/statute/format';
import type { CellId } from '@/lib/statute/table';
import { linesOf } from '@/lib/statute/table';
import { claimOf, inProse, isHeld, type Claim } from '@/lib/checks/prose/claims';
import { perFormat } from '@/lib/checks/engine/per-format';
import { bareLabel } from '@/lib/checks/engine/place';
import type { Statement } from '@/lib/checks/prose/statement';
import { applicationWords, matterAt } from '@/lib/checks/prose/topic';
import type { Subject } from '@/lib/checks/engine/subject';

/** A row below an outcome, as the form words it: 重复申请 below 不予处理. */
interface Ground {
  readonly name: string;
  readonly cell: CellId;
  /** Ends the words before a number. */
  readonly before: RegExp;
  /** Opens the words after a number: 2件属于重复申请. */
  readonly after: RegExp;
}

const marks = /[“”"、，\s]/g;
const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** 本机关不掌握 for 本机关不掌握相关政府信息; what would be left of 重复申请 tells too little. */
const shorter = (name: string): string => {
  const short = name.replace(/(?:相关政府信息|信息|申请|事项)$/, '');
  return short.length >= 4 ? short : name;
};

/** The rows of a form, and whether words before a number end in any of them. */
interface Grounds {
  readonly rows: readonly Ground[];
  readonly any: RegExp;
}

const grounds = perFormat((format): Grounds => {
  const rows = groundsOf(format);
  return { rows, any: new RegExp(rows.map(({ before }) => before.source).join('|')) };
});

const groundsOf = (format: Format): Ground[] =>
  format.tables.applications.blocks
    .flatMap((block) => linesOf(block.rows))
    .flatMap((row): Ground[] => {
      const name = bareLabel(row.labels[2] ?? '').replace(/^属于/, '');
      if (row.kind !== 'leaf' || name.length < 4) return [];
      const words = escaped(shorter(name.replace(marks, '')));
      const rest = '(?:相关)?(?:政府)?(?:信息)?(?:的|类|申请|事项|答复|情形|情况|案件|件|数量|共|有|为|是|计|：|:)*';
      return [
        {
          name,
          cell: `applications.${row.id}.total`,
          before: new RegExp(`${words}${rest}$`),
          after: new RegExp(`^(?:申请)?(?:均|分别)?(?:因|属于?|为|系|是)(?:属于)?${words}${rest}$`),
        },
      ];
    });

const counted = /^(?:件次?|宗|份|个|起|例|项)$/;
const applicant = /自然人|法人|企业|机构|公益/;
/** Words before a ground that leave it all there is of it. */
const idle =
  /其中|其余|另有?|经审查|认定|因|由于|属于?|涉及|以|告知|申请人|不予公开|无法提供|不予处理|其[他它]处理|答复|作出|决定|类|有|为|是|的|和|及|与|“|”|（|）|[，、：；:;()\s]/g;
const ownWords = new RegExp(applicationWords.source, 'g');
const isIdle = (words: string): boolean =>
  words
    .replace(ownWords, '')
    .replace(idle, '')
    .replace(/申请|案件|件/g, '') === '';

function groundOf(
  { lead, tail, quantity, isChange, sentence, from, topic }: Statement,
  { rows, any }: Grounds,
): Ground | null {
  if (isChange || !counted.test(quantity.unit)) return null;
  const clause = /[^；;]*$/.exec(sentence.text.slice(0, from))?.[0] ?? '';
  if (applicant.test(clause + lead)) return null;
  const [words, next] = [lead.replace(marks, ''), tail.replace(marks, '')];
  const named = any.test(words)
    ? rows.find(({ before }) => before.test(words) && isIdle(words.replace(before, '')))
    : undefined;
  const found = named ?? (next !== '' && isIdle(words) ? rows.find(({ after }) => after.test(next)) : undefined);
  const isOurs =
    applicationWords.test(words.replace(/信访.*$/, '')) || matterAt(sentence, from, topic) === 'application';
  return found === undefined || !isOurs ? null : found;
}

const told = perFormat((format) =>
  inProse(({ statements }, about) =>
    statements.flatMap((statement) => {
      const ground = groundOf(statement, grounds(format));
      return ground === null || !isHeld(statement, about)
        ? []
        : [{ claim: claimOf(statement), name: ground.name, cells: [ground.cell] }];
    }),
  ),
);

/** The numbers that the prose gives for single rows below the outcomes, with the cell of each. */
export const groundsInProse = (
  subject: Subject,
): readonly { readonly claim: Claim; readonly name: string; readonly cells: readonly CellId[] }[] =>
  told(subject.format)(subject);
