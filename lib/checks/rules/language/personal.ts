import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { breachAt, quoteOf, spotsIn, type Spot } from '@/lib/checks/engine/spots';
import { isIdNumber } from './leaks';

const source = '个人信息保护法';

/** ISO 7812: the last digit is the check digit of those before it. */
export function isCardNumber(digits: string): boolean {
  if (!/^(?:62\d{14,17}|(?:4\d|5[1-5])\d{14})$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((all, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const near = (text: string, at: number): string => text.slice(Math.max(0, at - 30), at);
const officeAccount = /开户|财政|专户|国库|对公|缴款|非税|单位账户|基本账户/;
const cards = spotsIn(
  /(?<![0-9A-Za-z.-])(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![0-9A-Za-z-])/g,
  ({ 0: found, index }, text) => {
    const digits = found.replace(/[ -]/g, '');
    return isCardNumber(digits) && !isIdNumber(digits) && !officeAccount.test(near(text, index));
  },
);

const contact = /联系|邮箱|邮件|信箱|e-?mail|咨询|投诉|举报|受理|地址|电话|传真|网址|监督|[:：]\s*$/i;
const mails = spotsIn(
  /(?<![A-Za-z0-9._-])[A-Za-z0-9][A-Za-z0-9._-]{0,40}@(?:(?:vip\.)?(?:163|126|188|sina|qq|139|189|wo|sohu|tom|21cn)\.(?:com|cn|net)|(?:gmail|hotmail|outlook|foxmail|aliyun|yahoo|icloud|live|yeah|msn)\.(?:com|cn|net)|sina\.com\.cn|yahoo\.com\.cn)(?![A-Za-z0-9])/gi,
  ({ index }, text, section) =>
    section !== 'preamble' && section !== 'signature' && section !== 'title' && !contact.test(near(text, index)),
);

export const privateAccounts = paragraphRule('PII-03', {
  source,
  says: '年度报告不应公开个人的银行卡号、电子邮箱',
  severity: 'warning',
  note: '电子邮箱为提示；开头和联系方式里的、单位账户不算',
  forEach: (paragraph): readonly Spot[] => [...cards(paragraph), ...mails(paragraph)],
  holds: (spot) =>
    quoteOf(spot).includes('@')
      ? breachAt(spot, { title: '有个人电子邮箱', severity: 'notice', suggestion: '如是个人邮箱请删去' })
      : breachAt(spot, { title: '有银行卡号', suggestion: '如是个人卡号请删去' }),
});

const surnames =
  '[王李张刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐韩冯邓曹彭萧肖董袁潘蒋蔡杜叶魏苏吕丁沈姜卢傅钟汪戴崔陆廖姚邹熊孟秦邱尹薛闫侯陶黎贺顾郝龚邵钱覃莫孔汤阎]|欧阳|上官|司马|诸葛';
/** Characters that stand after a surname as its next word, not as a name. */
const given =
  '[^\\s，。、；：（）“”《》0-9A-Za-z一二三四五六七八九十的了是在有和与及对向将就未不没已经曾多次应要可提申请求因为于按以其之某先女士同等者人们件被把从到区县市镇乡街村路局府委X×*]';
const person = `(?:${surnames})${given}{1,2}`;
const verb = '(?:提出|提交|申请|要求|来信|来电|递交|通过|因|不服|（[^）]{0,12}）?(?:提出|申请))';
const named = spotsIn(
  new RegExp(
    [
      `(?:申请人|(?:居民|村民|市民|业主|公民|职工|群众))(?:为|是|：)?\\s*${person}(?=(?:先生|女士|同志|本人)?(?:等人)?(?:于[^，。]{0,14}|[^，。]{0,6}?)?${verb})`,
      `(?:${surnames})${given}{0,2}(?:先生|女士)(?=[^，。]{0,14}?(?:申请|要求)[^，。]{0,20}?(?:公开|信息))`,
      `(?<=[，。；：、\\s]|^)${person}(?=(?:于[^，。]{0,14})?(?:提出的?|提交的?)(?:政府)?(?:信息)?(?:公开)?申请)`,
      `(?:答复|回复|告知|办理)(?:了)?${person}(?=(?:提出)?的?(?:政府)?信息公开申请)`,
    ].join('|'),
    'gm',
  ),
  (_, __, section) => section !== 'preamble' && section !== 'title' && section !== 'signature',
);

/** The matter of one application down to the door: 申请公开幸福路12号……. */
const addressed = spotsIn(
  /(?:申请|要求)(?:公开|获取|查询|提供)[^。；\n]{0,30}?(?:[路街巷弄道里]\d+(?:-\d+)?号(?!文|令|公告|通知|楼宇)|\d+(?:号楼|[幢栋])(?:\d*单元)?(?:\d+室)?|\d+单元\d+室?|[村组社区园]\d+(?:号|组|幢|栋)(?!文))/g,
  (_, __, section) => section !== 'preamble' && section !== 'title',
);

export const applicantsNamed = paragraphRule('PII-04', {
  source,
  says: '年度报告不应写申请人的姓名，也不应写能看出是谁的单件申请内容',
  severity: 'notice',
  forEach: (paragraph): readonly (Spot & { readonly what: string })[] => [
    ...named(paragraph).map((spot) => ({ ...spot, what: '疑有申请人姓名' })),
    ...addressed(paragraph).map((spot) => ({ ...spot, what: '写出了单件申请的具体地址' })),
  ],
  holds: ({ what, ...spot }) => breachAt(spot, { title: what, suggestion: '请隐去能识别申请人的内容' }),
});

export const personalRules = [privateAccounts, applicantsNamed];
