import { paraphrases } from '@/lib/checks/test/paraphrase';
import { reportWith, type Try } from '@/lib/checks/test/reports';

const told = (overview: string): Try => ({ report: reportWith({}, { overview }) });
const problems = (text: string): Try => ({ report: reportWith({}, { problems: text }) });
const town = (overview: string): Try => ({
  report: reportWith({}, { overview }, { agency: '云泽市澄湖区柳溪镇人民政府' }),
  context: { kind: 'town' },
});
const opening = (preamble: string): Try => ({ report: reportWith({}, {}, { preamble }) });

paraphrases('PH-01', {
  fires: [
    ...[
      '全年公开信息XX条。',
      '公开信息××条。',
      '20XX年，我局公开信息。',
      '20××年度公开工作。',
      '___局公开信息。',
      '公开信息____条。',
      '收到申请【】件。',
      '发布信息【 】条。',
      '（待补）',
      '内容见附件（待补充）。',
      '（待填写）',
      '数据（待核实）。',
      'TODO 补写培训情况。',
      'lorem ipsum dolor',
      '公开信息X条，收到申请X件。',
      '截至×月×日。',
      'XX局高度重视。',
      'xxx',
      '某某（此处填写机关名称）',
      '公开○○条信息。',
      '公开信息＿＿条。',
      '时间为2023年X月X日。',
    ]
      .filter((text) => text !== 'xxx')
      .map(told),
    town('XX镇公开信息20条。'),
  ],
  silent: [
    ...[
      '举办培训3×5场。',
      '见〔2023〕2号。',
      '【主动公开】栏目更新。',
      '型号 XXL。',
      '网址 http://a.cn/a__b.html。',
      '“1+X”新闻发布会3场。',
      '申请人王XX要求补正。',
      '居民李××反映情况。',
      '二〇〇八年成立。',
      '2000年建成。',
      '推行“1+X”项制度。',
      '面积为20×30米。',
      '执行GB/T 9704标准。',
      '公开（补充）说明。',
      '未填报的单位为0。',
      '参加5G、AI和XR培训。',
      '开展“双随机”检查。',
      '待办事项3件。',
      '文件名为a_b。',
      '负责X光机检测的单位。',
      '乘号×使用规范。',
    ].map(told),
  ],
});

const people = ['11010519491231002X', '440524188001010014'];
const idNumbers = [
  ...people,
  '320102199001010019',
  '320102198502030014',
  '510105197803151230',
  '330106200012310023',
  '440103197501010015',
  '370102196607080012',
  '420106199911110018',
  '210102198810100017',
];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The number with the check digit it should have. */
const checked = (id: string): string =>
  id.slice(0, 17) +
  '10X98765432'.charAt(weights.reduce((sum, weight, index) => sum + weight * Number(id[index]), 0) % 11);
const wrong = (id: string): string => id.slice(0, 17) + (checked(id).endsWith('1') ? '2' : '1');

paraphrases('PII-01', {
  fires: [
    ...idNumbers.map((id) => told(`申请人身份证号${checked(id)}。`)),
    ...idNumbers.map((id) => problems(`核对${checked(id)}一件`)),
    town(`村民（${checked('320102199001010019')}）申请公开。`),
    opening(`经办人证件号：${checked('330106200012310023')}。`),
  ],
  silent: [
    ...idNumbers.map((id) => told(`编号${wrong(id)}。`)),
    ...[
      '统一社会信用代码11440000006939748X。',
      '访问量110105194912310次。',
      '流水号202301170000000001。',
      '许可证编号JY13201020012345。',
      '电话0512-12345678901234。',
      '网站标识码3201020001。',
      '账号320102000000000000。',
      '公文号〔2023〕110105194912310021号。',
      '二维码110105194913310029。',
      '共1101051949123100件。',
    ].map(told),
  ],
});

const mobiles = [
  '13800138000',
  '13912345678',
  '15012345678',
  '15987654321',
  '17712345678',
  '18612345678',
  '18900001111',
  '19912345678',
  '13512345678',
  '16612345678',
];
paraphrases('PII-02', {
  fires: [
    ...mobiles.map((number) => told(`联系人手机${number}。`)),
    ...mobiles.map((number) => problems(`负责人张主任（${number}）`)),
    ...['电话：138 0013 8000。', '手机139-1234-5678。', '可拨打１３８００１３８０００咨询。'].map(told),
  ],
  silent: [
    ...mobiles.map((number) => told(`网站总访问量${number}次。`)),
    ...[
      '电话0517-87222589。',
      '邮编223100。',
      '热线12345。',
      '累计访问13800138000人次。',
      '编号2023013800138000。',
      '电话0512-13800138000转。',
      '12800138000。',
      '11012345678。',
      '信用代码91320102MA1138001380。',
      '金额13800138000元。',
      '电话：025-83345678。',
    ].map(told),
  ],
});

