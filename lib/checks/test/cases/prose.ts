import { reportWith, type Cases } from '@/lib/checks/test/reports';

const asked = {
  'applications.received.naturalPerson': '8',
  'applications.granted.naturalPerson': '6',
  'applications.carriedOut.naturalPerson': '2',
};
const carried = { ...asked, 'applications.carriedIn.naturalPerson': '3', 'applications.granted.naturalPerson': '9' };
const says = (overview: string, cells: Record<string, string> = asked) => ({ report: reportWith(cells, { overview }) });
const lastYear = reportWith(
  { 'applications.received.naturalPerson': '5', 'applications.granted.naturalPerson': '5' },
  {},
  { year: 2022 },
);
const remedies = {
  'remedies.reconsideration.upheld': '3',
  'remedies.litigationDirect.upheld': '2',
  'remedies.litigationAfterReconsideration.corrected': '1',
};

export const proseCases: Record<string, Cases> = {
  'T2-04': {
    holds: says('全年制发行政规范性文件2件。', {
      'disclosure.normativeDocuments.issued': '2',
      'disclosure.normativeDocuments.inForce': '2',
    }),
    fails: {
      ...says('全年作出行政处罚决定59件。', { 'disclosure.penalties.decisions': '58' }),
      finds: [{ severity: 'warning', stated: '59', expected: '58', cells: ['disclosure.penalties.decisions'] }],
    },
    boundary: {
      because: '说的是公示的件数，为提示',
      ...says('公示作出的行政许可决定30件。', { 'disclosure.licensing.decisions': '716' }),
      finds: [{ severity: 'notice' }],
    },
  },
  'PRO-01': {
    holds: says('2023年，共收到政府信息公开申请8件，均在法定期限内答复。'),
    fails: {
      ...says('2023年，共收到政府信息公开申请９件。'),
      finds: [
        {
          severity: 'warning',
          stated: '9',
          expected: '8',
          difference: '1',
          where: { section: 'overview', start: 6, end: 19, quote: '共收到政府信息公开申请９件' },
        },
      ],
    },
    boundary: {
      because: '含上年结转的受理数，为提示',
      ...says('全年受理政府信息公开申请11件。', carried),
      finds: [{ severity: 'notice', stated: '11' }],
    },
  },
  'PRO-02': {
    holds: says('收到政府信息公开申请8件，办结6件。'),
    fails: {
      ...says('收到政府信息公开申请8件，办结7件。'),
      finds: [{ severity: 'warning', stated: '7', expected: '6' }],
    },
    boundary: {
      because: '只计本年新收的办结数也可',
      ...says('收到政府信息公开申请8件，办结6件。', carried),
      finds: [],
    },
  },
  'PRO-03': {
    holds: says('依申请公开结转下年度办理2件。'),
    fails: { ...says('依申请公开有1件结转2024年办理。'), finds: [{ severity: 'warning', stated: '1', expected: '2' }] },
    boundary: { because: '说的是上年转来的，不是转下年的', ...says('2022年结转2023年办理5件。'), finds: [] },
  },
  'PRO-04': {
    holds: says('我局未收到政府信息公开申请。', {}),
    fails: { ...says('我局未收到政府信息公开申请。'), finds: [{ severity: 'warning', expected: '8' }] },
    boundary: { because: '未收到的是投诉，不是申请', ...says('未收到关于政府信息公开申请的投诉。'), finds: [] },
  },
  'PRO-05': {
    holds: says('收到政府信息公开申请8件，均已办结。', {
      'applications.received.naturalPerson': '8',
      'applications.granted.naturalPerson': '8',
    }),
    fails: { ...says('收到政府信息公开申请8件，均已按时办结。'), finds: [{ severity: 'warning', expected: '2' }] },
    boundary: {
      because: '除结转以外的全部办结',
      ...says('收到政府信息公开申请8件，除结转下年2件外全部办结。'),
      finds: [],
    },
  },
  'PRO-06': {
    holds: says('收到政府信息公开申请8件，其中自然人申请8件、法人或其他组织申请0件。'),
    fails: {
      ...says('收到政府信息公开申请8件，其中自然人申请7件、法人或其他组织申请1件。'),
      finds: [
        { severity: 'warning', stated: '7', expected: '8', cells: ['applications.received.naturalPerson'] },
        { stated: '1', expected: '0' },
      ],
    },
    boundary: {
      because: '含上年结转的也可',
      ...says('收到政府信息公开申请11件，其中自然人申请11件。', carried),
      finds: [],
    },
  },
  'T3-09': {
    holds: says('收到政府信息公开申请8件，其中予以公开6件、不予公开0件。'),
    fails: {
      ...says('收到政府信息公开申请8件，其中予以公开5件、不予公开1件。'),
      finds: [
        { stated: '5', expected: '6' },
        { stated: '1', expected: '0' },
      ],
    },
    boundary: { because: '公开的信息条数不是办理结果', ...says('经申请，主动予以公开5条信息。'), finds: [] },
  },
  'T4-02': {
    holds: says('因政府信息公开引起行政复议3件、行政诉讼3件。', remedies),
    fails: {
      ...says('因政府信息公开引起行政复议案件4件，行政诉讼案件1件。', remedies),
      finds: [
        { severity: 'warning', stated: '4', expected: '3' },
        { stated: '1', expected: '3' },
      ],
    },
    boundary: {
      because: '写明未经复议直接起诉的，可只写一项',
      ...says('因政府信息公开未经复议直接提起行政诉讼2件。', remedies),
      finds: [],
    },
  },
  'T4-03': {
    holds: says('未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。', {}),
    fails: {
      ...says('未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。', remedies),
      finds: [
        { severity: 'warning', expected: '3' },
        { severity: 'warning', expected: '3' },
      ],
    },
    boundary: {
      because: '没有被纠正，不等于没有发生',
      ...says('没有行政复议被纠正的情况，未经行政复议直接提起行政诉讼2件。', remedies),
      finds: [],
    },
  },
  'T4-04': {
    holds: says('因信息公开引起的行政复议均维持。', remedies),
    fails: { ...says('因信息公开引起的行政诉讼均维持。', remedies), finds: [{ severity: 'warning', expected: '1' }] },
    boundary: {
      because: '尚未审结的也不算维持',
      ...says('行政复议均被维持。', { 'remedies.reconsideration.pending': '1' }),
      finds: [{ expected: '1' }],
    },
  },
  'PRO-07': {
    holds: says('全年共发布信息397条，其中网站254条，微信公众号143条；另有35条未公开。'),
    fails: {
      ...says('全年共发布信息397条，其中网站254条，微信公众号140条。'),
      finds: [{ severity: 'warning', stated: '397', expected: '394', difference: '3' }],
    },
    boundary: {
      because: '单位不一，为提示，并指出恰为差数的一项',
      ...says('全年主动公开信息52条，其中网站10条，公众号31条，受理投诉11件。'),
      finds: [{ severity: 'notice', difference: '11', suggestion: '同句“受理投诉11件”正好是相差的数，请核对是否漏计' }],
    },
  },
  'PRO-09': {
    holds: says('公开信息397条，其中网站254条，占64%。'),
    fails: {
      ...says('公开信息397条，其中网站254条，占66%。'),
      finds: [{ severity: 'notice', stated: '66%', expected: '64.0%' }],
    },
    boundary: { because: '末位的一半以内', ...says('公开信息397条，其中网站254条，占63.98%。'), finds: [] },
  },
  'PRO-10': {
    holds: { ...says('收到政府信息公开申请8件，同比增长60%。'), context: { last: lastYear } },
    fails: {
      ...says('收到政府信息公开申请8件，同比增长62%。'),
      context: { last: lastYear },
      finds: [{ severity: 'warning', stated: '62%', expected: '60.0%' }],
    },
    boundary: {
      because: '写的是增加的件数',
      ...says('收到政府信息公开申请8件，较上年增加4件。'),
      context: { last: lastYear },
      finds: [{ stated: '4件', expected: '3' }],
    },
  },
  'PRO-11': {
    holds: says('全年网站发布信息254条。\n网站全年发布信息254条。'),
    fails: {
      ...says('全年网站发布信息254条。\n网站全年发布信息381条。'),
      finds: [{ severity: 'notice', stated: '381', expected: '254' }],
    },
    boundary: {
      because: '两个账号不是同一渠道',
      ...says('“云泽应急”微信公众号发布信息60条。“澄湖安监”微信公众号发布信息22条。'),
      finds: [],
    },
  },
  'PRO-12': {
    holds: says('主动公开信息约400条。'),
    fails: {
      ...says('主动公开信息约397条。'),
      finds: [
        { severity: 'notice', stated: '约397条', where: { section: 'overview', start: 6, end: 11, quote: '约397条' } },
      ],
    },
    boundary: {
      because: '各项之和正是这个数',
      ...says('主动公开信息约400条，其中网站260条，公众号140条。'),
      finds: [{ stated: '约400条' }],
    },
  },
  'PRO-13': {
    holds: says('主动公开政府信息20条。'),
    fails: {
      ...says('（一）主动公开。及时发布工作动态和政策文件。'),
      finds: [{ severity: 'notice', where: { section: 'overview' } }],
    },
    boundary: { because: '约数也是数', ...says('（一）主动公开。发布信息近百条。'), finds: [] },
  },
  'PRO-14': {
    holds: says('独立用户访问总量196223个，网站总访问量208788次。'),
    fails: {
      ...says('独立用户访问总量218788个，网站总访问量208788次。'),
      finds: [{ severity: 'notice', stated: '218788' }],
    },
    boundary: { because: '其中的一项也不多于总数', ...says('发布信息10条，其中原创12条。'), finds: [{ stated: '12' }] },
  },
  'FEE-02': {
    holds: {
      report: reportWith({}, { other: '对3件申请收取信息处理费710元。其中，甲局1件，收取420元；乙镇2件，收取290元。' }),
    },
    fails: {
      report: reportWith({}, { other: '对3件申请收取信息处理费720元。其中，甲局1件，收取420元；乙镇2件，收取290元。' }),
      finds: [{ severity: 'warning', stated: '720', expected: '710', difference: '10' }],
    },
    boundary: {
      because: '件数也要相符',
      report: reportWith({}, { other: '对4件申请收取信息处理费710元。其中，甲局1件，收取420元；乙镇2件，收取290元。' }),
      finds: [{ stated: '4', expected: '3' }],
    },
  },
  'FEE-04': {
    holds: { report: reportWith({}, { other: '本年度收取信息处理费2950元。' }) },
    fails: { report: reportWith({}, { other: '本年度收取信息处理费2950。' }), finds: [{ severity: 'notice' }] },
    boundary: {
      because: '万元也提示，0 不提示',
      report: reportWith({}, { other: '收取信息处理费0.3万元。另收取信息处理费0。' }),
      finds: [{ stated: '信息处理费0.3万元' }],
    },
  },
  'PH-01': {
    holds: says('2023年共举办培训3×5场，见〔2023〕2号【通知】。'),
    fails: {
      ...says('2023年共举办培训XX场，（待补）。'),
      finds: [
        { severity: 'error', stated: 'XX' },
        { severity: 'error', stated: '（待补）' },
      ],
    },
    boundary: {
      because: '网址、型号里的字母不是占位',
      ...says('见 http://xxgk.example.gov.cn，型号 XXL。'),
      finds: [],
    },
  },
  'PII-01': {
    holds: says('统一社会信用代码 11440000006939748X 见公示。'),
    fails: {
      ...says('申请人身份证号11010519491231002X。'),
      finds: [{ severity: 'error', where: { section: 'overview', start: 7, end: 25, quote: '11010519491231002X' } }],
    },
    boundary: { because: '校验码不符的十八位数不是身份证号码', ...says('编号110105194912310021。'), finds: [] },
  },
  'PII-02': {
    holds: says('办公电话0517-87222589，邮编223100。'),
    fails: { ...says('联系人手机13800138000。'), finds: [{ severity: 'warning', stated: '13800138000' }] },
    boundary: { because: '十一位的访问次数不是手机号码', ...says('网站总访问13800138000次。'), finds: [] },
  },
};
