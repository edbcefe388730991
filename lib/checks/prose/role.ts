import { applicationWords, matterAt, matterIn } from './topic';
import type { Statement } from './statement';

/** What a number counts among the applications for government information. */
export type Role =
  | { readonly is: 'received' | 'newlyReceived' | 'carriedIn' | 'carried' }
  /** `andReceived`: 受理并答复N件 counts both. */
  | { readonly is: 'handled'; readonly andReceived?: boolean }
  /** `to`: the year it is carried into, where it is named. */
  | { readonly is: 'carriedOut'; readonly to: number | null }
  | { readonly is: 'outcome'; readonly name: Outcome }
  | { readonly is: 'applicant'; readonly name: Applicant }
  | { readonly is: 'channel' };

export type Outcome = '予以公开' | '部分公开' | '不予公开' | '无法提供' | '不予处理' | '其他处理';
export type Applicant =
  | '自然人'
  | '法人或其他组织'
  | '企业'
  | '商业企业'
  | '科研机构'
  | '社会公益组织'
  | '法律服务机构';

export const outcomeWords: readonly (readonly [Outcome, string])[] = [
  ['部分公开', '(?<!大)(?:予以)?部分(?:予以)?公开'],
  ['不予公开', '不予公开|不同意公开|拒绝公开|未予公开|依法不予以公开'],
  ['无法提供', '无法提供|不能提供|无法予以提供'],
  ['不予处理', '不予处理'],
  ['其他处理', '其[他它]处理|其[他它]方式处理|其[他它](?:情形|类型)处理'],
  ['予以公开', '(?<!不)(?<!部分)(?<!主动)予以(?:全部)?公开|(?:全部|同意|准予|完全|决定)公开'],
];
const applicantWords: readonly (readonly [Applicant, string])[] = [
  ['商业企业', '商业企业'],
  ['科研机构', '科研机构'],
  ['社会公益组织', '社会公益组织|公益组织'],
  ['法律服务机构', '法律服务机构'],
  [
    '法人或其他组织',
    '法人(?:(?:或者?|和|及|、|与|以及)?其[他它]组织)?|企事业单位|(?<!公益)组织(?:机构)?(?=申请|提)|单位申请',
  ],
  ['企业', '(?<!商业)企业'],
  ['自然人', '自然人|公民(?:个人)?|个人'],
];
const jointApplicants = /(?:公民|自然人|个人)(?:、|和|及|与|或)(?:企业、)?(?:法人|企业|组织|单位)/;

const filler =
  '(?:的|申请|决定|答复|处理|告知|信息|类|结果|情形|情况|方式|共|有|为|是|计|达|提出|提交|作出|占|人|案件|件数|数量|者|数|分别|政府|公开|：|:|\\s)';
const ending = (words: string): RegExp => new RegExp(`(?:${words})${filler}{0,12}$`);

const outcomes = outcomeWords.map(([name, words]) => ({ name, find: ending(words), any: new RegExp(words) }));
const applicants = applicantWords.map(([name, words]) => ({ name, find: ending(words) }));
const channels =
  /网[络上站页]|互联网|在线|线[上下]|平台|电子邮[件箱]|邮[箱寄政件]|信函|书面|当面|现场|窗口|传真|来访|系统|渠道|大厅|口头|电话/;
const allChannels = /共|总|合计|等|各|多种|多个/;

const carriedOut =
  /(?:结转|顺延|转结|接转|延转|转|延续|跨|留)(?:至|到|入|往)?(?:下一?个?年度?|次年度?|明年|翌年|(?<year>20\d\d)\s*年?度?)|下一?年度?(?:继续)?(?:办理|答复|处理)|(?:年底|年末|期末|12月31日)[^，]{0,8}(?:未办结|尚未|仍在|在办)|结转下期/;
