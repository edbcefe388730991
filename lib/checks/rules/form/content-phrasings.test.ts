import type { SectionId } from '@/lib/statute/format';
import type { AgencyKind } from '@/lib/report/report';
import { paraphrases } from '@/lib/checks/test/paraphrase';
import { reportWith, type Try } from '@/lib/checks/test/reports';

const file = { purpose: 'file' } as const;
const inSection = (section: SectionId, texts: readonly string[], context: Try['context'] = {}): Try[] =>
  texts.map((text) => ({ report: reportWith({}, { [section]: text }), context }));

paraphrases('FEE-01', {
  fires: [
    ...inSection('other', [
      '无',
      '无。',
      '没有需要报告的事项。',
      '暂无其他需要报告的事项',
      '本年度无其他需要报告的事项。',
      '我局无其他需报告事项。',
      '本机关2023年度没有其他需要报告的情况。',
      '建议提案办理情况：全年办理建议12件、提案7件，均已办结。',
      '本年度无重大事项。',
      '一、人大代表建议公开8件。二、政协提案公开6件。',
      '2023年，政务公开工作要点各项任务均已落实。',
      '略',
      '详见区政府门户网站。',
      '如需咨询，请与局办公室联系，电话0500-1234567。',
      '本报告电子版可在政府网站下载。',
      '推进政务公开标准化规范化，编制基层政务公开事项标准目录26个。',
      '无其他重要事项需要报告',
      '联系地址：云泽市澄湖区府前路1号；邮编：222000。',
      '今年未发生其他应当报告的事项。',
      '我镇按照上级要求完成各项公开任务，设置查阅点3处，举办开放日1次。',
      '认真做好减税降费政策的解读。',
      '加强政务公开经费保障。',
    ]),
  ],
  silent: [
    ...inSection('other', [
      '本年度未收取政府信息公开信息处理费。',
      '2023年我局没有收取信息处理费。',
      '收取信息处理费0元。',
      '（一）收取信息处理费情况：无。',
      '按照《政府信息公开信息处理费管理办法》，本年度未产生信息处理费。',
      '2023年度，本机关依申请公开提供政府信息未收取任何费用。',
      '对2件申请发出收费通知，共收取300元。',
      '依申请公开政府信息收费情况：全年未收费。',
      '信息公开处理费收取情况：0元。',
      '我办2023年未向申请人收费。',
      '本机关政府信息公开未发生费用。',
      '无收费情况。',
      '未发出收费通知，无其他需要报告的事项。',
      '按照国务院办公厅关于政府信息公开处理费的规定，我县共收取 420 元。',
      '其他事项：无。收费减免：无。',
      '本年度信息处理费为零。',
      '未启动信息处理费的收取。',
      '信息处理费：本机关本年度发出0件收费通知，收取0元。',
      '2023年，全区收取信息处理费的单位1个，共收取50元。',
      '严格执行处理费管理办法。',
    ]),
    { report: reportWith({}, { other: '无。' }, { format: '2019', year: 2020 }) },
    { report: reportWith({}, { other: '' }) },
    { report: reportWith({}, { other: undefined }), context: file },
  ],
});

