import type { Report } from '@/lib/report/report';
import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { paragraphsIn, perPiece, type Paragraph } from '@/lib/checks/engine/read-before';
import { rule } from '@/lib/checks/engine/rule';
import { breachAt, inTitle, quoteOf, sentenceAt, spots, spotsIn, type Spot } from '@/lib/checks/engine/spots';
import { normal, passages } from '@/lib/checks/engine/text';

const introduced = /(?:以下(?:统一)?简称|下称|简称|以下称)为?\s*[:：]?\s*[《“"‘「]*\s*(?:信息公开|政府信息公开)?条例/;
const shortCitation = spots(/《(?:信息公开)?条例》/g);

export const shortTitle = rule('LNG-05', {
  source: '公文引用：先全称，后简称',
  says: '引用《中华人民共和国政府信息公开条例》，用简称前应先写明全称和简称',
  severity: 'notice',
  note: '每份报告提示一次',
  reads: 'text',
  forEach: (subject) =>
    passages(subject.report).some(({ text }) => introduced.test(normal(text)))
      ? []
      : shortCitation(subject).slice(0, 1),
  holds: (spot) => {
    const quote = quoteOf(spot);
    return breachAt(spot, {
      title: `“${quote}”没有先写明全称`,
      expected: '《中华人民共和国政府信息公开条例》',
      suggestion: `请写全称，或在第一次引用时写“《中华人民共和国政府信息公开条例》（以下简称${quote}）”`,
    });
  },
});

/** 逾期不补正、逾期未缴费 stand in a label of table three, whose wording is FMT-05's. */
const otherMatters = /逾期不补正|收费通知要求|复议|诉讼|信访|投诉|举报|立案|仲裁|工伤|法律援助|行政许可|许可申请/;

/** The words of the form before 2021 or of the law before 2019, and those in their place. */
const now: Readonly<Record<string, string>> = {
  免于公开: '不予公开',
  非政府信息: '不属于政府信息，或按具体情形写',
  不予受理: '不予处理',
  不再受理: '不再处理',
  信息不存在: '本机关不掌握相关政府信息',
  政府信息公开年报: '政府信息公开工作年度报告',
};

const obsolete = spotsIn(
  /免于公开|非政府信息(?!公开)|不[予再]受理|信息不存在(?!任何|泄|涉|违|问题|虚|错|误|遗|漏|安全|丢|失|滞|延|不)|(?<=.)政府信息公开年报/g,
  ({ 0: words, index }, text, section) => {
    if (words === '政府信息公开年报') return section === 'title';
    if (section === 'title' || inTitle(text, index)) return false;
    const sentence = sentenceAt(text, index);
    if (/受理/.test(words)) return /申请/.test(sentence) && /公开/.test(sentence) && !otherMatters.test(sentence);
    if (words === '信息不存在')
      return /申请|答复|告知|办理|结果|提供|件/.test(sentence) && !/不得以|确保/.test(sentence);
    return !/不得|不能|严禁/.test(text.slice(Math.max(0, index - 4), index));
  },
);

export const obsoleteTerms = paragraphRule('LNG-06', {
  source: '条例（2019 年修订）和现行统一格式的用语',
  says: '应用现行条例和统一格式的用语',
  severity: 'notice',
  note: '表中标签的旧用语见 FMT-05',
  forEach: obsolete,
  holds: (spot) => {
    const quote = quoteOf(spot);
    return breachAt(spot, {
      title: `“${quote}”是旧用语`,
      suggestion: `现行用语为“${now[quote] ?? ''}”`,
      ...(now[quote] !== undefined && { expected: now[quote] }),
    });
  },
});

const others =
  '各级政府(?:部门|机关|单位)|各级行政机关|各级政府及其部门|部分地区|一些地区|有些地区|有的地区|个别地区|少数地区|多数地区|许多地区|部分地方(?:政府)?|一些地方(?:政府)?|有些地方(?:政府)?|有的地方(?:政府)?|许多地方(?:政府)?|大?多数部门|(?:部分|一些|有些|许多|很多)政府(?:部门|机关|机构)|我国政府|各地政府';
const generic = spotsIn(
  new RegExp(`(?:${others})(?!的?(?:支持|配合|指导|关心|沟通|联系|衔接|协作|合作))`, 'g'),
  ({ index }, text, section) => {
    if (section === 'title' || section === 'preamble' || inTitle(text, index)) return false;
    const clause = /[^，。；：、\n”]*$/.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
    // The subject opens its clause; 与各级政府部门, 发布部分地区天气预警 speak of others by right.
    const opens =
      /^(?:[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第?[一二三四五六七八九十]+是|其[一二三四]|首先|其次|再次|此外|另外|同时|但是?|然而|目前|当前|仍|还|仍然|依然|存在|由于|因为|尽管|虽然|近年来|针对|表现[在为]))*$/.test(
        clause,
      );
    return opens && /公开|政务|信息|解读|回应|网站/.test(sentenceAt(text, index));
  },
);

const overseer = /^.{2,4}省|自治区(?!.*[县区旗])|厅$|^国家|部$|^中国/;

export const genericSubject = paragraphRule('LNG-07', {
  source: '校对：一份报告只写一个机关',
  says: '一个机关的报告，主语应是本机关，不是“各级政府部门”“部分地区”',
  severity: 'warning',
  note: '部门、乡镇街道的报告；省级以上部门为提示',
  forEach: (paragraph, { context: { kind } }) => (kind === 'government' || kind === null ? [] : generic(paragraph)),
  holds: (spot, { report: { agency } }) => {
    const quote = quoteOf(spot);
    return breachAt(spot, {
      title: `主语“${quote}”不是本机关`,
      severity: overseer.test(agency) ? 'notice' : 'warning',
      suggestion: '像是套用了别处的文字，请改写为本机关的情况',
    });
  },
});

const offices = '局|委|管委会|办|厅|镇|乡|街道|街|所|站|处|支队|大队|队|院|会|中心|集团|公司|学校';
const own = spotsIn(
  new RegExp(
    `(?:我|(?<![基原根日资成版样文])本)(?:单位(?!的?(?:实际|职能|职责|工作|业务|特点|网站|信息|各|内))|(?:${offices})(?![级来身着次部届长面势属所会员有市区县范议上在起理罚法事]|公[室司务]))`,
    'g',
  ),
  (found, text, section) => {
    if (section === 'title' || section === 'signature' || inTitle(text, found.index)) return false;
    const before = text.slice(Math.max(0, found.index - 30), found.index);
    // 各单位对本单位…… speaks of others.
    return !/各[^，。；]*$|“[^”]*$/.test(before);
  },
);

/** What a paragraph calls its own agency, each time it does. */
const namesIn = perPiece(({ alone }: Paragraph) =>
  own(alone).map((spot) => ({ spot, name: quoteOf(spot).replace(/^我?街$/, '我街道') })),
);

/** How often each name stands in a report. */
function countNames(report: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const passage of passages(report)) {
    for (const piece of paragraphsIn(passage).standing)
      for (const { name } of namesIn(piece)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Where another name than this one first stands. */
function firstOther(report: Report, main: string): Spot | null {
  for (const passage of passages(report)) {
    const { section, text } = passage;
    const { standing, starts } = paragraphsIn(passage);
    for (const [at, piece] of standing.entries()) {
      const rare = namesIn(piece).find(({ name }) => name !== main);
      if (rare !== undefined) return { section, text, at: (starts[at] ?? 0) + rare.spot.at, length: rare.spot.length };
    }
  }
  return null;
}

export const ownName = rule('LNG-08', {
  source: '校对',
  says: '全文对本机关应用同一个简称',
  severity: 'notice',
  note: '我局、我单位、本局只用一种；每份报告提示一次',
  reads: 'text',
  forEach: ({ report }) => [report],
  holds: (report) => {
    const counts = countNames(report);
    if (counts.size < 2) return null;
    const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
    const [main = ''] = names;
    const rare = firstOther(report, main);
    if (rare === null) return null;
    return breachAt(rare, {
      title: `对本机关有 ${names.length} 种称呼`,
      detail: `全文用了${names.map((name) => `“${name}”`).join('、')}`,
      expected: main,
      suggestion: `建议统一为“${main}”`,
    });
  },
});

export const languageRules = [shortTitle, obsoleteTerms, genericSubject, ownName];
