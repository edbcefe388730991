import { format, type Section } from './format';
import { group, heading, leaf, total, type Table } from './table';

const document = '国办公开办函〔2019〕60号';

/** Section headings, the same in both formats. */
export const sections: readonly Section[] = [
  { id: 'overview', title: '一、总体情况', table: null },
  { id: 'disclosure', title: '二、主动公开政府信息情况', table: 'disclosure' },
  { id: 'applications', title: '三、收到和处理政府信息公开申请情况', table: 'applications' },
  { id: 'remedies', title: '四、政府信息公开行政复议、行政诉讼情况', table: 'remedies' },
  { id: 'problems', title: '五、存在的主要问题及改进情况', table: null },
  { id: 'other', title: '六、其他需要报告的事项', table: null },
];

const rowHeader = '信息内容';
const withChange = [leaf('itemsLastYear', '上一年项目数量'), leaf('change', '本年增/减', { number: 'change' })];

const disclosure2019: Table = {
  id: 'disclosure',
  name: '表二',
  caption: '主动公开政府信息情况',
  unit: null,
  source: `${document}，第二十条第（一）（五）（六）（八）（九）项`,
  blocks: [
    {
      caption: '第二十条第（一）项',
      corner: rowHeader,
      columns: [
        leaf('made', '本年新制作数量'),
        leaf('disclosed', '本年新公开数量'),
        leaf('totalDisclosed', '对外公开总数量'),
      ],
      rows: [leaf('regulations', '规章'), leaf('normativeDocuments', '规范性文件')],
    },
    {
      caption: '第二十条第（五）项',
      corner: rowHeader,
      columns: [...withChange, leaf('decisions', '处理决定数量')],
      rows: [leaf('licensing', '行政许可'), leaf('otherServices', '其他对外管理服务事项')],
    },
    {
      caption: '第二十条第（六）项',
      corner: rowHeader,
      columns: [...withChange, leaf('decisions', '处理决定数量')],
      rows: [leaf('penalties', '行政处罚'), leaf('coercion', '行政强制')],
    },
    {
      caption: '第二十条第（八）项',
      corner: rowHeader,
      columns: withChange,
      rows: [leaf('fees', '行政事业性收费')],
    },
    {
      caption: '第二十条第（九）项',
      corner: rowHeader,
      columns: [leaf('projects', '采购项目数量'), leaf('amount', '采购总金额', { number: 'amount' })],
      rows: [leaf('procurement', '政府集中采购')],
    },
  ],
};

const applicants = [
  heading(
    'applicant',
    '申请人情况',
    leaf('naturalPerson', '自然人'),
    heading(
      'organisations',
      '法人或其他组织',
      leaf('business', '商业企业'),
      leaf('research', '科研机构'),
      leaf('nonprofit', '社会公益组织'),
      leaf('legalService', '法律服务机构'),
      leaf('otherOrganisation', '其他'),
    ),
    total('total', '总计'),
  ),
];

/** The outcomes （一） to （五）, the same in both formats. */
const outcomesOneToFive = [
  leaf('granted', '（一）予以公开'),
  leaf('partlyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
  group(
    'refused',
    '（三）不予公开',
    leaf('stateSecret', '1.属于国家秘密'),
    leaf('otherLaw', '2.其他法律行政法规禁止公开'),
    leaf('publicSecurity', '3.危及“三安全一稳定”'),
    leaf('thirdParty', '4.保护第三方合法权益'),
    leaf('internalAffairs', '5.属于三类内部事务信息'),
    leaf('processInformation', '6.属于四类过程性信息'),
    leaf('enforcementFile', '7.属于行政执法案卷'),
    leaf('administrativeQuery', '8.属于行政查询事项'),
  ),
  group(
    'unavailable',
    '（四）无法提供',
    leaf('notHeld', '1.本机关不掌握相关政府信息'),
    leaf('mustBeCreated', '2.没有现成信息需要另行制作'),
    leaf('stillUnclear', '3.补正后申请内容仍不明确'),
  ),
  group(
    'declined',
    '（五）不予处理',
    leaf('petition', '1.信访举报投诉类申请'),
    leaf('repeated', '2.重复申请'),
    leaf('publication', '3.要求提供公开出版物'),
    leaf('excessive', '4.无正当理由大量反复申请'),
    leaf('confirmation', '5.要求行政机关确认或重新出具已获取信息'),
  ),
];

/** Table three with the given form of （六）其他处理, the only part in which the formats differ. */
export function applicationsWith(
  otherHandling: ReturnType<typeof leaf> | ReturnType<typeof group>,
  source: string,
): Table {
  return {
    id: 'applications',
    name: '表三',
    caption: '收到和处理政府信息公开申请情况',
    unit: '件',
    source,
    blocks: [
      {
        caption: null,
        corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        columns: applicants,
        rows: [
          leaf('received', '一、本年新收政府信息公开申请数量'),
          leaf('carriedIn', '二、上年结转政府信息公开申请数量'),
          heading('outcome', '三、本年度办理结果', ...outcomesOneToFive, otherHandling, total('handled', '（七）总计')),
          leaf('carriedOut', '四、结转下年度继续办理'),
        ],
      },
    ],
  };
}

const results = () => [
  leaf('upheld', '结果维持'),
  leaf('corrected', '结果纠正'),
  leaf('otherResult', '其他结果'),
  leaf('pending', '尚未审结'),
  total('total', '总计'),
];

export const remedies: Table = {
  id: 'remedies',
  name: '表四',
  caption: '政府信息公开行政复议、行政诉讼情况',
  unit: '件',
  source: '年度报告格式，表四',
  blocks: [
    {
      caption: null,
      corner: null,
      columns: [
        group('reconsideration', '行政复议', ...results()),
        heading(
          'litigation',
          '行政诉讼',
          group('litigationDirect', '未经复议直接起诉', ...results()),
          group('litigationAfterReconsideration', '复议后起诉', ...results()),
        ),
      ],
      rows: [],
    },
  ],
};

/** Reports of 2019 and 2020. */
export const format2019 = format({
  id: '2019',
  document,
  from: 2019,
  to: 2020,
  sections,
  tables: {
    disclosure: disclosure2019,
    applications: applicationsWith(leaf('otherHandling', '（六）其他处理'), `${document}，表三`),
    remedies,
  },
  topics: [],
});
