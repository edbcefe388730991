import { expect, test } from 'vitest';
import { substitutesFor } from './pdf-fonts';

test('a font of the standard that is installed stays; another gives way to the nearest that is', () => {
  expect(
    substitutesFor(new Set(['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', 'Noto Serif CJK SC'])),
  ).toEqual([]);
  expect(substitutesFor(new Set(['Noto Serif CJK SC', 'Noto Sans CJK SC', 'KaiTi']))).toEqual([
    ['方正小标宋简体', 'Noto Serif CJK SC'],
    ['仿宋_GB2312', 'Noto Serif CJK SC'],
    ['楷体_GB2312', 'KaiTi'],
    ['黑体', 'Noto Sans CJK SC'],
    ['宋体', 'Noto Serif CJK SC'],
  ]);
  expect(substitutesFor(new Set(['Arial']))).toEqual([]);
});
