import { describe, expect, it } from 'vitest';
import { dateOf } from './dates';

describe('a line that is a date', () => {
  it.each([
    ['2024年1月17日', '2024-01-17'],
    ['2024 年 1 月 17 日', '2024-01-17'],
    ['２０２４年１月１７日', '2024-01-17'],
    ['2024-01-17', '2024-01-17'],
    ['2024.1.17', '2024-01-17'],
    ['二〇二四年一月十七日', '2024-01-17'],
    ['二○二四年一月三十一日', '2024-01-31'],
    ['二零二四年十月二十日', '2024-10-20'],
    ['（2024年1月17日）', '2024-01-17'],
    ['2024年1月17日（公章）', '2024-01-17'],
  ])('%s is %s', (line, iso) => {
    expect(dateOf(line)).toEqual({ text: line, iso });
  });

  it.each(['2024年1月', '2024年2月30日', '2024年1月×日'])('%s names no day of the calendar', (line) => {
    expect(dateOf(line)).toEqual({ text: line, iso: null });
  });

  it.each(['2024年', '2024', '成文日期：2024-01-17', '2024年1月17日，我局公开信息。', '1月17日', '1.2.3', ''])(
    '%s is none',
    (line) => {
      expect(dateOf(line)).toBeNull();
    },
  );
});
