const digits = '〇一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 1 to 9999 as it is counted: 十, 十一, 二十, 一百零五. */
function counted(value: number, numerals = '零一二三四五六七八九', units = ['', '十', '百', '千']): string {
  if (value === 0) return numerals.charAt(0);
  const places = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  places.forEach((place, index) => {
    if (place === 0) gap = true;
    else {
      text += `${gap && text !== '' ? numerals.charAt(0) : ''}${numerals.charAt(place)}${units[places.length - 1 - index] ?? ''}`;
      gap = false;
    }
  });
  return value >= 10 && value < 20 ? text.slice(1) : text;
}

function roman(value: number): string {
  const signs: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  return signs
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return sign.repeat(times);
    })
    .join('');
}

const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

/** One of a run of signs that begins at `first`; the plain number beyond its end. */
const sign =
  (first: number, last: number) =>
  (value: number): string =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value);

const wide = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const spelt = (value: number): string => [...String(value)].map((digit) => digits.charAt(Number(digit))).join('');
const legal = (value: number): string =>
  (value >= 10 && value < 20 ? '壹' : '') + counted(value, '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']);

const ways: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: (value) => counted(value),
  chineseCountingThousand: (value) => counted(value),
  japaneseCounting: (value) => counted(value),
  taiwaneseCounting: (value) => counted(value),
  taiwaneseCountingThousand: (value) => counted(value),
  ideographDigital: spelt,
  japaneseDigitalTenThousand: spelt,
  taiwaneseDigital: spelt,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => stems.charAt(value - 1) || String(value),
  ideographZodiac: (value) => branches.charAt(value - 1) || String(value),
  decimalEnclosedCircle: sign(0x2460, 20),
  decimalEnclosedCircleChinese: sign(0x2460, 20),
  ideographEnclosedCircle: sign(0x3280, 10),
  decimalEnclosedParen: sign(0x2474, 20),
  decimalEnclosedFullstop: sign(0x2488, 20),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  none: () => '',
  bullet: () => '',
};

/** An automatic number as Word shows it in a number format (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59). */
export function listNumber(value: number, format: string): string {
  const way = value >= 1 && value <= 9999 ? ways[format] : undefined;
  return way === undefined ? String(value) : way(value);
}
