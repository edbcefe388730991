import type { HeadingAsWritten } from '@/lib/report/as-written';
import { writtenAs } from '@/lib/checks/test/as-written';
import { reportWith, type Cases } from '@/lib/checks/test/reports';

const form = writtenAs().headings;
const file = (headings: readonly HeadingAsWritten[]) => ({
  purpose: 'file' as const,
  written: writtenAs('2021', {}, { headings }),
});
const retitled = (at: number, text: string) =>
  form.map((heading, index) => (index === at ? { ...heading, text } : heading));
const names =
  '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
const dated = '统计期限自2023年1月1日起至2023年12月31日止。';
const numbered = (...lines: string[]) => reportWith({}, { problems: lines.join('\n') });

export const headingCases: Record<string, Cases> = {
  'SEC-02': {
    holds: { report: reportWith(), context: file(form) },
    fails: {
      report: reportWith(),
      context: file(
        [form[0], form[2], form[1], form[3], form[4], form[4], form[5]].flatMap((heading) => heading ?? []),
      ),
      finds: [
        { severity: 'warning', where: { section: 'disclosure' } },
        { severity: 'warning', where: { section: 'problems' } },
      ],
    },
    boundary: {
      because: '混入另一套序号，只提第一个；表三各行的序号不算',
      report: reportWith(),
      context: file([
        ...form.slice(0, 1),
        ...['一、组织领导', '二、公开内容'].map((text) => ({ section: null, text })),
        ...form.slice(1, 3),
        { section: null, text: '一、本年新收政府信息公开申请数量' },
        ...form.slice(3),
      ]),
      finds: [{ stated: '一、组织领导', where: { section: 'overview' } }],
    },
  },
  'SEC-03': {
    holds: { report: reportWith(), context: file(retitled(3, '四、 政府信息公开行政复议、行政诉讼情况。')) },
    fails: {
      report: reportWith(),
      context: file(retitled(4, '五、主要问题和下步打算')),
      finds: [
        {
          severity: 'warning',
          where: { section: 'problems' },
          stated: '五、主要问题和下步打算',
          expected: '五、存在的主要问题及改进情况',
        },
      ],
    },
    boundary: {
      because: '丢了序号，词句相同，不算',
      report: reportWith(),
      context: file(retitled(0, '总体情况')),
      finds: [],
    },
  },
  'SEC-05': {
    holds: { report: reportWith() },
    fails: {
      report: reportWith(
        {},
        { overview: '（一）主动公开。公布信息20条。\n（二）依申请公开。按时办理。\n（三）政府信息管理。逐件核对。' },
      ),
      finds: [{ severity: 'notice', stated: '平台建设、监督保障', where: { section: 'overview' } }],
    },
    boundary: {
      because: '2020年的报告没有这个要求',
      report: reportWith({}, { overview: '公布信息20条，按时办理申请。' }, { format: '2019', year: 2020 }),
      finds: [],
    },
  },
  'SEC-07': {
    holds: { report: reportWith() },
    fails: {
      report: numbered('一是解读形式单一。二是更新不够及时，个别栏目内容偏少。'),
      finds: [{ severity: 'warning', title: '第五部分写了存在的问题，没有写改进情况' }],
    },
    boundary: {
      because: '反过来也一样',
      report: numbered('下一步，我局将加强业务培训，完善审核流程。'),
      finds: [{ title: '第五部分写了改进情况，没有写存在的问题' }],
    },
  },
  'SEC-08': {
    holds: { report: reportWith({}, {}, { preamble: `根据条例编制。报告由${names}六个部分组成。${dated}` }) },
    fails: {
      report: reportWith(
        {},
        {},
        { preamble: `根据条例编制。报告包括${names.replace('、其他需要报告的事项', '')}六个部分。${dated}` },
      ),
      finds: [{ severity: 'warning', stated: '6', expected: '5', where: { section: 'preamble' } }],
    },
    boundary: {
      because: '数目相符，名称与标题不同，为提示',
      report: reportWith(
        {},
        {},
        { preamble: `根据条例编制。报告包括${names.replace('主要问题', '困难问题')}等6个部分。${dated}` },
      ),
      finds: [{ severity: 'notice' }],
    },
  },
  'SEC-09': {
    holds: { report: reportWith() },
    fails: {
      report: reportWith({}, {}, { preamble: '' }),
      finds: [{ severity: 'notice', where: { section: 'preamble' } }],
    },
    boundary: {
      because: '写了依据，没有写统计期限',
      report: reportWith({}, {}, { preamble: '根据《中华人民共和国政府信息公开条例》编制本报告。' }),
      finds: [{ title: '开头没有说明统计期限' }],
    },
  },
  'SEC-10': {
    holds: { report: reportWith({}, { other: '无' }) },
    fails: {
      report: reportWith({}, {}, { preamble: '告' }),
      finds: [{ severity: 'warning', stated: '告', where: { section: 'preamble', start: 0, end: 1 } }],
    },
    boundary: {
      because: '成句的、有标点的、表名都不算',
      report: reportWith(
        {},
        { disclosure: '表二\n如下：', problems: '略。' },
        { preamble: '前言\n依据条例编制，统计时间截至2023年12月31日。' },
      ),
      finds: [],
    },
  },
  'SEC-11': {
    holds: {
      report: numbered(
        '存在的问题：',
        '（一）形式单一。',
        '（二）更新迟缓。',
        '改进措施：',
        '（一）充实队伍。',
        '（二）逐月检查。',
      ),
    },
    fails: {
      report: numbered('（一）形式单一。', '（一）更新迟缓，已改进。'),
      finds: [{ severity: 'notice', where: { section: 'problems', start: 9, quote: '（一）' } }],
    },
    boundary: {
      because: '“1、是”，一个部分提一次',
      report: numbered('1、是形式单一。', '2、是更新迟缓。', '已逐项改进。'),
      finds: [{ stated: '1、是' }],
    },
  },
  'SEC-12': {
    holds: { report: reportWith({}, { problems: '解'.repeat(80) }) },
    fails: {
      report: reportWith({}, { overview: '公'.repeat(149) }),
      finds: [{ severity: 'notice', stated: '149', where: { section: 'overview' } }],
    },
    boundary: {
      because: '数字和标点不计',
      report: reportWith({}, { problems: `${'解'.repeat(79)}2023。` }),
      finds: [{ stated: '79' }],
    },
  },
};
