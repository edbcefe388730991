import type { Report } from '@/lib/report/report';
import { paraphrases } from '@/lib/checks/test/paraphrase';
import { reportWith, type Try } from '@/lib/checks/test/reports';

const subjects = [
  '机构职能',
  '办事指南',
  '行政处罚',
  '财政预决算',
  '应急预案',
  '安全生产',
  '防灾减灾',
  '行业监管',
  '教育培训',
  '物资储备',
];
const deeds = [
  '由业务科室起草后送办公室审核',
  '按季度核对目录并标注失效文件',
  '在门户网站设立专栏逐月更新',
  '通过公告栏和微信公众号同步公布',
  '召开座谈会听取群众意见后修改',
  '编成问答和图解方便群众查阅',
];
const ends = ['公布及时准确', '群众反映良好', '没有发生延误', '查阅次数上升', '全部如期完成'];

/** Prose of an agency's own: sentence `n` of each seed differs from those of other seeds. */
const sentence = (seed: number, n: number): string =>
  `${subjects[(seed * 3 + n * 7) % subjects.length] ?? ''}类信息${deeds[(seed + n * 5) % deeds.length] ?? ''}，${ends[(seed * 2 + n) % ends.length] ?? ''}，第${String(seed)}${String(n)}号清单中列为${'甲乙丙丁戊己庚辛壬癸'.charAt((seed * 7 + n) % 10)}${'子丑寅卯辰巳午未申酉'.charAt((seed + n * 3) % 10)}类。`;
const prose = (seed: number, count = 12): string => Array.from({ length: count }, (_, n) => sentence(seed, n)).join('');
const own = prose(1);
const unlike =
  '柳溪镇卫生院搬入新楼，挂号收费一览表改用大字；山洪预警改由村广播循环播出，汛期值守电话逐户张贴；老旧小区加装电梯的补贴标准、申报流程和名额分配，在社区门口贴了半月，居民提出的五条意见采纳了四条；学校食堂每周食谱连同采购价一并晒出，家长委员会轮流核秤；公交改线前先听乘客怎么说，改后的首末班时刻写上站牌。';

const before = (overview: string, head: Partial<Report> = {}): Report =>
  reportWith({}, { overview, problems: '另有说明。' }, { year: 2022, ...head });
const elsewhere = (overview: string): Report => before(overview, { agency: '云泽市民政局', year: 2023 });
const beside = (overview: string, last: Report | null, others: readonly Report[] = []): Try => ({
  report: reportWith({}, { overview }),
  context: { last, others },
});

const numbersChanged = own.replace(/第1(\d+)号/g, '第9$1号');
const inOtherOrder = [...own.matchAll(/[^。]+。/g)]
  .map(([one]) => one)
  .reverse()
  .join('');

