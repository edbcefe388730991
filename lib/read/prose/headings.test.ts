import { describe, expect, it } from 'vitest';
import { headingOf } from './headings';

const sectionOf = (line: string) => headingOf(line)?.section;

describe('a heading of the first level', () => {
  it.each([
    ['一、总体情况', 'overview'],
    ['第一部分 概述', 'overview'],
    ['1.总体情况', 'overview'],
    ['总体情况', 'overview'],
    ['二、主动公开情况', 'disclosure'],
    ['２．主动公开政府信息情况', 'disclosure'],
    ['三、依申请公开情况', 'applications'],
    ['三 收到和处理政府信息公开申请情况', 'applications'],
    [' 四、政府信息公开行政复议、行政诉讼情况', 'remedies'],
    ['四、因政府信息公开申请提起行政复议、行政诉讼的情况', 'remedies'],
    ['五、存在不足及改进措施', 'problems'],
    ['五、当前工作中存在的困难和下一步打算', 'problems'],
    ['六、其他事项', 'other'],
    ['六、需要说明的其他事项', 'other'],
  ])('%s is one of the six', (line, section) => {
    expect(sectionOf(line)).toBe(section);
  });

  it.each([
    ['六、其他需要报告的事项无。', '六、其他需要报告的事项', '无。'],
    ['一、总体情况。2023年，我局继续推进。', '一、总体情况', '2023年，我局继续推进。'],
    ['五、存在的主要问题及改进措施：一是人手不足。', '五、存在的主要问题及改进措施', '一是人手不足。'],
  ])('%s runs on', (line, text, rest) => {
    expect(headingOf(line)).toMatchObject({ text, rest });
  });

  it('is of another series where its words are none of the six', () => {
    expect(headingOf('二、改进措施')).toEqual({ section: null, text: '二、改进措施', rest: '' });
  });

  it.each([
    '一、本年新收政府信息公开申请数量',
    '四、结转下年度继续办理',
    '三、本年度办理结果',
    '（一）主动公开情况',
    '1、高度重视，统一思想。',
    '一、总体情况良好，我局继续努力',
    '2023年',
    '',
  ])('is not: %s', (line) => {
    expect(headingOf(line)).toBeUndefined();
  });
});
