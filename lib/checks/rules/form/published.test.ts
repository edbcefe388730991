import { describe, expect, it } from 'vitest';
import { comparePublished } from './publication';
import { reportOf2020, reportWith } from '@/lib/checks/test/reports';

const granted = 'applications.granted.naturalPerson';

describe('网页与可下载的文件，所载数字应当一致', () => {
  it('相符：同一份报告', () => {
    const { findings, checked } = comparePublished(reportWith(), reportWith());
    expect([findings, checked.notChecked]).toEqual([[], []]);
    expect(checked.ran).toBe(Object.keys(reportWith().cells).length);
  });
  it('不符：指出每一格和两处的数', () => {
    const { findings } = comparePublished(reportWith({ [granted]: '3' }), reportWith({ [granted]: '2' }));
    expect(
      findings.map(({ rule, severity, cells, stated, expected }) => [rule, severity, cells[0], stated, expected]),
    ).toContainEqual(['PUB-01', 'error', granted, '3', '2']);
    expect(findings[0]?.message).toContain('网页与可下载的文件，所载数字应当一致。');
  });
  it('临界：写法不同的同一个数不算不符，一处空缺的不核对', () => {
    const page = {
      ...reportWith(),
      cells: {
        ...reportWith().cells,
        [granted]: ' 0',
        'disclosure.fees.amount': '727.080',
        'disclosure.penalties.decisions': null,
      },
    };
    const { findings, checked } = comparePublished(page, reportWith({ 'disclosure.fees.amount': '727.08' }));
    expect(findings).toEqual([]);
    expect(checked.notChecked).toEqual([
      { rule: 'PUB-01', cells: ['disclosure.penalties.decisions'], why: '一处空缺' },
    ]);
  });
  it('格式或年度不同的不比较，并说明', () => {
    expect(comparePublished(reportWith(), reportOf2020()).checked.notChecked[0]?.why).toBe(
      '网页和文件用的不是同一格式',
    );
    expect(comparePublished(reportWith(), reportWith({}, {}, { year: 2022 })).checked.notChecked[0]?.why).toBe(
      '网页是 2023 年的报告，文件是 2022 年的',
    );
  });
});
