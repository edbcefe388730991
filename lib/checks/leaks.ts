import type { Breach } from './rule';
import { rule } from './rule';
import type { Subject } from './subject';
import { normal, passages, perPassage, where, type Passage } from './text';

/** A piece of text that must not be published. */
interface Leak extends Passage {
  readonly at: number;
  readonly length: number;
}

/** Finds a pattern in every text of the report; each text is searched once. */
function leaks(pattern: RegExp, isOne: (found: RegExpExecArray, text: string) => boolean = () => true): (subject: Subject) => readonly Leak[] {
  const find = perPassage(({ section, text }): readonly Leak[] =>
    [...normal(text).matchAll(pattern)].flatMap((found) =>
      isOne(found, text) ? [{ section, text, at: found.index, length: found[0].length }] : [],
    ),
  );
  return ({ report }) => passages(report).flatMap(find);
}

const breach = ({ section, text, at, length }: Leak, title: string, suggestion: string): Breach => ({
  title,
  detail: '',
  cells: [],
  where: where(section, text, at, length),
  stated: text.slice(at, at + length),
  suggestion,
});

const placeholder = new RegExp(
  [
    '(?<![A-Za-z0-9])X{2,}(?![A-Za-z])',
    '[×✕╳]{2,}',
    '_{2,}',
    '\uff3f{2,}',
    '【\\s*】',
    '[（(]\\s*待(?:补充?|填写?|核实|完善)[^）)]{0,4}[）)]',
    '(?<![A-Za-z])TODO(?![A-Za-z])',
    '(?<![A-Za-z])[Ll]orem ipsum',
  ].join('|'),
  'g',
);

export const placeholders = rule('PH-01', {
  source: '校对：成文不留空位',
  reads: 'text',
  says: '正文不能留有未填的占位文字',
  severity: 'error',
  forEach: leaks(placeholder),
  holds: (leak) => {
    const quote = leak.text.slice(leak.at, leak.at + leak.length);
    return breach(leak, `“${quote}”还没有填`, `把“${quote}”改为实际内容`);
  },
});

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643: the eighteenth character is the check digit of the seventeen before it; the birthday must be a day. */
export function isIdNumber(text: string): boolean {
  const birthday = /^\d{6}(?:18|19|20)\d{2}(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (birthday === null) return false;
  const [month, day] = [Number(birthday[1]), Number(birthday[2])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((all, weight, index) => all + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

export const idNumbers = rule('PII-01', {
  source: '个人信息保护法',
  reads: 'text',
  says: '年度报告不能公开居民身份证号码',
  severity: 'error',
  forEach: leaks(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, (found) => isIdNumber(found[0])),
  holds: (leak) => breach(leak, '有居民身份证号码', '删去号码'),
});

export const mobileNumbers = rule('PII-02', {
  source: '个人信息保护法',
  reads: 'text',
  says: '年度报告一般不公开个人手机号码',
  severity: 'warning',
  forEach: leaks(/(?<![0-9A-Za-z.-])1[3-9]\d{9}(?![0-9A-Za-z.-]|\s*(?:[次条件人元个户项万]|人次))/g),
  holds: (leak) => breach(leak, '有手机号码', '如是个人号码请删去，办公联系方式请用固定电话'),
});

export const leakRules = [placeholders, idNumbers, mobileNumbers];
