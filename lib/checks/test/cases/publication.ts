import type { PageFacts } from '@/lib/report/as-written';
import { pageOf, writtenAs } from '@/lib/checks/test/as-written';
import { reportWith, type Cases } from '@/lib/checks/test/reports';

const page = (facts: Partial<PageFacts> = {}, tables = pageOf().tables.map(({ table }) => table)) => ({
  purpose: 'file' as const,
  written: writtenAs('2021', {}, { tables, page: pageOf(facts) }),
});
const bare = { table: 'disclosure' as const, headers: false, caption: true };

export const publicationCases: Record<string, Cases> = {
  'PUB-02': {
    holds: { report: reportWith(), context: page({ pictures: 3 }) },
    fails: {
      report: reportWith(),
      context: page({ tables: [], pictures: 3 }, []),
      finds: [{ severity: 'warning', where: { section: 'disclosure' } }],
    },
    boundary: {
      because: '没有图片，缺表由别的规则说',
      report: reportWith(),
      context: page({ tables: [] }, []),
      finds: [],
    },
  },
  'PUB-03': {
    holds: { report: reportWith(), context: page({ published: '2024-01-31 18:00' }) },
    fails: {
      report: reportWith(),
      context: page({ published: '2024年2月1日' }),
      finds: [{ severity: 'warning', stated: '2024-02-01', expected: '不晚于 2024-01-31' }],
    },
    boundary: {
      because: '人民政府到 3 月 31 日',
      report: reportWith(),
      context: { ...page({ published: '2024-03-31' }), kind: 'government' },
      finds: [],
    },
  },
  'PUB-04': {
    holds: {
      report: reportWith(),
      context: page({ title: '云泽市应急管理局 2023年政府信息公开工作年度报告_云泽市人民政府' }),
    },
    fails: {
      report: reportWith(),
      context: page({ title: '信息公开年报' }),
      finds: [{ severity: 'notice', stated: '信息公开年报' }],
    },
    boundary: {
      because: '只差空格和换行',
      report: reportWith({}, {}, { title: '云泽市应急管理局\n2023 年政府信息公开工作年度报告' }),
      context: page(),
      finds: [],
    },
  },
  'PUB-05': {
    holds: { report: reportWith(), context: page() },
    fails: {
      report: reportWith(),
      context: page({ tables: [bare] }),
      finds: [{ severity: 'notice', where: { section: 'disclosure' } }],
    },
    boundary: {
      because: '每张表一条',
      report: reportWith(),
      context: page({ tables: [bare, bare, { ...bare, table: 'remedies' }] }),
      finds: [{}, {}],
    },
  },
};