const carriedIn =
  /(?:上一?个?年度?|去年|往年)(?:末|底|度)?(?:的)?(?:结转|转入|遗留|顺延|余留|接续|转结|未办结|未结|延续|跨年|转来)|结转(?:自)?(?:上一?年度?|去年)|(?:承接|接续)(?:上年|上一年|去年)/;
const carried = /结转(?:办理)?(?:的)?(?:申请)?(?:共|有|为)?\s*$/;

const handled =
  /办结|办理(?:完毕|完结|完成|办结)?|答复|回复|(?<!其[他它])(?<!不予)(?<!信息)处理(?:完毕|完成|完结)?|办毕|作出答复|审结/;
const received = /收到|受理|接到|接收|收办|收件|收悉|接受|新增|接办|登记|承接|收取|新收|共收|提出|提交/;
/** One verb right behind the other: 接收处理, 受理并答复. */
const receivedAndHandled =
  /(?:收到|受理|接到|接收|收办|接受)(?:了)?(?:并|且|、|和|及|以及)?(?:已|均|全部|依法|依规|按时|按期|及时)*(?:办结|办理|答复|回复|处理)/;
const newly = /新收|新增|新接|新受理|当年收|本年收到的/;
/** How an application was answered, by which way, or by whom besides: a part of all answers. */
const partly =
  /延期|逾期|超期|提前|当场|口头|电话|网上|书面|邮寄|继续|补正|协助|联合|会同|实际|撤回|撤销|征求|转办|转来|移送|交办|即时|应|拟|需|重新|首次|再次|未|没有|不|无法/;

const object =
  /了|的|共|总|计|合|累|各类|各种|有效|新|有关|相关|群众|公民|法人|其[他它]组织|企业|自然人|社会公众|公众|个人|件|申请[人表书]?|案|事项|数量|数|量|为|是|有|达|到|提出|提交|书面|年度|本|全|年|等|、|和|与|或者?|各|方|面|\s|[：:“”]/g;

const outcomeOf = (words: string): Role | null => {
  const found = outcomes.find(({ find }) => find.test(words));
  return found === undefined ? null : { is: 'outcome', name: found.name };
};

function applicantOf(words: string): Role | null {
  if (jointApplicants.test(words)) return null;
  const found = applicants.find(({ find }) => find.test(words));
  return found === undefined ? null : { is: 'applicant', name: found.name };
}

function carriedOf(words: string): Role | null {
  const out = carriedOut.exec(words);
  if (out !== null) return { is: 'carriedOut', to: out.groups?.year === undefined ? null : Number(out.groups.year) };
  if (carriedIn.test(words)) return { is: 'carriedIn' };
  return carried.test(words) ? { is: 'carried' } : null;
}

/** The words between a verb and the number, and those after it, name applications or leave the matter open. */
function objectOf(words: string): 'application' | 'open' | 'other' {
  const matter = matterIn(words);
  if (matter !== undefined) return matter;
  return words.replace(object, '') === '' ? 'open' : 'other';
}

const countsCases = /^(?:件次?|宗|份|个|次|条|起|例|项|封|人次)$/;
const countsAnswers = /^(?:件次?|宗|份|个|起|例|项)$/;

/** Several rules ask for the role of the same statement. */
const roles = new WeakMap<Statement, Role | null>();

/**
 * What the number counts among applications for information; null where it counts something else or it cannot be told.
 */
export function roleOf(statement: Statement): Role | null {
  const known = roles.get(statement);
  if (known !== undefined) return known;
  const role = findRole(statement);
  roles.set(statement, role);
  return role;
}

