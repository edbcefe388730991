import { titleOf } from '@/lib/statute/format';
import { noLabels } from '@/lib/checks/engine/as-document';
import { once, rule, type Verdict } from '@/lib/checks/engine/rule';
import type { Subject } from '@/lib/checks/engine/subject';
import { where } from '@/lib/checks/engine/text';

const source = '统一格式：标题';
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '');
const year = '(?:20\\d\\d|二[〇零○O0]二?[〇零○O0一二三四五六七八九]{1,2})';
const agency = '[\\p{Script=Han}()·]{2,}';
const rest = '政府信息公开(?:工作)?年度(?:工作)?报告';

/** The form's own title and what is as good: 年度 before 政府, 工作 left out, the year in front. */
const accepted = [
  new RegExp(`^${agency}${year}年度?${rest}$`, 'u'),
  new RegExp(`^${agency}${year}年度政府信息公开(?:工作)?报告$`, 'u'),
  new RegExp(`^${year}年度?${agency}${rest}$`, 'u'),
  new RegExp(`^${year}年度?${agency}政府信息公开(?:工作)?报告$`, 'u'),
];

/** A draft's title is written by the program, from the agency's name and the year. */
const ofDocument = ({ context }: Subject): boolean => context.purpose === 'file';

const titled = ({ report }: Subject): boolean => bare(report.title) !== '';
const atTitle = ({ report }: Subject) => where('title', report.title, 0, report.title.length);

export const titleForm = rule('TTL-01', {
  source,
  reads: ['title', 'preamble'],
  says: '标题应为“机关全称＋年份＋年政府信息公开工作年度报告”',
  severity: 'notice',
  note: '“年度”在前、省去“工作”、年份在前的，视为相同',
  forEach: (subject) => (ofDocument(subject) && titled(subject) ? once() : []),
  holds: (_, subject): Verdict => {
    const { report } = subject;
    const title = bare(report.title);
    if (accepted.some((form) => form.test(title)) || missingIn(title).length > 0) return null;
    const form = titleOf(report.agency, report.year);
    return {
      title: '标题与统一格式不同',
      detail: `标题写作“${title}”，统一格式为“${form}”`,
      cells: [],
      where: atTitle(subject),
      stated: title,
      expected: form,
    };
  },
});

const report = /政府信息公开|政务公开|信息公开|工作|年度|报告|年报|总结|情况|关于|的|本级|部门|单位|政府部门/g;

/** What a title does not say: its year, its agency. */
function missingIn(title: string): string[] {
  const hasYear = new RegExp(year).test(title);
  const name = title
    .replace(new RegExp(`${year}年?度?`, 'g'), '')
    .replace(report, '')
    .replace(/[^\p{Script=Han}]/gu, '');
  return [hasYear ? '' : '年份', name.length >= 2 ? '' : '机关名称'].filter((part) => part !== '');
}

export const titleSays = rule('TTL-02', {
  source,
  reads: ['title', 'preamble'],
  says: '标题应写明机关和年份',
  severity: 'error',
  note: '文件从“一、”开始、没有读到标题的，为提示',
  forEach: (subject) => (ofDocument(subject) ? once() : []),
  holds: (_, subject): Verdict => {
    const {
      report: { title, preamble, agency: name, year: of },
      context,
    } = subject;
    if (!titled(subject)) {
      if (context.written == null) return { why: noLabels, cells: [] };
      // An excerpt that begins with section one has lost its head; what stands before a heading should have a title
      // above it.
      const lost = preamble.trim() === '';
      return {
        title: '没有读到标题',
        detail: '文件里没有标题，机关和年份取自正文',
        cells: [],
        where: { section: 'title' },
        ...(lost && { severity: 'notice' as const }),
      };
    }
    const missing = missingIn(bare(title));
    if (missing.length === 0) return null;
    return {
      title: `标题没有${missing.join('和')}`,
      detail: `标题写作“${bare(title)}”，没有${missing.join('和')}`,
      cells: [],
      where: atTitle(subject),
      stated: bare(title),
      ...(name !== '' && { expected: titleOf(name, of) }),
    };
  },
});

export const titleRules = [titleForm, titleSays];
