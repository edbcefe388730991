import { paragraphRule } from '@/lib/checks/engine/paragraphs';
import { breachAt, quoteOf, spotsIn } from '@/lib/checks/engine/spots';

const placeholder = new RegExp(
  [
    '(?<![A-Za-z0-9])(?:20)?X{2,}(?![A-Za-z])',
    '(?:20)?[×✕╳]{2,}',
    '(?<![A-Za-z0-9+×])[X×✕╳](?=[年月日件条项])',
    '(?<![一二三四五六七八九十〇○零])[○〇]{2,}(?![一二三四五六七八九十〇○零年])',
    '(?<![A-Za-z0-9/])_{2,}',
    '\uff3f{2,}',
    '【\\s*】',
    '[（(]\\s*待(?:补充?|填写?|核实|完善|定)[^）)]{0,4}[）)]',
    '[（(]此处[^）)]{0,12}[）)]',
    '(?<![A-Za-z])TODO(?![A-Za-z])',
    '(?<![A-Za-z])[Ll]orem ipsum',
  ].join('|'),
  'g',
);

/** 王XX, 李×× hide a name, they do not wait for one. */
const hidesName = /[王李张刘陈杨赵黄吴徐孙朱马胡郭何高林罗郑梁]$/;

export const placeholders = paragraphRule('PH-01', {
  source: '校对：成文不留空位',
  says: '正文不能留有未填的占位文字',
  severity: 'error',
  forEach: spotsIn(
    placeholder,
    ({ 0: found, index }, text) =>
      !(
        /^[X×✕╳]{2}$/.test(found) &&
        hidesName.test(text.slice(0, index)) &&
        !/^[年月日省市县区局镇]/.test(text.slice(index + 2))
      ),
  ),
  holds: (spot) => {
    const quote = quoteOf(spot);
    return breachAt(spot, { title: `“${quote}”还没有填`, suggestion: `把“${quote}”改为实际内容` });
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

export const idNumbers = paragraphRule('PII-01', {
  source: '个人信息保护法',
  says: '年度报告不能公开居民身份证号码',
  severity: 'error',
  forEach: spotsIn(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, (found) => isIdNumber(found[0])),
  holds: (spot) => breachAt(spot, { title: '有居民身份证号码', suggestion: '删去号码' }),
});

export const mobileNumbers = paragraphRule('PII-02', {
  source: '个人信息保护法',
  says: '年度报告一般不公开个人手机号码',
  severity: 'warning',
  forEach: spotsIn(
    /(?<![0-9A-Za-z.-])1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4})(?![0-9A-Za-z.-]|\s*(?:[次条件人元个户项万]|人次))/g,
  ),
  holds: (spot) => breachAt(spot, { title: '有手机号码', suggestion: '如是个人号码请删去，办公联系方式请用固定电话' }),
});

export const leakRules = [placeholders, idNumbers, mobileNumbers];
