import type { Sentence } from '@/lib/checks/engine/text';

/** What a paragraph is about as far as numbers go; null where it cannot be told. */
export type Topic = 'application' | 'remedy' | null;

/** Applications for government information, in the words of authors. */
const application =
  '(?:政府)?信息(?:的)?(?:依申请)?公开(?:类|的)?(?:书面|有效|新)?申请|(?:政府)?信息依申请(?:公开)?|依申请公?开?|公开(?:类)?申请|申请公开|公开(?:类)?(?:申请)?(?:案件|办件)|申请(?:获取|公开)?(?:政府)?信息|申请信息公开|政务公开申请|信息公开(?:类)?(?:事项|件)|公开件|申请件|申请公开件|(?:公开|获取)(?:有关|相关)?政府信息的?申请';
/** Other matters that agencies receive, answer and count. */
const others =
  '许可|审批|登记申请|登记业务|不动产|信访|来信|来访|投诉|举报|提案|议案|建议|意见|留言|咨询|热线|工单|诉求|来电|信箱|信件|问卷|补贴|补助|救助|低保|奖励|资助|证照|处罚|强制|执法|检查|仲裁|复议|诉讼|应诉|听证|调解|公文|文件|鉴定|认定|培训|解读|新闻|舆情|稿件|住房|入学|报名|职称|求助|反映|问题|来件|事项办理|政务服务|12345';

export const applicationWords = new RegExp(application);
export const otherWords = new RegExp(others);

const [anyApplication, anyOther] = [new RegExp(application, 'g'), new RegExp(others, 'g')];

/** Where the last match of a global pattern ends; -1 where there is none. */
function lastOf(pattern: RegExp, text: string): number {
  let end = -1;
  pattern.lastIndex = 0;
  while (pattern.test(text)) end = pattern.lastIndex;
  return end;
}

/** Joined to another matter, applications are counted together with it: 咨询和信息公开申请8件. */
const joined = new RegExp(`(?:${others})[^，；]{0,4}(?:和|及|与|、|以及|或)[^，；]{0,6}(?:${application})`);

/** The matter that words speak of last; undefined where they name none. */
export function matterIn(words: string): 'application' | 'other' | undefined {
  const [ours, theirs] = [lastOf(anyApplication, words), lastOf(anyOther, words)];
  if (ours < 0 && theirs < 0) return undefined;
  return ours > theirs && !joined.test(words) ? 'application' : 'other';
}

const heading =
  /^\s*(?:（[一二三四五六七八九十]+）|[(][一二三四五六七八九十]+[)]|[一二三四五六七八九十]+、|\d+[.．、])/;

/** A new paragraph keeps the topic unless it opens with a heading. */
export function headingTopic(opening: string, ofSection: Topic, before: Topic): Topic {
  const words = opening.slice(0, 30);
  const lead = /^[^：:，,]{0,24}/.exec(words)?.[0] ?? '';
  if (!heading.test(opening) && !/^(?:主动公开|依申请公开|政府信息管理|平台建设|监督保障)/.test(words.trim()))
    return before;
  return /依申请|申请公开|申请办理/.test(lead) ? 'application' : ofSection;
}

/**
 * The matter at a place in a sentence by the clauses before it, nearest first, or else by the topic of the paragraph.
 */
export function matterAt({ text }: Sentence, at: number, topic: Topic): 'application' | 'other' | undefined {
  for (const clause of text
    .slice(0, at)
    .split(/[，,；;：:（）()]/)
    .reverse()) {
    const matter = matterIn(clause);
    if (matter === 'application') return matter;
    if (matter === 'other' && /\d|收到|受理|接到|办理|处理/.test(clause)) return matter;
  }
  return topic === 'application' ? 'application' : undefined;
}
