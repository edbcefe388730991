import type { Report } from '@/lib/report/report';
import { paraphrases } from '@/lib/checks/test/paraphrase';
import { reportWith, type Try } from '@/lib/checks/test/reports';

const file = { purpose: 'file' } as const;

const dated = (date: string, head: Partial<Report> = {}, context: Try['context'] = {}): Try => {
  const report = reportWith({}, {}, head);
  return { report: { ...report, signature: { agency: report.agency, date } }, context: { ...file, ...context } };
};
const cityGovernment = (date: string): Try => dated(date, { agency: '云泽市人民政府' }, { kind: 'government' });
const townOffice = (date: string): Try => dated(date, { agency: '柳溪镇人民政府' }, { kind: 'town' });
const signedBy = (agency: string, date: string | null, head: Partial<Report> = {}): Try => ({
  report: { ...reportWith({}, {}, head), signature: { agency, date } },
  context: file,
});
const agencies = [
  '云泽市教育局',
  '云泽市民政局',
  '云泽市审计局',
  '云泽市司法局',
  '云泽市统计局',
  '云泽市信访局',
  '澄湖区水务局',
  '澄湖区商务局',
  '澄湖区财政局',
  '云泽市人民政府办公室',
];

paraphrases('DAT-01', {
  fires: [
    ...agencies.map((agency) => signedBy(agency, null, { agency })),
    ...agencies.map((agency) => signedBy('', '2024-01-17', { agency })),
    signedBy('', null),
    signedBy(' ', null),
  ],
  silent: [
    ...agencies.map((agency) => signedBy(agency, '2024-01-17', { agency })),
    ...agencies.map((agency): Try => ({ ...signedBy(agency, null, { agency }), context: { purpose: 'draft' } })),
    { report: { ...reportWith(), preamble: '', sections: {} }, context: file },
  ],
});

paraphrases('DAT-02', {
  fires: [
    ...[
      '2024-02-01',
      '2024-02-02',
      '2024-02-18',
      '2024-03-01',
      '2024-03-31',
      '2024-04-10',
      '2024-06-30',
      '2024-12-31',
      '2025-01-17',
      '2026-05-01',
    ].map((date) => dated(date)),
    ...['2024-04-01', '2024-04-02', '2024-05-20', '2024-09-09', '2025-03-31'].map(cityGovernment),
    ...['2024-02-01', '2024-02-28', '2024-04-15'].map(townOffice),
    dated('2021-02-03', { year: 2020, format: '2019' }),
    dated('2024-02-09', { agency: '云泽经济开发区管理委员会' }),
  ],
  silent: [
    ...['2024-01-01', '2024-01-02', '2024-01-17', '2024-01-29', '2024-01-30', '2024-01-31', '2023-12-29'].map((date) =>
      dated(date),
    ),
    ...['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-15', '2024-03-30', '2024-03-31'].map(cityGovernment),
    ...['2024-01-05', '2024-01-20', '2024-01-31'].map(townOffice),
    dated('2021-01-31', { year: 2020, format: '2019' }),
    dated('2024-05-01', { title: '云泽市应急管理局2023年政府信息公开工作年度报告（更正）' }),
    dated('2024-01-31', {}, { kind: null }),
    dated('2024-02-20', {}, { kind: null }),
  ],
});

paraphrases('DAT-03', {
  fires: [
    ...[
      '2023-01-01',
      '2023-01-17',
      '2023-01-31',
      '2023-02-10',
      '2023-03-20',
      '2023-06-30',
      '2023-10-01',
      '2023-12-01',
      '2023-12-20',
      '2023-12-29',
      '2023-12-30',
      '2023-12-31',
      '2022-01-17',
      '2022-12-31',
      '2014-01-17',
    ].map((date) => dated(date)),
    ...['2023-03-31', '2023-12-28'].map(cityGovernment),
    ...['2023-01-20', '2023-12-25'].map(townOffice),
    dated('2020-01-20', { year: 2020, format: '2019' }),
  ],
  silent: [
    ...[
      '2024-01-01',
      '2024-01-02',
      '2024-01-10',
      '2024-01-17',
      '2024-01-31',
      '2024-02-01',
      '2024-06-30',
      '2024-12-31',
      '2025-01-01',
    ].map((date) => dated(date)),
    ...['2024-01-08', '2024-03-01', '2024-03-31', '2024-04-01'].map(cityGovernment),
    ...['2024-01-12', '2024-02-18', '2024-03-01'].map(townOffice),
    dated('2021-01-20', { year: 2020, format: '2019' }),
    dated('2020-01-20', { year: 2019, format: '2019' }),
    dated('2024年1月', {}),
    { report: reportWith() },
  ],
});

const asWritten = (date: string): Try => ({
  ...dated('2024-01-17'),
  context: {
    ...file,
    written: { headings: [], tables: [], labels: [], corner: null, cells: {}, date, residue: [], page: null },
  },
});

paraphrases('DAT-04', {
  fires: [
    '2024年01月17日',
    '2024年1月07日',
    '2024年01月07日',
    '2024 年 01 月 17 日',
    '２０２４年０１月１７日',
    '二〇二四年一月十七日',
    '二○二四年一月十七日',
    '二零二四年一月十七日',
    '二〇二四年元月十七日',
    '2024年一月十七日',
    '2024-01-17',
    '2024-1-17',
    '2024.1.17',
    '2024.01.17',
    '2024/1/17',
    '20240117',
    '2024年1月',
    '2024年01月',
    '24年1月17日',
    '2024年1月17',
    '1月17日',
  ].map(asWritten),
  silent: [
    '2024年1月17日',
    '2024 年 1 月 17 日',
    '2024年1月1日',
    '2024年10月20日',
    '2024年12月31日',
    '2024年1月31日',
    '2024年1月10日',
    '２０２４年１月１７日',
    ' 2024年1月17日 ',
    '2024年1月17日。',
    '2024年1月17日印发',
    '（2024年1月17日）',
    '成文日期：2024年1月17日',
    '2024年 1月 17日',
    '2024年2月9日',
    '2024年3月30日',
    '2024年11月11日',
    '2025年1月2日',
    '2021年1月20日',
    '2023年12月29日',
  ].map(asWritten),
});
