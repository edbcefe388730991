import { describe, expect, it } from 'vitest';
import { clock, fullDay, fullMoment, isoDay, moment, shortDay } from './time';

const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('times people see', () => {
  it('are in Asia/Shanghai: late evening UTC is the next morning', () => {
    expect(words(moment('2024-01-18T18:05:00Z'))).toBe('1 月 19 日 02:05');
    expect(words(fullMoment('2023-12-31T16:00:00Z'))).toBe('2024 年 1 月 1 日 00:00');
    expect(clock('2024-01-18T16:00:00Z')).toBe('00:00');
  });

  it('leave a plain day where it is', () => {
    expect(words(fullDay('2024-01-31'))).toBe('2024 年 1 月 31 日');
    expect(words(shortDay('2024-03-01'))).toBe('3 月 1 日');
    expect(isoDay('2024-01-31T17:00:00Z')).toBe('2024-02-01');
  });
});
