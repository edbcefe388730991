import type { AsWritten } from '@/lib/report/as-written';
import { reportWith, type Cases, type Try } from '@/lib/checks/test/reports';

const says = (overview: string): Try => ({ report: reportWith({}, { overview }) });
const residue = (text: string): AsWritten => ({
  headings: [],
  tables: [],
  labels: [],
  corner: null,
  cells: {},
  date: null,
  residue: [{ place: 'problems', text }],
  page: null,
});

const long = Array.from(
  { length: 40 },
  (_, index) =>
    `第${'甲乙丙丁戊己庚辛壬癸'[index % 10]}类事项由${'东南西北中'[index % 5]}片承办科室核对后在专栏公布${'一二三四'[Math.floor(index / 10)]}次`,
).join('，');
const other = { ...reportWith({}, { overview: `${long}。` }), agency: '云泽市民政局' };

const short = (year: number) =>
  reportWith({}, { overview: '全年未收到申请，及时更新目录。', problems: '公开不够及时，已改进。' }, { year });

export const wordCases: Record<string, Cases> = {
  'LNG-01': {
    holds: says('紧紧围绕目的的实现，牢牢守住底线，市人民政府政府信息公开工作作为重点。'),
    fails: {
      ...says('重大政策的的出台，预售资金资金监管。'),
      finds: [
        { severity: 'warning', stated: '的的', expected: '的' },
        { stated: '资金资金', expected: '资金' },
      ],
    },
    boundary: {
      because: '县县长是县和县长，“学习习近平”是两个词',
      ...says('泗川县县长带头学习习近平法治思想。'),
      finds: [],
    },
  },
  'LNG-02': {
    holds: says('畅通受理渠道，部署安装，即使休息日也办理。'),
    fails: {
      report: reportWith({}, { overview: '既使休息日也受理，畅通受理渠。开展督导督导组活动。' }),
      context: { dictionary: { slips: { 督导督导组: '督导组' }, sensitive: [] } },
      finds: [
        { severity: 'warning', stated: '既使', expected: '即使' },
        { severity: 'warning', expected: '督导组' },
        { severity: 'notice', stated: '受理渠', expected: '受理渠道' },
      ],
    },
    boundary: {
      because: '是别的词的一部分',
      ...says('访问提供的服务，来自已公开的目录，各项日常工作，组建没有停顿，引进一批设备。'),
      finds: [],
    },
  },
  'SEC-WORD': {
    holds: {
      report: reportWith({}, { overview: '公布涉密目录。' }),
      context: { dictionary: { slips: {}, sensitive: ['机密'] } },
    },
    fails: {
      report: reportWith({}, { overview: '公布涉密目录。' }),
      context: { dictionary: { slips: {}, sensitive: ['涉密'] } },
      finds: [{ severity: 'warning', where: { section: 'overview', start: 2, end: 4, quote: '涉密' } }],
    },
    boundary: { because: '词表默认为空', ...says('公布涉密目录。'), finds: [] },
  },
  'LNG-03': {
    holds: says('（一）主动公开\n落实“三审三校”制度：1）登记；2）审核。'),
    fails: {
      ...says('落实“三审三校制度。。\n全年公开信息，及时更新目录，没有发生泄密的情况'),
      finds: [{ severity: 'notice', stated: '“' }, { stated: '。。' }, { title: '一段末尾没有标点' }],
    },
    boundary: { because: '标题和短条目末尾不用标点', ...says('（一）主动公开情况\n公开目录及指南'), finds: [] },
  },
  'LNG-04': {
    holds: says('网址 http://a.cn:80，时间 9:00，第(1)项。'),
    fails: {
      ...says('及时公开,按时答复;全部办结。'),
      finds: [{ severity: 'notice', stated: ',', title: '2 处半角标点“,”' }],
    },
    boundary: { because: '序号的括号可用半角', ...says('(一)主动公开。'), finds: [] },
  },
  'LNG-05': {
    holds: says('根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《条例》第二十条。'),
    fails: {
      ...says('全面落实《信息公开条例》，对照《条例》检查。'),
      finds: [{ severity: 'notice', stated: '《信息公开条例》' }],
    },
    boundary: { because: '《政府信息公开条例》是通行的写法', ...says('落实《政府信息公开条例》。'), finds: [] },
  },
  'LNG-06': {
    holds: says('行政复议机关不予受理1件；不予公开申请1件。'),
    fails: {
      ...says('收到公开申请，其中免于公开1件、信息不存在1件、不再受理1件。'),
      finds: [
        { severity: 'notice', expected: '不予公开' },
        { stated: '信息不存在' },
        { stated: '不再受理', expected: '不再处理' },
      ],
    },
    boundary: { because: '说的不是申请的结果', ...says('确保网上信息不存在泄密问题。'), finds: [] },
  },
  'LNG-07': {
    holds: says('我局加强与各级政府部门的沟通，发布部分地区强降雨预警信息。'),
    fails: { ...says('部分地区对政务公开重视不够。'), finds: [{ severity: 'warning', stated: '部分地区' }] },
    boundary: {
      because: '政府的报告可以说本地各部门',
      report: says('部分地区对政务公开重视不够。').report,
      context: { kind: 'government' },
      finds: [],
    },
  },
  'LNG-08': {
    holds: says('我局高度重视，各单位对本单位信息负责，我局按月检查。'),
    fails: {
      ...says('我局高度重视，我局按月检查，我单位未收费。'),
      finds: [{ severity: 'notice', stated: '我单位', expected: '我局' }],
    },
    boundary: { because: '结合本单位实际，是泛指', ...says('我局要求结合本单位实际做好公开。'), finds: [] },
  },
  'SEC-13': {
    holds: {
      report: reportWith({}, { overview: `${long}。` }),
      context: {
        others: [reportWith({}, { overview: '另写了一段完全不同的内容。'.repeat(30) }, { agency: '云泽市民政局' })],
      },
    },
    fails: {
      report: reportWith({}, { overview: `2023年，${long}。` }),
      context: { others: [other] },
      finds: [{ severity: 'notice', where: { section: 'overview' } }],
    },
    boundary: { because: '很短的文字相同不足为怪', report: short(2023), context: { last: short(2022) }, finds: [] },
  },
  'PH-02': {
    holds: says('见《公开目录》[2023]2号，A&B。'),
    fails: {
      report: reportWith({}, { overview: '见错误!未找到引用源。' }),
      context: { written: residue('[bookmark: _GoBack]') },
      finds: [
        { severity: 'error', where: { section: 'overview', start: 1, end: 10, quote: '错误!未找到引用源' } },
        { severity: 'notice', where: { section: 'problems' }, stated: '[bookmark: _GoBack]' },
      ],
    },
    boundary: {
      because: '读入时去掉的引用错误也是错误',
      report: reportWith(),
      context: { written: residue('错误!未找到引用源。') },
      finds: [{ severity: 'error' }],
    },
  },
  'PII-03': {
    holds: {
      report: reportWith(
        {},
        { overview: '联系邮箱：abc@163.com。统一编号6222020000000000。' },
        { preamble: '请联系abc@126.com' },
      ),
    },
    fails: {
      ...says('退款至6222021234567890128，答复发到zhangsan@qq.com。'),
      finds: [
        { severity: 'warning', stated: '6222021234567890128' },
        { severity: 'notice', stated: 'zhangsan@qq.com' },
      ],
    },
    boundary: { because: '机关域名的邮箱不是个人邮箱', ...says('答复由xxgk@yunze.gov.cn发出。'), finds: [] },
  },
  'PII-04': {
    holds: says('申请人李某申请公开征地信息，申请人要求补正，居民高度关注。'),
    fails: {
      ...says('申请人李建国提出公开申请；村民申请公开幸福路12号房屋补偿材料。'),
      finds: [{ severity: 'notice', stated: '申请人李建国' }, { severity: 'notice' }],
    },
    boundary: { because: '文号不是门牌', ...says('申请公开国办函〔2020〕109号文件。'), finds: [] },
  },
};
