import { perPassage } from '@/lib/checks/engine/read-before';
import { blankCells, rule } from '@/lib/checks/engine/rule';
import { normal, numberOf, where } from '@/lib/checks/engine/text';

/** What the prose counts as no news: a number behind the word, or those of the list that it opens. */
interface NotNews {
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}

const opening = /非新闻[类性]?[^。；\n\d]{0,20}(?=\d)/g;
const item = /^(?<words>[^。；\n\d]{0,20})(?<n>\d+)\s*[条篇件则]/;
/** The words before a number that is the whole: 非新闻类信息共. */
const whole = /^非新闻[类性]?(?:政府)?(?:信息)?(?:共|合计|总计|总数)?(?:公开|发布)?$/;
const somethingElse = /(?<!非)新闻|举报|投诉|申请|建议|提案|信访|点击|访问|浏览|解读|回应|其中|包括/;

/** 非新闻类信息共4条 counts 4; 非新闻类信息网站2条、公报2条 counts both, as far as the list is of the same. */
const notNewsIn = perPassage(({ text }): readonly NotNews[] =>
  [...normal(text).matchAll(opening)].flatMap((match): NotNews[] => {
    const [words] = match;
    let rest = normal(text).slice(match.index + words.length);
    let sum = 0;
    for (
      let found = item.exec(rest);
      found !== null && !somethingElse.test(found.groups?.words ?? '');
      found = item.exec(rest)
    ) {
      sum += Number(found.groups?.n);
      rest = rest.slice(found[0].length);
      if (whole.test(words.replace(/\s/g, ''))) break;
    }
    return sum === 0 ? [] : [{ at: match.index, length: text.length - match.index - rest.length, sum }];
  }),
);

const isNotNews = ({ label }: { readonly label: string }): boolean => /非新闻/.test(label);

/** The value of the last row, which some documents write into its label: ……（非新闻类、消息类）：0. */
function valueOf({ label, value }: { readonly label: string; readonly value: string }): number | null {
  return numberOf(normal(value)) ?? numberOf(/[：:]\s*(\d+)\s*[条件]?\s*$/.exec(normal(label))?.[1] ?? '');
}

export const notNewsTotal = rule('T2-06', {
  source: '国办公开办函〔2019〕60号，表二末行',
  says: '非新闻类信息发布总数量，应不少于正文所列的非新闻类信息',
  severity: 'warning',
  note: '2019 年格式',
  reads: ['overview'],
  forEach: ({ report, format }) => (format.id === '2019' ? (report.extra ?? []).filter(isNotNews) : []),
  holds: (row, { report }) => {
    const text = report.sections.overview ?? '';
    const total = valueOf(row);
    if (total === null) return { why: blankCells, cells: [] };
    const told = notNewsIn({ section: 'overview', text }).find(({ sum }) => sum > total);
    if (told === undefined) return null;
    const quote = text.slice(told.at, told.at + told.length);
    return {
      title: `非新闻类信息总数填 ${total}，正文有 ${told.sum}`,
      detail: `表二末行填 ${total}，正文写“${quote}”，相差 ${told.sum - total}`,
      cells: [],
      where: where('overview', text, told.at, told.length),
      stated: String(total),
      expected: `不少于 ${told.sum}`,
      difference: String(told.sum - total),
    };
  },
});
