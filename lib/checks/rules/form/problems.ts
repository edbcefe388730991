import { perPassage } from '@/lib/checks/engine/read-before';
import { once, rule, type Verdict } from '@/lib/checks/engine/rule';
import { normal } from '@/lib/checks/engine/text';

const problem =
  /问题|不足|短板|弱项|薄弱|差距|欠缺|缺[乏少]|不[够高强全深准细严熟多广快力]|不到位|不及时|不平衡|不充分|不完善|不规范|不健全|不紧密|不完全|不太|不明显|不便|不一|未能|没有完全|偏[少低弱慢窄]|滞后|单一|单薄|有待|尚需|尚待|尚未|仍需|还需|还要|亟[需待]|需要?(?:进一步|继续|不断|再|持续)|空间|困难|局限|较[少低弱慢窄单]|遗漏|疏漏|模糊|欠[佳妥]|脱节|瓶颈|难点|被动|生疏|迟缓|不适应|参差/;
const none = /(?:无|没有|未发现|不存在|暂无|未发生)[^，。；]{0,8}(?:问题|不足)/g;

const verbs =
  '加强|强化|加大|加快|提升|提高|完善|健全|优化|规范|推进|推动|深化|落实|拓展|拓宽|丰富|创新|细化|压实|督促|组织|开展|举办|建立|制定|制订|修订|安排|增[设配加]|充实|改[版进善]|调整|定期|逐[项月条季]|明确|抓[好紧实]|做[好实细]|梳理|督导|加密|整[改合]|开[设通]|设立|邀请|聘请|约谈|通报|形成|打造|构建|坚持|严格|严把|聚焦|围绕|扩大|对照|按[季月]|纳入|印发|补[齐充]|解决|提请|配[齐备]|理顺|统一|紧盯|畅通|突出|巩固|发挥|增强|培训|学习|利用|依托|注重|引入|探索|实[施行]|采[取用]|指定|确保|每[月季年周]';
const adverbs =
  '(?:[一二三四五六七八九十]是|第[一二三四五]|首先|其次|再次|最后|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,2}[.．、]|同时|此外|并|且|进一步|继续|不断|切实|着力|大力|将|要|拟|全面|持续|积极|认真|及时|已经?|已于|[我本](?:局|委|办|厅|镇|乡|街道|单位|区|县|市|院|中心|部门|机关)|下一?步|今后|接下来|20\\d\\d年(?:我们)?|来年|明年|新的一年|为此|对此|逐步|主动|深入|扎实|牢固|充分|统筹|有效|重点|狠|多|共|先后|分别|通过|在|从|全|年内|[：:、\\s])*';
const measure = new RegExp(`^\\s*${adverbs}(?:${verbs})`);
/** What somebody did: 办公室制定了发布规范, 改正12处, 每季度交叉检查一次. */
const done =
  /^.{2,16}了(?!解)|^由.{2,12}|督办|\d+\s*(?:处|次|场|期|人次|件|条|项|个)|^.{2,14}?(?:制[定订]|建立|修订|印发|开展|举办|组织|安排|增[设配加]|明确|检查|复核|纳入|通报|督促|整理|调整|补[齐充])/;
const measureAnywhere =
  /措施|整改|下一?步|今后(?!.{0,6}(?:努力)?的方向)|接下来|改进(?:情况|办法|工作)|将(?:进一步|继续|切实|着力|重点|从|加|完|强|积极|抓|围绕|针对)|已(?:经|于|建立|增|开|完|制|组|修|安排|明确|配|整|改|纳|补)/;

/** Which of the two a section five speaks of, clause by clause. */
const speaksOf = perPassage(({ text }): { problems: boolean; measures: boolean; none: boolean } => {
  const bare = normal(text);
  const rest = bare.replace(none, '');
  const clauses = rest.split(/[。；;，,！\n]/).filter((clause) => clause.trim() !== '');
  return {
    none: rest !== bare,
    problems: clauses.some((clause) => problem.test(clause)),
    measures: clauses.some(
      (clause) =>
        measureAnywhere.test(clause) || (!problem.test(clause) && (measure.test(clause) || done.test(clause))),
    ),
  };
});

export const problemsAndMeasures = rule('SEC-07', {
  source: '条例第五十条第（四）项',
  reads: ['problems'],
  says: '第五部分应既写存在的主要问题，也写改进情况',
  severity: 'warning',
  forEach: ({ report }) => ((report.sections.problems ?? '').trim().length >= 10 ? once() : []),
  holds: (_, { report }): Verdict => {
    const {
      problems,
      measures,
      none: saysNone,
    } = speaksOf({ section: 'problems', text: report.sections.problems ?? '' });
    if (saysNone || problems === measures) return null;
    const [told, missing] = problems ? ['存在的问题', '改进情况'] : ['改进情况', '存在的问题'];
    return {
      title: `第五部分写了${told}，没有写${missing}`,
      detail: `第五部分写了${told}，没有写${missing}`,
      cells: [],
      where: { section: 'problems' },
      suggestion: problems ? '请补写采取的改进措施' : '请补写存在的主要问题',
    };
  },
});