function findRole(statement: Statement): Role | null {
  const { quantity, lead, isChange, sentence } = statement;
  if (isChange || !countsCases.test(quantity.unit)) return null;
  const words = lead.replace(/[“”"]/g, '');
  const counted = ofLead(words, statement);
  // 申请8件予以公开: what follows the number says more than a bare 申请 before it.
  const role =
    counted === null || (counted.is === 'received' && !received.test(words))
      ? (ofTail(words, statement) ?? counted)
      : counted;
  if (role === null) return null;
  // 审核文件20件，其中主动公开10件、依申请公开6件、不予公开4件: how documents are classed, not how applications end.
  if (role.is === 'outcome' && /主动公开[^，；、]{0,6}\d/.test(sentence.text)) return null;
  if (role.is === 'outcome' && !countsAnswers.test(quantity.unit)) return null;
  return belongs(role, words, statement) ? role : null;
}

const oneChannel = /(?:书面|当面|网[上络]|信函|邮[寄件箱]|线[上下]|传真|窗口|口头)/;
const byChannel = new RegExp(`${oneChannel.source}(?:提交|提出)?的?(?:政府信息公开)?申请$`);
const besideChannel = new RegExp(`\\d+\\s*[件份宗][、，和及]\\s*${oneChannel.source}[^，、；\\d]{0,10}\\d`);
/** 共收到书面申请5件、网上申请9件: a sum told by its parts only. */
const isOneOfTwo = (words: string, text: string): boolean => byChannel.test(words) && besideChannel.test(text);

function ofLead(words: string, { sentence, from, tail }: Statement): Role | null {
  const outcome = outcomeOf(words);
  if (outcome !== null) return applicantOf(words) === null && !/自然人|法人|企业/.test(words) ? outcome : null;
  const kept = carriedOf(words);
  // 上年结转的已办结3件 counts some of them; 办理上年结转3件 counts them.
  if (kept !== null)
    return kept.is === 'carriedIn' &&
      handled.test(words.slice(words.search(carriedIn)).replace(/未办结|继续(?:办理|答复|处理)/, ''))
      ? null
      : kept;
  if (/(?:未|待)(?:办结|答复|办理完毕)/.test(words))
    return /截至|年底|年末|期末|结转|转入/.test(sentence.text) ? { is: 'carriedOut', to: null } : null;
  const applicant = applicantOf(words);
  if (applicant !== null) return handled.test(words) || channels.test(words) ? null : applicant;
  if (
    channels.test(words.replace(/公开平台|平台建设/, '')) &&
    (!allChannels.test(words) || isOneOfTwo(words, sentence.text))
  )
    return { is: 'channel' };
  const [answer, receipt] = [lastMatch(handled, words), lastMatch(received, words)];
  if (answer > receipt) {
    if (/(?:率|时间|时限|周期|日)$/.test(words)) return null;
    return partly.test(words.replace(/不断|不予|不再/g, ''))
      ? null
      : { is: 'handled', andReceived: receivedAndHandled.test(words) };
  }
  if (receipt >= 0)
    return /(?:未|没有|无|暂|每|凡|逢)(?:收到|受理|接到)|之日|[后起内]$|帮助|协助|指导|引导|代为/.test(words)
      ? null
      : { is: newly.test(words) ? 'newlyReceived' : 'received' };
  if (
    /(?:申请|申请件|申请案件|申请(?:总)?数量?|申请(?:总)?量)(?:共|总|计|有|为|是|达|：|:|合计|\s)*$/.test(words) &&
    matterIn(words) === 'application'
  )
    return isBareSubject(words) ? { is: 'received' } : null;
  if (
    /(?:^|[，、])\s*(?:合计|共计|总计|总共|一共)$/.test(words) &&
    /(?:网[络上]|信函|当面|邮[寄件箱]|书面|窗口|自然人|法人|企业)[^，；]{0,8}\d+\s*[件份宗][，、]?\s*$/.test(
      sentence.text.slice(0, from),
    )
  )
    return { is: 'received' };
  if (/^(?:[^，]{0,6}(?:合计|共计|总计|累计|共有?|总共))\s*$/.test(words) && tail.includes('申请'))
    return { is: 'received' };
  return null;
}

const subject =
  /20\d\d\s*年?度?|本?年度?|全年|年内|当年|今年|截至[^，]*|其中|[我本全][局委办市区县镇乡院]|本机关|本单位|我单位|街道|共有?|总|累计|合计|各类|各级|从[^，]*看|[^，、]{2,16}(?:局|委|办|镇|街道|人民政府|[市区县]政府|单位)(?=共|政府信息|信息公开|依申请)|政府|信息|公开|情况|办理|方面|依|网上|书面|[，：:、的有\s“”"]/g;
const isBareSubject = (words: string): boolean =>
  words.replace(/(?:申请|申请件|申请案件)[^申]*$/, '').replace(subject, '') === '';

/** Words before a number that say nothing of what it counts: 其余2件尚在办理. */
const bareLead =
  /我[局委办市区县镇]|全[局市区县镇]|本年度?|对|从[^，]{0,4}看|[，：]|其余|剩余|余下|另|截至|目前|年底|还|尚|有|均|全部|所有|未到期|未办结|到期|中|其中|下|已|共|的|件|申请|案件|、|和|与|及|\s/g;

const anyApplication = new RegExp(applicationWords, 'g');

function ofTail(words: string, { sentence, quantity, tail: own }: Statement): Role | null {
  if (words.replace(anyApplication, '').replace(bareLead, '') !== '') return null;
  // 2件因未到期限，结转下年度办理: the next clause tells what becomes of them.
  const tail =
    own +
    (/^，(?:将|需|并|依法)?(?:结转|顺延|转入?|延续)(?![^，。；]*\d+\s*[件宗份])[^，。；]*/.exec(
      sentence.text.slice(quantity.end + own.length),
    )?.[0] ?? '');
  const outcome = outcomes.find(({ any }) => any.test(tail));
  if (outcome !== undefined) return { is: 'outcome', name: outcome.name };
  const by = /^(?:申请)?(?:为|是|由|来自|系)(?<who>[^，；]{2,16})/.exec(own)?.groups?.who;
  if (by !== undefined && applicantOf(by) !== null) return applicantOf(by);
  return (
    carriedOf(tail) ??
    (/^(?:申请)?(?:已|均已?)?(?:办结|答复完毕|办理完毕)$/.test(tail) && !partly.test(tail) ? { is: 'handled' } : null)
  );
}

const anywhere = new Map([handled, received].map((pattern) => [pattern, new RegExp(pattern.source, 'g')]));

/** Where the last match begins; -1 where there is none. */
const lastMatch = (pattern: RegExp, words: string): number => {
  let at = -1;
  for (const match of words.matchAll(anywhere.get(pattern) ?? pattern)) at = match.index;
  return at;
};

/**
 * Whether the number is about applications for information, by its own words or by what the sentence or paragraph is
 * about.
 */
function belongs(role: Role, words: string, statement: Statement): boolean {
  const own = matterIn(words);
  if (own === 'other') return false;
  if (role.is === 'received' || role.is === 'newlyReceived') {
    const gap =
      words.slice(Math.max(0, lastMatch(received, words))).replace(received, '') +
      statement.tail.replace(/(?:均|已|全部|都|按).*$/, '');
    const named = objectOf(gap);
    if (named === 'other') return false;
    if (named === 'application') return true;
    if (!/申请|案件|公开/.test(gap) && /新增|登记|提出|提交|承接|收取/.test(words)) return false;
    if (
      !/申请|案件|公开/.test(words + statement.tail) &&
      own === undefined &&
      statement.topic !== 'application' &&
      received.test(words)
    )
      return false;
  } else if (matterIn(statement.tail) === 'other') return false;
  if (role.is === 'handled') {
    const gap = words.slice(lastMatch(handled, words)).replace(handled, '');
    if (objectOf(gap) === 'other') return false;
  }
  return (
    own === 'application' ||
    matterIn(statement.tail) === 'application' ||
    matterAt(statement.sentence, statement.from, statement.topic) === 'application'
  );
}
