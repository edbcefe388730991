import { sectionIds, type Section, type SectionId } from '@/lib/statute/format';
import { perPassage } from '@/lib/checks/engine/read-before';
import { rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { tableName } from '@/lib/checks/engine/place';
import { perFormat } from '@/lib/checks/engine/per-format';
import { passageOf } from '@/lib/checks/engine/text';

const source = '条例第五十条';

const cellsOfSection = perFormat(
  (format) =>
    new Map(
      format.sections.map(({ id, table }) => [
        id,
        format.cells.filter((cell) => cell.table === table).map((cell) => cell.id),
      ]),
    ),
);

/** The first words of a text without blanks and stops: enough to tell 无 from prose. */
export const bare = (text: string): string =>
  text
    .trimStart()
    .slice(0, 40)
    .replace(/[\s\u3000。.．]/g, '');
const textOf = ({ report }: Subject, id: SectionId): string | undefined => report.sections[id];

/** What a section holds: nothing at all, only its heading, or something. */
export function contentOf(section: Section, subject: Subject): 'none' | 'heading' | 'some' {
  const text = textOf(subject, section.id);
  if (text !== undefined && bare(text) !== '') return 'some';
  const cells = cellsOfSection(subject.format).get(section.id) ?? [];
  if (cells.some((id) => !subject.figures.blank.has(id))) return 'some';
  return text === undefined ? 'none' : 'heading';
}

/** Figures alone, as a list of cells gives them: nothing can be said of what the document holds besides. */
export const figuresOnly = ({ report }: Subject): boolean =>
  report.preamble === '' && Object.values(report.sections).every((text) => bare(text) === '');
export const noProse = '只有表中的数，没有正文';

const draft = ({ context }: Subject): boolean => context.purpose === 'draft';

/**
 * A draft always prints its six headings, so there a section is missing when nothing is written in it. The cells of
 * its tables are CELL-07's.
 */
export const missingSection = rule('SEC-01', {
  source,
  says: '年度报告须有六个部分，一个也不能少',
  severity: 'error',
  note: '填报中的报告，一、五、六部分没有写即为缺少',
  forEach: (subject) => subject.format.sections.filter(({ table }) => !draft(subject) || table === null),
  holds: (section, subject): Verdict => {
    const content = contentOf(section, subject);
    if (content === 'some' || (content === 'heading' && !draft(subject))) return null;
    if (!draft(subject) && figuresOnly(subject)) return { why: noProse, cells: [] };
    return {
      title: draft(subject) ? `“${section.title}”没有写` : `缺少“${section.title}”`,
      detail: draft(subject) ? `“${section.title}”没有内容` : `没有“${section.title}”`,
      cells: [],
      where: { section: section.id },
      suggestion: section.id === 'other' ? '没有需要报告的事项请写“无”' : '请补写这一部分',
    };
  },
});

/** 无, 略, 见附件 and their like, for a text without blanks and stops. */
export const saysNothing =
  /^[（(]?(?:暂?(?:无|没有)(?:内容|此?项|(?:存在的?)?问题)?|略|不存在问题|不涉及|空|详?见(?:附件|附表|下表|附页)|同上|同上年|[/／\-－—]+)[）)]?$/;
const needsFacts: readonly SectionId[] = ['overview', 'problems'];

export const emptySection = rule('SEC-04', {
  source,
  says: '应有事实的部分，不能空着或只写无、略、见附件',
  severity: 'warning',
  note: '六、其他需要报告的事项可以写“无”',
  forEach: ({ format }) => format.sections,
  holds: (section, subject): Verdict => {
    const content = contentOf(section, subject);
    if (content === 'none' || (content === 'heading' && draft(subject))) return null;
    const text = bare(textOf(subject, section.id) ?? '');
    const hollow = content === 'heading' || (needsFacts.includes(section.id) && saysNothing.test(text));
    if (!hollow) return null;
    const what =
      content === 'heading'
        ? section.table === null
          ? '只有标题'
          : `只有标题，没有${tableName(subject.format, section.table)}的数`
        : `只写了“${text}”`;
    return {
      title: `“${section.title}”${what}`,
      detail: `“${section.title}”${what}`,
      cells: [],
      where: { section: section.id },
      stated: text,
    };
  },
});

const duties = ['考核', '评议', '责任追究'] as const;
/** 追责问责 and the like say the same as 责任追究, 考评 as 考核. */
const wordsOf: Readonly<Record<(typeof duties)[number], RegExp>> = {
  考核: /考核|考评/,
  评议: /评议|社会评价|满意度(?:测评|评价)/,
  责任追究: /责任追究|追究责任|追责|问责/,
};

const dutiesIn = perPassage(({ text }) => duties.filter((duty) => wordsOf[duty].test(text)));

export const governmentDuties = rule('SEC-06', {
  source: '条例第五十条第（四）项，只适用于各级人民政府',
  reads: 'text',
  says: '各级人民政府的年度报告，还应当包括工作考核、社会评议和责任追究结果情况',
  severity: 'warning',
  note: '只缺一两项时为提示；部门不适用',
  forEach: ({ context, report }) =>
    context.kind === null || context.kind === 'government' || (context.kind === 'town' && /政府/.test(report.agency))
      ? [null]
      : [],
  holds: (_, subject): Verdict => {
    if (subject.context.kind === null) return { why: '机关类型不明', cells: [] };
    if (figuresOnly(subject)) return { why: noProse, cells: [] };
    const told = sectionIds.flatMap((section) => dutiesIn(passageOf(subject.report, section)));
    const missing = duties.filter((duty) => !told.includes(duty));
    if (missing.length === 0) return null;
    return {
      title: `没有写${missing.join('、')}`,
      detail: `正文没有提到${missing.join('、')}`,
      cells: [],
      where: { section: 'overview' },
      severity: missing.length === duties.length ? 'warning' : 'notice',
    };
  },
});

const fee = /处理费|收费|费用|收取/;

export const processingFee = rule('FEE-01', {
  source: '国办函〔2020〕109号',
  reads: ['other'],
  says: '第六部分应说明收取政府信息公开信息处理费的情况',
  severity: 'warning',
  note: '2021 年起',
  forEach: ({ report }) => (report.year >= 2021 ? [report.sections.other] : []),
  holds: (text): Verdict => {
    if (text === undefined || bare(text) === '') return { why: '第六部分没有内容', cells: [] };
    if (fee.test(text)) return null;
    return {
      title: '第六部分没有写信息处理费',
      detail: '第六部分没有提到信息处理费',
      cells: [],
      where: { section: 'other' },
      suggestion: '没有收取的，写明本年度未收取信息处理费',
    };
  },
});

export const sectionRules = [missingSection, emptySection, governmentDuties, processingFee];
