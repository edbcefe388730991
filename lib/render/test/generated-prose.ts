import type { Report } from '@/lib/report/report';

/** A whole number from 0 up to but not including `below`, the same in every run. */
export type Luck = (below: number) => number;

export function luckOf(seed: number): Luck {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** One of the items; throws for an empty list. */
export function pick<T>(luck: Luck, items: readonly T[]): T {
  const item = items[luck(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** What the prose of a report is like. */
export const writings = ['ordinary', 'headed', 'none', 'long', 'eighty', 'marks', 'lists', 'one line'] as const;
export type Writing = (typeof writings)[number];

const topics = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] as const;

const sentences: readonly ((n: Luck) => string)[] = [
  (n) => `围绕供水、修路和办事三件事做好公开，全年发布信息${n(900)}条，其中工作动态${n(300)}条。`,
  (n) => `按季度更新目录，清理失效文件${n(40)}件，逐件标明现行有效、废止或者修改。`,
  (n) => `答复前由法规科、保密科会签，平均用时${n(18) + 1}个工作日，没有超期。`,
  (n) => `回应来信来电${n(9000) + 1000}件，办结率${n(99)}.${n(9)}%，当场答复的占六成。`,
  (n) => `公开栏${n(30)}处全部换新，镇街便民点摆放办事指南${n(4000)}册。`,
  (n) => `组织培训${n(5) + 1}期、${n(90)}人次，把公开属性源头认定写进拟文流程。`,
  () => '栏目名称与办事习惯不合的，改按群众的说法重新归类，一个入口只放一类信息。',
  () => '对涉及个人隐私、商业秘密的内容先作区分处理，能够公开的部分照常公开。',
];

/** What trips a writer of markup, a typesetter or a reader of text. */
const oddities: readonly ((n: Luck) => string)[] = [
  () => '网站改用 HTTPS 和 IPv6，页面经 W3C 校验，<title> 与 <meta name="Keywords"> 写全，"首页" & \'栏目页\' 一致。',
  () => '检索式为 a<b && c>d，结果不含 &nbsp; 和 &#39; 等字样。',
  (n) => `共受理１２${n(9)}件，办结率１００％，用时３～５天；收费０．５０元。`,
  () => '地名用字𠮷、𡈽、𬭚、𫖯已经核对，表情😀不再出现在公文中。',
  () => '《关于做好“十四五”期间…工作的通知》（临政办〔2023〕7号）——全文公开；附件（1）、〔2〕、【3】、『4』·五。',
  () =>
    '联系方式：0793—7234567，邮箱 xxgk@example.gov.cn，网址 https://www.example.gov.cn/zwgk/xxgk_2024/index.html?id=1&page=2。',
  () => '新增“e办通”App（iOS/Android）、API v2.0 接口，平均响应 0.35 s，PM2.5、CO₂、m² 等符号显示正常。',
  () => 'Government Information Disclosure and Correspondence Administration Internationalisation 等英文栏目同步更新。',
  () => '口径：5%≤x＜10%；±0.5℃；1/3；№12；①②③；Ⅰ、Ⅱ级；甲—乙；“‘内引’外引”。',
];

const opening = (year: number, agency: string): string =>
  `本报告依照《中华人民共和国政府信息公开条例》和统一格式编写，所列数据自${year}年1月1日起，至${year}年12月31日止。${agency === '' ? '' : `对本报告有疑问的，请联系${agency}办公室。`}`;

function paragraph(luck: Luck, count: number, odd: boolean): string {
  return Array.from({ length: count }, () => pick(luck, odd && luck(2) === 0 ? oddities : sentences)(luck)).join('');
}

const numerals = ['一', '二', '三', '四', '五'] as const;

/** Opening paragraph and sections of an invented report. */
export function proseOf(
  luck: Luck,
  writing: Writing,
  year: number,
  agency: string,
): Pick<Report, 'preamble' | 'sections'> {
  const problems = `一是部分信息发布偏晚，${luck(9) + 2}条逾期；二是答复说理不细。下一步，由综合科逐件复核，九月底前完成。`;
  const other = pick(luck, [
    '无。',
    '本年度没有收取信息处理费，没有其他需要报告的事项。',
    `本机关${year}年收取信息处理费0元。`,
  ]);
  const shared = { preamble: opening(year, luck(2) === 0 ? agency : ''), sections: { problems, other } };
  const overview = (paragraphs: readonly string[]): Pick<Report, 'preamble' | 'sections'> => ({
    ...shared,
    sections: { overview: paragraphs.join('\n'), ...shared.sections },
  });
  const under = (body: (index: number) => string[]): string[] =>
    topics.flatMap((topic, index) => [`（${numerals[index] ?? ''}）${topic}情况`, ...body(index)]);
  switch (writing) {
    case 'none':
      return { preamble: '', sections: {} };
    case 'one line':
      return { preamble: '', sections: { overview: '本年度工作平稳。', problems: '无。', other: '无。' } };
    case 'ordinary':
      return overview(
        topics.map((topic, index) => `（${numerals[index] ?? ''}）${topic}。${paragraph(luck, 2 + luck(3), false)}`),
      );
    case 'headed':
      return overview(under(() => [paragraph(luck, 2 + luck(4), false)]));
    case 'long':
      return overview(under((index) => [paragraph(luck, index === 1 ? 60 : 18, false)]));
    case 'eighty':
      return {
        ...shared,
        sections: {
          overview: Array.from({ length: 60 }, () => paragraph(luck, 1 + luck(3), luck(6) === 0)).join('\n'),
          problems: Array.from({ length: 15 }, () => paragraph(luck, 1, false)).join('\n'),
          other: Array.from({ length: 5 }, () => paragraph(luck, 1, false)).join('\n'),
        },
      };
    case 'marks':
      return overview(under(() => [paragraph(luck, 2, false), paragraph(luck, 3, true)]));
    case 'lists':
      return overview([
        paragraph(luck, 2, false),
        ...under(() => [
          `1.${paragraph(luck, 1, false)}`,
          `2.${paragraph(luck, 1, true)}`,
          `（1）${paragraph(luck, 1, false)}`,
        ]),
      ]);
  }
}
