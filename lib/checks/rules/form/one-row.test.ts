import { describe, expect, it } from 'vitest';
import { check } from '@/lib/checks/check';
import { mergedContext, withOneRow } from '@/lib/checks/test/cases/form';
import { contextOf, reportOf2020 } from '@/lib/checks/test/reports';

const found = (report: ReturnType<typeof withOneRow>, rule: string) =>
  check(report, contextOf({ report, context: mergedContext })).findings.filter((finding) => finding.rule === rule);

describe('（六）其他处理 in one row in a report of 2021 or later', () => {
  const two = {
    'applications.received.naturalPerson': '2',
    'applications.handled.naturalPerson': '2',
    'applications.handled.total': '2',
  };

  it('stands in the sum of the outcomes for the three rows of the form', () => {
    expect(found(withOneRow([2, 0, 0, 0, 0, 0, 2], two), 'T3-02')).toEqual([]);
  });
  it('is named in the sum that does not hold', () => {
    const [first] = found(withOneRow([1, 0, 0, 0, 0, 0, 1], two), 'T3-02');
    expect(first).toMatchObject({ stated: '2', expected: '1', difference: '1' });
    expect(first?.message).toContain('其他处理 1');
    expect(first?.cells).not.toContain('applications.otherHandling.other.naturalPerson');
  });
  it('leaves no blank cells and no absent rows to speak of', () => {
    const report = withOneRow([]);
    expect([...found(report, 'CELL-02'), ...found(report, 'FMT-07')]).toEqual([]);
  });
  it('is not checked where it holds no number', () => {
    const report = withOneRow([]);
    const extra = report.extra?.map((entry) => ({ ...entry, value: '' }));
    const { checked } = check({ ...report, extra }, contextOf({ report, context: mergedContext }));
    expect(checked.notChecked.some(({ rule }) => rule === 'T3-02')).toBe(true);
  });
});

describe('非新闻类信息 in prose and in the last row of 2019', () => {
  const row = (value: string, label = '本行政区域政府信息公开发布总数量（非新闻类、消息类）') => ({
    extra: [{ table: 'disclosure', label, value }],
  });
  it.each([
    ['其中新闻类8条，非新闻类信息网站3条、政府公报4条，接到举报投诉11件。', '0', '7'],
    ['非新闻类信息共9条，其中网站5条、公报4条。', '0', '9'],
    ['非新闻类政府信息6条，新闻类信息20条。', '5', '6'],
  ])('%s against %s', (overview, value, told) => {
    expect(found(reportOf2020({}, { overview }, row(value)), 'T2-06')).toMatchObject([
      { stated: value, expected: `不少于 ${told}` },
    ]);
  });
  it('reads the value from the label where it stands there', () => {
    expect(
      found(
        reportOf2020({}, { overview: '非新闻类信息4条。' }, row('', '信息公开发布总数量（非新闻类、消息类）：0')),
        'T2-06',
      ),
    ).toHaveLength(1);
    expect(found(reportOf2020({}, { overview: '非新闻类信息4条。' }, row('4')), 'T2-06')).toEqual([]);
  });
});