paraphrases('FEE-04', {
  fires: inSection('other', [
    '本年度收取信息处理费420。',
    '收取政府信息公开信息处理费0.042万元。',
    '信息处理费1.2万元。',
    '全年信息处理费总额为2950。',
    '依法收取信息处理费共计 300。',
    '收取信息处理费：50，已上缴国库。',
    '信息处理费合计0.3万元，均缴入国库。',
    '共收取信息处理费1,200。',
    '我局2023年收取信息处理费人民币600。',
    '收取处理费用180。',
    '信息处理费收入0.5万元。',
    '信息处理费金额为 0.03 万元。',
    '收取信息处理费2万。',
    '政府信息公开信息处理费共0.295万元。',
    '按量收取信息处理费40。',
    '对5件申请收取信息处理费0.1万元。',
    '全年收取的信息处理费为0.08万元。',
    '收取的信息处理费总计为750。',
    '信息处理费用1.5万元。',
    '2023年度信息处理费收取金额0.06万元。',
    '对申请人按件收取信息处理费，共收取0.02万元。',
  ]),
  silent: inSection('other', [
    '本年度收取信息处理费420元。',
    '收取政府信息公开信息处理费0元。',
    '未收取信息处理费。',
    '信息处理费0。',
    '信息处理费2950.5元，均缴入国库。',
    '收取信息处理费的申请2件。',
    '信息处理费2023年未收取。',
    '按照信息处理费109号文件执行。'.replace('109号', '管理办法'),
    '收取信息处理费3件、金额420元。',
    '收取信息处理费共25件，2950元。',
    '信息处理费1,200元。',
    '拨付公开工作经费3万元。',
    '发出信息处理费收费通知2份，收取60元。',
    '信息处理费：共计 300 元。',
    '信息处理费按件、按量计收。',
    '信息处理费为零。',
    '收取信息处理费人民币 50 元整。',
    '2023年信息处理费4件。',
    '信息处理费标准：每件100元。',
    '减免信息处理费1件。',
    '投入平台建设费用1.5万元，未收取信息处理费。',
  ]),
});

const only = (section: SectionId, text: string): Try => ({
  report: reportWith({}, { [section]: text }),
  context: file,
});

paraphrases('SEC-04', {
  fires: [
    ...[
      '无',
      '无。',
      '略',
      '略。',
      '没有',
      '暂无',
      '见附件',
      '详见附件',
      '同上',
      ' 无 ',
      '　无。',
      '暂无。',
      '（略）',
      '无内容',
      '详见附件。',
      '见附表',
    ].map((text) => only('overview', text)),
    ...[
      '无',
      '无。',
      '略',
      '暂无',
      '没有。',
      '无问题',
      '不存在问题。',
      '见附件。',
      '同上。',
      '（无）',
      '没有问题',
      '无存在问题。',
      '/',
      '-',
      '——',
    ].map((text) => only('problems', text)),
    only('overview', ''),
    only('problems', ''),
    only('other', ''),
  ],
  silent: [
    ...['无', '无。', '没有需要报告的事项。', '暂无', '略'].map((text) => only('other', text)),
    ...[
      '本年度主动公开政府信息20条。',
      '无论线上线下，均按时公开信息，全年公开20条。',
      '略有不足，但总体平稳，公开信息20条。',
      '没有未按期公开的信息，全年公开20条。',
      '详见附件一。全年公开20条。',
      '见下表，公开信息20条。',
      '见贤思齐，对标先进单位，全年公开20条。',
    ].map((text) => only('overview', text)),
    ...[
      '问题：解读少。改进：增加图解。',
      '无专职人员，已配备1名。',
      '没有及时更新的栏目已经整改。',
      '略显单一的解读形式已经丰富。',
      '暂无专栏，拟新建。',
      '见效慢，需持续用力。',
      '同上年相比，问题减少，已改进。',
      '不存在重大问题；更新较慢，已改进。',
    ].map((text) => only('problems', text)),
    { report: reportWith({}, { overview: undefined }), context: file },
    { report: reportWith({}, { overview: '' }), context: { purpose: 'draft' } },
  ],
});

const duties = (overview: string, agency = '云泽市澄湖区人民政府', kind: AgencyKind = 'government'): Try => ({
  report: reportWith({}, { overview }, { agency }),
  context: { kind },
});
const full = '公开工作占年度考核4分；聘请社会评议员20名，评议结果良好；没有发生责任追究的情形。';

