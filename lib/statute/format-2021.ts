import { format } from './format';
import { applicationsWith, remedies, sections } from './format-2019';
import { group, leaf, type Table } from './table';

const document = '国办公开办函〔2021〕30号';
const rowHeader = '信息内容';

const disclosure: Table = {
  id: 'disclosure',
  name: '表二',
  caption: '主动公开政府信息情况',
  unit: null,
  source: `${document}，第二十条第（一）（五）（六）（八）项`,
  blocks: [
    {
      caption: '第二十条第（一）项',
      corner: rowHeader,
      columns: [
        leaf('issued', '本年制发件数', { unit: '件' }),
        leaf('repealed', '本年废止件数', { unit: '件' }),
        leaf('inForce', '现行有效件数', { unit: '件' }),
      ],
      rows: [leaf('regulations', '规章'), leaf('normativeDocuments', '行政规范性文件')],
    },
    {
      caption: '第二十条第（五）项',
      corner: rowHeader,
      columns: [leaf('decisions', '本年处理决定数量')],
      rows: [leaf('licensing', '行政许可')],
    },
    {
      caption: '第二十条第（六）项',
      corner: rowHeader,
      columns: [leaf('decisions', '本年处理决定数量')],
      rows: [leaf('penalties', '行政处罚'), leaf('coercion', '行政强制')],
    },
    {
      caption: '第二十条第（八）项',
      corner: rowHeader,
      columns: [leaf('amount', '本年收费金额（单位：万元）', { number: 'amount', unit: '万元' })],
      rows: [leaf('fees', '行政事业性收费')],
    },
  ],
};

const otherHandling = group(
  'otherHandling',
  '（六）其他处理',
  leaf('notSupplemented', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
  leaf('feeUnpaid', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
  leaf('other', '3.其他'),
);

/** Reports of 2021 and later. */
export const format2021 = format({
  id: '2021',
  document,
  from: 2021,
  to: null,
  sections,
  tables: { disclosure, applications: applicationsWith(otherHandling, `${document}，表三`), remedies },
  topics: [
    { id: 'proactive', title: '主动公开', words: ['主动公开'], hint: '渠道、数量、重点领域' },
    { id: 'onRequest', title: '依申请公开', words: ['依申请公开', '申请公开'], hint: '收、办、结转，与表三一致' },
    { id: 'management', title: '政府信息管理', words: ['政府信息管理', '信息管理'], hint: '制发、清理、目录' },
    { id: 'platform', title: '平台建设', words: ['平台建设', '公开平台'], hint: '网站、新媒体、公开专栏' },
    { id: 'supervision', title: '监督保障', words: ['监督保障'], hint: '培训、考核、社会评议、责任追究' },
  ],
});