paraphrases('SEC-13', {
  fires: [
    beside(own, before(own)),
    beside(own, null, [elsewhere(own)]),
    beside(numbersChanged, before(own)),
    beside(inOtherOrder, before(own)),
    beside(`${own}新增一句说明。`, before(own)),
    beside(own, before(`${own}${prose(2, 6)}`)),
    beside(own.replaceAll('群众', '市民'), before(own)),
    beside(own.replaceAll('，', '、').replaceAll('。', '；'), before(own)),
    beside(own.replace(/。/g, '。\n'), before(own)),
    beside(` ${own.replaceAll('信息', ' 信息 ')}`, before(own)),
    beside(`2023年，${own}`, before(`2022年，${own}`)),
    beside(own, null, [elsewhere(prose(3)), elsewhere(own), elsewhere(prose(4))]),
    beside(own, before(prose(5)), [elsewhere(own)]),
    beside(`（一）主动公开。${own}`, before(own)),
    beside(own.replace(sentence(1, 3), ''), before(own)),
    beside(own.replace(sentence(1, 3), sentence(4, 3)), before(own)),
    beside(`${own}${sentence(4, 1)}`, null, [elsewhere(own)]),
    beside(own.replaceAll('及时', '迅速'), before(own)),
    beside(prose(2), before(prose(2))),
    beside(prose(3), null, [elsewhere(prose(3)), elsewhere(prose(3))]),
    {
      report: reportWith({}, { problems: own }),
      context: { last: reportWith({}, { overview: '另有说明。', problems: own }, { year: 2022 }) },
    },
  ],
  silent: [
    beside(own, before(prose(2))),
    beside(own, before(prose(3)), [elsewhere(prose(4))]),
    beside(own, null),
    beside(own, before('')),
    beside('全年公开信息20条。', before('全年公开信息20条。')),
    beside(`${prose(1, 4)}${prose(2, 8)}`, before(own)),
    beside(`${prose(1, 4)}${unlike}`, before(own)),
    beside(own, before(prose(1, 6))),
    beside(prose(2), null, [elsewhere(own)]),
    beside(prose(1, 2), before(prose(1, 2))),
    beside(own, before(own, { year: 2023 })),
    beside(prose(4), before(prose(5))),
    beside(prose(5), before(prose(6)), [elsewhere(prose(7)), elsewhere(prose(8))]),
    beside(`${unlike}${prose(1, 3)}`, before(own)),
    beside('', before(own)),
    beside('无。', before('无。')),
    beside(`${prose(8, 10)}${prose(1, 2)}`, before(own)),
    beside(own, null, [before(own, { year: 2023 })]),
    beside(`${prose(2, 5)}${prose(1, 5)}${prose(3, 5)}`, before(own)),
    beside(prose(9), null, [elsewhere(prose(2)), elsewhere(prose(5))]),
  ],
});

const unpaid = {
  'applications.received.naturalPerson': '8',
  'applications.otherHandling.feeUnpaid.naturalPerson': '1',
  'applications.granted.naturalPerson': '7',
};
const inOther = (other: string, cells: Readonly<Record<string, string>> = unpaid): Try => ({
  report: reportWith({ ...cells }, { other }),
});
const left = (received: string, carriedOut: string, before = '0'): Try => ({
  report: reportWith({
    'applications.received.naturalPerson': received,
    'applications.carriedIn.naturalPerson': before,
    'applications.carriedOut.naturalPerson': carriedOut,
  }),
});

paraphrases('T3-06', {
  fires: [
    ...[
      '本年度未收取政府信息公开信息处理费。',
      '我局没有收取信息处理费。',
      '2023年度未发出收费通知。',
      '本机关未产生信息处理费。',
      '无收费情况。',
      '未发生政府信息公开收费。',
      '全年未向申请人收取任何费用。',
      '本年度未发出信息处理费收费通知，未收取费用。',
      '没有发生收取信息处理费的情况。',
      '收取信息处理费情况：无。',
      '2023年没有向申请人发出收费通知。',
      '未实际收取信息处理费。',
      '不收取信息处理费。',
      '政府信息公开信息处理费：未收取。',
      '未涉及收取信息处理费。',
      '信息处理费收取0元，发出收费通知0份。',
      '全年零收费。',
      '信息处理费收费通知0件。',
      '本年度没有依申请公开收费事项。',
    ].map((text) => inOther(text)),
    left('3', '5', '2'),
    left('0', '1', '1'),
    left('1', '2', '9'),
  ],
  silent: [
    ...[
      '发出收费通知3份，收取420元。',
      '收取信息处理费420元。',
      '本年度发出收费通知1件，申请人逾期未缴纳。',
      '无其他需要报告的事项。',
      '无。',
      '1件因申请人未按收费通知要求缴费终结。',
      '收费通知按规定发出，其余申请未达收费标准。',
      '按照管理办法收取。',
      '对1件申请发出收费通知，未收到款项。',
      '发出收费通知1份，因逾期未缴纳，未收取费用。',
      '向1名申请人发出收费通知，实际收取0元。',
    ].map((text) => inOther(text)),
    ...['本年度未收取政府信息公开信息处理费。', '未发出收费通知。', '无收费情况。'].map((text) => inOther(text, {})),
    left('5', '3'),
    left('5', '5'),
    left('0', '0'),
    left('8', '1', '3'),
    left('3', '3', '2'),
    left('12', '4'),
  ],
});