paraphrases('SEC-06', {
  fires: [
    ...[
      '加强监督保障，举办培训2次。',
      '（五）监督保障。健全领导小组，明确专人。',
      '将政务公开纳入考核。',
      '开展考核和社会评议。',
      '没有追责情形。',
      '开展社会评议，满意度高。',
      '考核优秀，无责任追究。',
      '评议良好，未发生问责。',
      '强化督查。',
      '组织工作考核，占比4%。',
      '将公开工作纳入绩效考评范围，未开展问卷。',
      '开展群众满意度调查。',
      '对照标准自查自评。',
      '定期通报。',
      '接受人大监督。',
      '开展第三方评估1次。',
      '制定考核办法，邀请群众评议。',
    ].map((text) => duties(text)),
    duties('监督保障有力。', '澄湖区柳溪镇人民政府', 'town'),
    duties('考核结果良好。', '澄湖区柳溪镇人民政府', 'town'),
    duties('社会评议满意。', '云泽省人民政府'),
    duties('未发生责任追究。', '云泽市人民政府'),
  ],
  silent: [
    ...[
      full,
      '（五）监督保障。纳入绩效考核；接受社会评议；全年未发生责任追究情况。',
      '考核权重4%，群众评议满意，无问责。',
      '将政务公开纳入综合考评，组织评议，对落实不力的追责问责。'.replace('考评', '考核'),
      '考核、社会评议、责任追究制度健全。',
      '组织考核，评议员打分，依规追究责任0人次。',
      '纳入目标绩效考评，开展民主评议，未发生责任追究。',
      '政务公开考评得分95分；社会公众满意度测评良好；没有因信息公开被问责。',
    ].map((text) => duties(text)),
    ...[
      '监督保障有力。',
      '举办培训。',
      '定期通报。',
      '接受监督。',
      '（五）监督保障。明确专人。',
      '强化督查。',
      '开展满意度调查。',
      '自查自评。',
      '无',
    ].map((text) => duties(text, '云泽市应急管理局', 'department')),
    duties('监督保障有力。', '澄湖区运河街道办事处', 'town'),
    duties('监督保障有力。', '澄湖区府前街道办事处', 'town'),
    duties(full, '澄湖区柳溪镇人民政府', 'town'),
    duties('监督保障有力。', '云泽市教育局', 'department'),
    { report: reportWith({}, { overview: '强化保障。' }), context: { kind: null } },
  ],
});

const words =
  '全年依法公开各类信息，由业务科室起草、办公室审核、分管领导签发后在门户网站公布，做到内容准确更新及时，方便群众查阅。';
const overviewOf = (length: number): string =>
  words
    .repeat(9)
    .replace(/[，。、]/g, '')
    .slice(0, length);
const spread = (length: number): string => overviewOf(length).replace(/(.{12})/g, '$1，');
const lengths = (
  section: SectionId,
  counts: readonly number[],
  shape: (length: number) => string = overviewOf,
): Try[] => counts.map((count) => ({ report: reportWith({}, { [section]: `${shape(count)}。` }) }));

paraphrases('SEC-12', {
  fires: [
    ...lengths('overview', [5, 40, 90, 120, 140, 149]),
    ...lengths('overview', [60, 149], spread),
    ...lengths('problems', [5, 20, 40, 60, 75, 79]),
    ...lengths('problems', [40, 79], spread),
    {
      report: reportWith(
        {},
        { overview: `${overviewOf(100)}1234567890123456789012345678901234567890123456789012345678901234567890。` },
      ),
    },
    { report: reportWith({}, { problems: '一是解读少。二是更新慢。已改进。' }) },
    {
      report: reportWith(
        {},
        {
          overview: `（一）主动公开。\n（二）依申请公开。\n（三）政府信息管理。\n（四）平台建设。\n（五）监督保障。\n${overviewOf(80)}`,
        },
      ),
    },
    { report: reportWith({}, { overview: `${overviewOf(148)}。` }, { format: '2019', year: 2020 }) },
    {
      report: reportWith(
        {},
        {
          problems: `${overviewOf(30)}    ！！！。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。`,
        },
      ),
    },
    { report: reportWith({}, { problems: `存在问题：${overviewOf(30)}。\n改进措施：${overviewOf(30)}。` }) },
  ],
  silent: [
    ...lengths('overview', [150, 151, 200, 260, 400]),
    ...lengths('overview', [150, 300], spread),
    ...lengths('problems', [80, 81, 120, 300]),
    ...lengths('problems', [80, 200], spread),
    ...['', '无', '无。', '略', '见附件'].map((text) => only('problems', text)),
    ...['', '无', '暂无。'].map((text) => only('overview', text)),
    only('other', '无'),
    only('other', '本年度未收取信息处理费。'),
    { report: reportWith({}, { overview: `${overviewOf(75)}\n${overviewOf(75)}` }) },
    { report: reportWith() },
  ],
});