const cards = ['6222021234567890128', '6217001234567890', '6228481234567890', '4111111111111111', '5500000000000004'];
const luhn = (digits: string): string => {
  const body = digits.slice(0, -1);
  const last = [...'0123456789'].find((digit) => {
    const sum = [...`${body}${digit}`]
      .reverse()
      .reduce(
        (all, one, index) =>
          all + (index % 2 === 0 ? Number(one) : Number(one) * 2 > 9 ? Number(one) * 2 - 9 : Number(one) * 2),
        0,
      );
    return sum % 10 === 0;
  });
  return `${body}${last ?? ''}`;
};
const broken = (digits: string): string =>
  luhn(digits).slice(0, -1) + String((Number(luhn(digits).slice(-1)) + 1) % 10);

paraphrases('PII-03', {
  fires: [
    ...cards.map((card) => told(`退款至银行卡${luhn(card)}。`)),
    ...cards.map((card) => problems(`误将${luhn(card)}写入公开内容。`)),
    told(`卡号 ${luhn('6222021234567890').replace(/(\d{4})(?=\d)/g, '$1 ')}。`),
    ...[
      '答复发至zhangsan@qq.com。',
      '结果已发送zhang.san@163.com。',
      '申请人li_si2020@126.com已收悉。',
      '公开至wang@gmail.com。',
      '材料由sunny1990@sina.com转来。',
      '发往abc@outlook.com。',
      '通过a123456@foxmail.com提供。',
      '寄送至13800@139.com。',
      '提供给wuwu@sohu.com。',
    ].map(told),
  ],
  silent: [
    ...cards.map((card) => told(`编号${broken(card)}。`)),
    ...cards.map((card) => told(`开户行账号${luhn(card)}。`)),
    ...[
      '邮箱：yzxxgk@163.com。',
      '电子邮件yzxxgk@126.com。',
      '联系方式 yz@qq.com。',
      '电话0517-87222589，yz@qq.com。',
      '答复由xxgk@yunze.gov.cn发出。',
      'E-mail:yz@sina.com。',
      '受理地址及yz@163.com。',
      '咨询可发yz@163.com。',
    ].map(told),
    ...['如有疑问请发yz@126.com。', '（地址：湖滨路1号，yz@163.com）'].map(opening),
  ],
});

paraphrases('PII-04', {
  fires: [
    ...[
      '申请人李建国提出公开申请。',
      '申请人王芳申请公开征地材料。',
      '申请人：张卫东于3月5日提交公开申请。',
      '村民刘德明申请公开补偿标准。',
      '居民陈小红要求公开物业招标信息。',
      '市民赵国强来信申请公开。',
      '王建华先生申请公开规划许可信息。',
      '李秀英女士要求公开拆迁信息。',
      '答复孙志刚信息公开申请。',
      '申请人周玉梅因房屋征收申请公开。',
      '业主徐永康不服答复，申请公开。',
      '村民申请公开幸福路12号房屋补偿材料。',
      '申请公开湖滨小区3幢2单元501室登记信息。',
      '申请人要求公开新华街58号违建查处情况。',
      '申请获取柳溪村12号宅基地审批材料。',
      '要求公开建设路88-1号的规划图。',
      '申请公开东湖社区6栋加装电梯材料。',
      '朱明申请公开一案，李强提出的政府信息公开申请已答复。',
      '办理郑海涛提出的信息公开申请。',
      '回复林晓燕政府信息公开申请。',
      '公民何志远与郭子明申请；申请人郭子明提交申请。',
    ].map(told),
    town('村民杨桂兰申请公开低保名单。'),
  ],
  silent: [
    ...[
      '申请人李某申请公开征地材料。',
      '申请人要求补正。',
      '申请人申请公开的信息。',
      '申请人应当提供身份证明。',
      '居民高度关注征收信息。',
      '市民热线收到申请。',
      '申请人张某某提出申请。',
      '王某先生申请公开。',
      '申请人未按期补正。',
      '村民申请公开补偿标准。',
      '申请公开国办函〔2020〕109号文件。',
      '申请公开云政发12号文件。',
      '申请人方便获取信息。',
      '申请人因故撤回申请。',
      '居民小区物业申请备案。',
      '公民、法人和其他组织申请公开。',
      '申请人于3月提出申请。',
      '群众关心的申请事项。',
      '自然人申请8件，法人申请1件。',
      '申请人曾多次申请公开。',
      '申请人郑重承诺。',
      '受理地点：湖滨路12号，申请表可下载。',
      '职工王者荣耀比赛，申请场地。',
      '申请人周一提交申请。',
      '申请人江某提出申请。',
    ].map(told),
  ],
});
