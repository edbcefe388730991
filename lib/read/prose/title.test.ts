import { describe, expect, it } from 'vitest';
import { findTitle, titleOfLine, titleOfPage } from './title';

const linesOf = (...lines: string[]) => lines.map((text) => ({ text, level: null }));

describe('a title', () => {
  it.each([
    ['云泽市澄湖区水务局2023年政府信息公开工作年度报告', '云泽市澄湖区水务局', 2023],
    ['澄湖区水务局2023年度政府信息公开工作报告', '澄湖区水务局', 2023],
    ['澄湖区水务局2023年政府信息公开年度报告', '澄湖区水务局', 2023],
    ['2023年度澄湖区水务局政府信息公开工作年度报告', '澄湖区水务局', 2023],
    ['澄湖区水务局二〇二三年政府信息公开工作年度报告', '澄湖区水务局', 2023],
    ['澄湖区水务局政府信息公开工作年度报告（2023年）', '澄湖区水务局', 2023],
    ['澄湖区水务局政府信息公开2023年度报告', '澄湖区水务局', 2023],
    ['澄湖区水务局２０２３年政府信息公开年报', '澄湖区水务局', 2023],
    ['澄湖区水务局关于2023年政府信息公开工作年度报告', '澄湖区水务局', 2023],
    ['澄湖区发展和改革局（粮食局）2023年政府信息公开工作年度报告', '澄湖区发展和改革局（粮食局）', 2023],
    ['澄湖区水务局政府信息公开工作年度报告', '澄湖区水务局', null],
    ['2023年政府信息公开工作年度报告', '', 2023],
  ])('%s', (line, agency, year) => {
    expect(titleOfLine(line)).toEqual({ text: line, agency, year });
  });

  it.each([
    '当前位置：首页>政府信息公开年报',
    '现公布《澄湖区水务局2023年政府信息公开工作年度报告》',
    '关于编制政府信息公开工作年度报告的通知',
    '澄湖区水务局2023年工作报告',
  ])('is not %s', (line) => {
    expect(titleOfLine(line)).toBeNull();
  });

  it.each([
    [['澄湖区水务局', '2023年政府信息公开工作年度报告'], '澄湖区水务局'],
    [['澄湖区水务局2023年', '政府信息公开工作年度报告'], '澄湖区水务局'],
    [['澄湖区水务局', '2023年', '政府信息公开工作年度报告'], '澄湖区水务局'],
    [['云泽市澄湖区', '水务局', '2023年政府信息公开工作年度报告'], '云泽市澄湖区水务局'],
    [['澄湖区水务局2023年政府信息公', '开工作年度报告'], '澄湖区水务局'],
    [['首页', '2023 年澄湖区水务局政府信息公开工作年度报告'], '澄湖区水务局'],
  ])('stands on several lines: %j', (lines, agency) => {
    expect(findTitle(linesOf(...lines))).toMatchObject({ agency, year: 2023, last: lines.length - 1 });
  });

  it('is the one that names most, and of equals the last', () => {
    const lines = linesOf(
      '政府信息公开年报',
      '澄湖区水务局2023年政府信息公开工作年度报告',
      '来源：区水务局',
      '澄湖区水务局2023年政府信息公开工作年度报告',
      '政府信息公开工作年度报告',
    );
    expect(findTitle(lines)).toMatchObject({ first: 3, last: 3 });
  });

  it('is found in that of a page', () => {
    expect(titleOfPage('澄湖区水务局2023年政府信息公开工作年度报告_澄湖区人民政府')).toMatchObject({
      agency: '澄湖区水务局',
      year: 2023,
    });
    expect(titleOfPage('政府信息公开年报-澄湖区人民政府')).toBeNull();
  });
});
