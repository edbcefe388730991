import { ofParagraphs, perPassage } from '@/lib/checks/engine/read-before';
import { once, rule, type Verdict } from '@/lib/checks/engine/rule';
import { normal } from '@/lib/checks/engine/text';

/** How authors name the five subjects where a paragraph or a sentence begins. */
const words: Readonly<Record<string, RegExp>> = {
  proactive:
    /主动公开|公开内容|公开(?:政府)?信息(?!.{0,4}(?:管理|平台|制度|申请))|信息公开(?:情况|内容|数量|力度)|(?:发布|公布|公示)(?:各类|政府|政务)*信息|重点领域|解读|^公开情况|公开(?:范围|力度|事项)|信息发布/,
  onRequest: /申请/,
  management: /信息.{0,8}管理|管理制度|规范性文件|审[查核]|目录|公开属性|清理|政策文件/,
  platform: /平台|载体|网站|新媒体|公众号|专栏|渠道|阵地|公报|查阅(?:点|场所|中心)/,
  supervision: /监督|保障|考核|评议|培训|追责|问责|责任追究|督[查导]|组织领导|队伍/,
};

const numbered = /^\s*[（(]\s*[一二三四五六七八九十]+\s*[）)]/;
const leadIn =
  /^\s*(?:[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|[一二三四五六七八九十]+[、是]|\d{1,2}[.．、])?\s*(?:20\d\d\s*年度?|本年度?|一年来|全年|今年以?来?|年内|期间|同时|此外|[我本](?:局|委|办|厅|镇|乡|街道|单位|区|县|市|部门))*[，,：:]?\s*/;

/** 主动公开、依申请公开、信息管理……各项工作 announces the subjects and tells of none. */
const sums = /公开、.*(?:管理|平台|监督).*、?.*(?:平台|监督|保障)/;

/** The first words of a paragraph or a sentence: its heading, or what it is about. */
function lead(text: string): string {
  const rest = text.replace(leadIn, '');
  return (/^[^。：:，,；;\n]*/.exec(rest)?.[0] ?? '').slice(0, 30);
}

const isAbout = (told: string, id: string): boolean => {
  const pattern = words[id];
  return (
    pattern !== undefined &&
    pattern.test(id === 'proactive' ? told.replace(/依?申请公开(?:的)?(?:政府)?(?:信息)?/, '') : told)
  );
};

/** The subjects that a paragraph is about by its first words, and by those of each of its sentences. */
interface Leads {
  readonly isNumbered: boolean;
  readonly own: readonly string[];
  readonly ofSentences: readonly string[];
}

/** The subjects that the first words of a text name. */
function told(text: string): readonly string[] {
  const begins = lead(text);
  return sums.test(begins) ? [] : Object.keys(words).filter((id) => isAbout(begins, id));
}

const leadsOf = ofParagraphs(({ text }): Leads => {
  const plain = normal(text);
  if (plain.trim() === '') return { isNumbered: false, own: [], ofSentences: [] };
  return { isNumbered: numbered.test(plain), own: told(plain), ofSentences: plain.split(/[。；;]/).flatMap(told) };
});

/**
 * What section one is about. Where it is divided by （一）（二）, its paragraphs tell by their first words; else each
 * sentence does.
 */
const leads = perPassage((passage): readonly string[] => {
  const paragraphs = leadsOf(passage);
  const divided = paragraphs.filter(({ isNumbered }) => isNumbered).length >= 3;
  return paragraphs.flatMap(({ own, ofSentences }) => (divided ? own : ofSentences));
});

export const topics = rule('SEC-05', {
  source: '国办公开办函〔2021〕30号',
  reads: ['overview'],
  says: '总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面',
  severity: 'notice',
  note: '2021 年起；按标题和段首的用词认定',
  forEach: ({ report }) => (report.year >= 2021 && (report.sections.overview ?? '').trim().length > 10 ? once() : []),
  holds: (_, { report, format }): Verdict => {
    const told = leads({ section: 'overview', text: report.sections.overview ?? '' });
    const missing = format.topics.filter(({ id }) => !told.includes(id)).map(({ title }) => title);
    if (missing.length === 0) return null;
    return {
      title: `总体情况没有写${missing.join('、')}`,
      detail: `标题和段首没有${missing.join('、')}`,
      cells: [],
      where: { section: 'overview' },
      stated: missing.join('、'),
    };
  },
});
