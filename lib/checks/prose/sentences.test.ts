import { describe, expect, it } from 'vitest';
import type { AgencyKind, Report } from '@/lib/report/report';
import { check } from '@/lib/checks/check';
import type { Finding } from '@/lib/checks/finding';
import { contextOf, reportWith } from '@/lib/checks/test/reports';

/** Sentences as reports word them, written apart from the rules: by whom, where it stands, and what it says. */
type Told = readonly [AgencyKind, 'preamble' | 'overview' | 'problems' | 'other', string];

const agencies: Readonly<Record<AgencyKind, string>> = {
  department: '云泽市应急管理局',
  town: '柳溪镇人民政府',
  government: '云泽市人民政府',
};
const ofWords = /^(?:YR|LNG|PH|PII)-/;

/** What the rules on words and years say of a sentence. */
function findingsOn([kind, place, text]: Told): readonly Finding[] {
  const agency = agencies[kind];
  const head: Partial<Report> = {
    agency,
    signature: { agency, date: '2024-01-17' },
    ...(place === 'preamble' && { preamble: text }),
  };
  const report = reportWith({}, place === 'preamble' ? {} : { [place]: text }, head);
  return check(report, contextOf({ report, context: { purpose: 'file', kind } })).findings.filter(
    ({ rule, where }) => ofWords.test(rule) && where?.section === place,
  );
}

const right: readonly Told[] = [
  [
    'department',
    'overview',
    '2023年，我局坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届二中全会精神，深入贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，政务公开工作取得新成效。',
  ],
  [
    'department',
    'overview',
    '（一）主动公开情况。2023年，通过门户网站主动公开政府信息312条，其中机构职能类7条、政策文件类22条、财政资金类9条、工作动态类274条；通过微信公众号发布信息486条，阅读量12.6万人次。',
  ],
  ['department', 'overview', '做好2022年度部门决算和2023年度部门预算公开工作，及时公布“三公”经费。'],
  [
    'department',
    'overview',
    '2023年共收到政府信息公开申请17件，较2022年的21件下降19%，其中自然人申请15件、法人申请2件，全部在法定期限内答复。',
  ],
  ['department', 'overview', '2022年度结转的1件申请于2023年1月办结。'],
  ['department', 'overview', '因2022年作出的答复被申请行政复议1件，复议机关予以维持。'],
  ['department', 'overview', '在2022年全省政务公开第三方评估中，我局名列前茅。'],
  ['department', 'overview', '根据市政府办公室2022年12月印发的《政务公开专区建设指引》，设立专区1处。'],
  ['department', 'overview', '继续执行2020年制定的信息发布审核制度，2023年修订完善制度3项。'],
  ['department', 'overview', '2018年以来累计公开执法信息3200条。'],
  ['department', 'overview', '深化“放管服”改革，2021年起推行“互联网+监管”，2023年归集监管数据1.1万条。'],
  ['department', 'overview', '“十四五”以来，特别是2022年、2023年两年，公开事项由45项增加到62项。'],
  ['department', 'overview', '向云泽信用网报送信用数据61条，公示行政许可118件、行政处罚9件。'],
  ['department', 'overview', '12345热线工单办结率、回访率均达到100%，群众满意率98.7%，连续12个季度位居前列。'],
  ['department', 'overview', '全年来访用户共8412个，页面浏览总量31907次。'],
  ['department', 'overview', '坚持“谁公开谁审查、谁审查谁负责”，落实“三审三校”，做到先审后发、不审不发。'],
  ['department', 'overview', '本机关不掌握的信息，告知申请人掌握该信息的行政机关名称和联系方式。'],
  [
    'department',
    'overview',
    '（三）政府信息管理情况。严格按照“应公开尽公开、应上网尽上网”要求，对历年文件进行梳理，对公开属性进行动态调整。',
  ],
  [
    'department',
    'overview',
    '对2010年以来制发的312件文件逐件核对公开属性，其中主动公开280件、依申请公开22件、不予公开10件。',
  ],
  [
    'department',
    'overview',
    '一是加强领导。二是健全制度。三是强化培训，组织参加市政务公开办举办的业务培训2次，培训28人次。',
  ],
  ['department', 'overview', '充分利用“云泽应急”微信公众号、抖音号等平台，全年发布原创作品120余条，粉丝数突破3.2万。'],
  [
    'department',
    'overview',
    '设立依申请公开受理窗口，公布受理电话0517-87222589、通信地址和电子邮箱（yzyjj@163.com），畅通申请渠道。',
  ],
  ['department', 'overview', '开展“安全生产月”“5·12防灾减灾日”宣传，参与群众5000余人，发放资料8000份。'],
  ['department', 'overview', '编制完成2023年版政府信息公开指南，修订主动公开基本目录。'],
  ['department', 'overview', '截至2023年12月底，局门户网站共有一级栏目9个、二级栏目47个。'],
  ['department', 'overview', '办理人大代表建议2件、政协委员提案5件，答复文本均已在网站公开。'],
  ['department', 'overview', '严格执行信息发布保密审查制度，全年未发生失泄密事件，信息不存在错链、死链问题。'],
  ['department', 'overview', '对涉及个人隐私、商业秘密的，依法征求第三方意见后作出处理。'],
  ['department', 'overview', '出台政策文件3件，同步解读3件，图文解读占比达到100%，政策解读解读率100%。'],
  ['department', 'overview', '与市委宣传部、市委网信办建立协同机制，回应社会关切16次。'],
  ['department', 'overview', '2023年度，我局共受理信访事项12件，其中不予受理3件，均按规定告知。'],
  ['department', 'overview', '局长办公会专题研究政务公开工作2次，分管领导具体抓，办公室牵头抓总，各科室分工负责。'],
  [
    'department',
    'overview',
    '我局按季度开展自查，发现并整改问题9个；市政府网站通报的错别字、空链接等3个问题，均在2个工作日内整改到位。',
  ],
  [
    'department',
    'problems',
    '存在的主要问题：一是公开的主动性还不够强；二是政策解读形式比较单一；三是业务人员变动频繁，业务能力有待提升。',
  ],
  [
    'department',
    'problems',
    '针对上年度报告中提出的问题，2023年我局重点做了以下改进：一是增加图解数量；二是开设专题培训；三是完善考核办法。',
  ],
  [
    'department',
    'problems',
    '下一步，我局将以更高标准、更实举措，不断提升政务公开的质量和水平，努力建设人民满意的服务型机关。',
  ],
  [
    'department',
    'problems',
    '2024年，我局将重点做好以下工作：（一）深化公开内容；（二）创新公开形式；（三）强化监督考核。',
  ],
  ['department', 'problems', '改进情况：与2022年相比，解读材料数量增加一倍，栏目更新及时率由85%提高到98%。'],
  ['department', 'problems', '部分科室对公开工作重视不够，个别信息发布不及时。'],
  ['department', 'other', '2023年度，本机关未收取政府信息公开信息处理费。'],
  [
    'department',
    'other',
    '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），2023年我局发出收费通知0件，总金额0元。',
  ],
  ['department', 'other', '落实上级年度政务公开工作要点情况：按照《云泽市2023年政务公开工作要点》，逐项对照落实。'],
  ['department', 'other', '无其他需要报告的事项。'],
  [
    'town',
    'overview',
    '2023年，我镇严格按照区委、区政府统一部署，扎实开展政务公开、村务公开，保障群众的知情权、参与权、表达权和监督权。',
  ],
  [
    'town',
    'overview',
    '通过区政府网站柳溪镇专栏公开信息86条，通过“柳溪发布”公众号推送信息320篇，各村公示栏更新公示内容1200余次。',
  ],
  ['town', 'overview', '镇党委书记、镇长带头学习条例，镇政府办公室牵头，各村（社区）、各站所配合。'],
  ['town', 'overview', '公示2022年度农村低保、特困人员名单，公示2023年耕地地力保护补贴发放情况。'],
  ['town', 'overview', '公开2022年村集体经济收支明细，接受村民监督。'],
  ['town', 'overview', '2023年，未收到政府信息公开申请，未发生因政府信息公开引发的行政复议、行政诉讼。'],
  ['town', 'overview', '落实工作考核、社会评议和责任追究制度，2023年未发生责任追究情形。'],
  ['town', 'overview', '本镇6个村、2个社区全部建成便民服务中心，公布办事指南和监督电话。'],
  ['town', 'problems', '各村公开水平参差不齐，有的村公开栏更新不及时，村级信息员业务不够熟练。'],
  ['town', 'problems', '我镇将加强对村级公开的指导，建立月检查、季通报制度。'],
  ['government', 'overview', '2023年，全市各级行政机关认真贯彻落实条例，主动公开政府信息18.6万条，较上年增长5.3%。'],
  ['government', 'overview', '全市新收政府信息公开申请812件，上年结转31件，办结804件，结转下年度办理39件。'],
  ['government', 'overview', '市政府网站访问量785万人次，同比增长12.4%，政务新媒体总粉丝数210万。'],
  ['government', 'overview', '印发《云泽市2023年政务公开工作要点》，分解任务58项，部分地区创新做法在全省推广。'],
  ['government', 'overview', '公布2022年国民经济和社会发展统计公报、2022年度财政决算、2022年度审计工作报告。'],
  [
    'government',
    'overview',
    '将政务公开纳入市对县区、部门综合考核，占4分；组织第三方评估1次，社会公众满意度为92.3分。',
  ],
  ['government', 'overview', '召开市政府常务会议32次，邀请公众代表列席6次，会议议题公开率98%。'],
  ['government', 'overview', '2023年6月1日至8月31日开展政府网站专项清理，清理失效信息1.3万条。'],
  ['government', 'overview', '市县两级共建成政务公开专区87个，其中2022年建成52个，2023年新建35个。'],
  ['government', 'overview', '各级各部门依法依规办理申请，对疑难复杂申请实行会商制度，全年会商36次。'],
  ['government', 'problems', '一些部门对依申请公开的法律风险认识不足，部分县区政策解读质量不高。'],
  ['government', 'problems', '2022年度第三方评估反映的基层公开不平衡问题已得到有效改善。'],
  ['government', 'other', '2023年，全市各级行政机关收取信息处理费共计1240元，涉及申请7件。'],
  ['department', 'overview', '局属事业单位、企业服务中心按职责公开信息，方便群众查询、监督和参与。'],
  ['department', 'overview', '开设“政策问答”“意见征集”“局长信箱”等栏目，收到来信120封，回复120封。'],
  ['department', 'overview', '对标对表《云泽市政务公开工作考核办法（试行）》，查漏补缺，确保各项任务落地见效。'],
  [
    'department',
    'overview',
    '推行行政执法公示、执法全过程记录、重大执法决定法制审核“三项制度”，公示执法人员信息45条。',
  ],
  ['department', 'overview', '信息公开工作经费列入2023年部门预算，安排资金5万元，保障工作正常开展。'],
  ['department', 'overview', '共举办新闻发布会3场（其中线上1场），发布稿件及图片均在会后2小时内上网。'],
  ['department', 'overview', '（五）监督保障情况。明确1名副局长分管、1名专职人员负责，公开监督电话：87222589。'],
  ['department', 'overview', '结合主题教育大兴调查研究，形成《关于提升依申请公开办理质效的调研报告》。'],
  ['department', 'overview', '2023年7月，根据机构改革要求，原安全生产监督管理局有关职责划入后，及时更新机构职能信息。'],
  ['department', 'overview', '我局网站于2021年并入市政府门户网站集约化平台，2023年新增栏目2个。'],
  ['department', 'overview', '受理政府信息公开申请时，对申请内容不明确的，在7个工作日内一次性告知补正。'],
  ['department', 'overview', '公开2021、2022、2023三个年度的行政执法统计数据。'],
  ['department', 'overview', '人民政府网站政府信息公开专栏栏目设置合理、更新及时。'],
  ['department', 'overview', '企业家座谈会、"政府开放日"等活动12场次，现场答复问题56个。'],
  ['department', 'overview', '申请公开的内容主要涉及征地拆迁、房屋安全鉴定、工程建设、行政执法等方面。'],
  ['department', 'overview', '全年接待群众来访来电咨询230人次，一一作了答复。'],
];

const wrong: readonly (readonly [rule: string, told: Told])[] = [
  [
    'YR-02',
    [
      'department',
      'overview',
      '2022年，我局坚持以习近平新时代中国特色社会主义思想为指导，认真落实市委、市政府决策部署，政务公开工作稳步推进。',
    ],
  ],
  [
    'YR-02',
    [
      'department',
      'overview',
      '（二）依申请公开情况。2022年度我局共收到依申请公开信息2件，均已按期答复，未产生行政复议和行政诉讼。',
    ],
  ],
  ['YR-02', ['department', 'overview', '全年更新栏目信息560条，2022年累计发布政策解读12篇。']],
  [
    'YR-02',
    ['department', 'overview', '加强业务培训。2022年，共组织集中学习4次、专题培训2次，提升了工作人员的业务水平。'],
  ],
  ['YR-02', ['department', 'other', '2022年，我局未向申请人收取任何费用。']],
  ['YR-02', ['department', 'other', '本单位2022年度信息处理费收取金额为0元。']],
  ['YR-02', ['town', 'overview', '2022年，我镇共主动公开信息256条，其中动态类200条、公告类56条。']],
  ['YR-02', ['government', 'overview', '2022年，全市办理政府信息公开申请3000件，答复率100%。']],
  ['YR-02', ['department', 'problems', '2022年度政务公开工作中存在的问题主要有：公开内容不够全面，形式不够丰富。']],
  ['YR-02', ['department', 'overview', '截至2022年12月，共归集信用信息3.1万条。']],
  ['YR-03', ['department', 'overview', '2024年，我局主动公开各类信息230条，其中规范性文件2件。']],
  ['YR-03', ['department', 'overview', '我局2024年度共收到政府信息公开申请2件。']],
  ['YR-03', ['department', 'other', '2024年度未产生信息处理费。']],
  ['YR-03', ['government', 'overview', '2024年，全市各级政府网站发布信息20万条，回应留言1万条。']],
  [
    'YR-01',
    [
      'department',
      'preamble',
      '按照《中华人民共和国政府信息公开条例》有关规定，特向社会公布2022年度云泽市应急管理局政府信息公开工作年度报告。',
    ],
  ],
  ['YR-01', ['department', 'preamble', '本年度报告所列数据的统计期限为2022年1月1日至12月31日。']],
  ['YR-01', ['department', 'preamble', '本报告中所列数据统计期限自2023年1月1日起至2024年12月31日止。']],
  [
    'YR-01',
    [
      'department',
      'preamble',
      '云泽市应急管理局2022年度政府信息公开年度报告由总体情况等六个部分组成，数据期限为2023年1月1日至2023年12月31日。',
    ],
  ],
  [
    'YR-04',
    [
      'department',
      'overview',
      '根据《云泽市人民政府办公室关于印发云泽市2022年政务公开工作要点的通知》（云政办发〔2022〕20号），制定工作台账。',
    ],
  ],
  [
    'YR-04',
    [
      'department',
      'preamble',
      '根据市政府办公室《关于做好2022年度政府信息公开工作年度报告编制和发布工作的通知》要求，编制本报告。',
    ],
  ],
  ['YR-05', ['department', 'overview', '我局 2023 共办理政府信息公开申请 8 件。']],
  ['YR-05', ['department', 'overview', '2023度我局共发布信息100条。']],
  ['YR-06', ['department', 'overview', '今年以来，局党委高度重视政务公开工作，专题研究部署3次。']],
  ['YR-06', ['town', 'overview', '与去年同期相比，公开数量明显增加。']],
  ['LNG-01', ['department', 'overview', '及时公开公开各类应急预案。']],
  ['LNG-01', ['department', 'overview', '加强政务新媒体的的管理。']],
  ['LNG-01', ['department', 'overview', '严格落实信息发布审核制度制度。']],
  ['LNG-01', ['department', 'overview', '积极回应回应社会关切。']],
  ['LNG-01', ['town', 'overview', '通过村务村务公开栏公示低保名单。']],
  ['LNG-01', ['department', 'problems', '工作人员业务能力能力有待提高。']],
  ['LNG-01', ['department', 'overview', '重点领域信息公开工作工作扎实推进。']],
  ['LNG-02', ['department', 'overview', '主动公开政府信息,做到应公开尽公开，既使涉及敏感内容也依法处理。']],
  ['LNG-02', ['department', 'overview', '完善公开制渡，规范公开流程。']],
  ['LNG-02', ['department', 'overview', '设置政务公开专拦3个。']],
  ['LNG-02', ['department', 'overview', '加强信息员队伍建没。']],
  ['LNG-02', ['department', 'overview', '通过微信公众发布信息30条。']],
  ['LNG-02', ['department', 'overview', '按照主动公开、依申请公开两类布署工作。']],
  ['LNG-02', ['town', 'overview', '畅通群众参与渠，及时回应。']],
  ['LNG-05', ['department', 'overview', '以贯彻落实《条例》为抓手，全面推进政务公开。']],
  ['LNG-05', ['department', 'problems', '对《信息公开条例》的学习不够深入。']],
  ['LNG-06', ['department', 'overview', '全年收到政府信息公开申请5件，其中同意公开3件，信息不存在2件。']],
  ['LNG-06', ['department', 'overview', '依申请公开答复中，属于免于公开范围1件。']],
  ['LNG-06', ['department', 'overview', '公开申请中不予受理0件、非政府信息1件。']],
  ['LNG-07', ['department', 'problems', '当前，部分地区政府信息公开的深度和广度还不够。']],
  ['LNG-07', ['department', 'overview', '各级政府部门应当进一步提高信息公开意识。']],
  ['LNG-07', ['town', 'problems', '存在的问题：一些地区和部门对公开工作重视不够，信息发布滞后。']],
  ['LNG-07', ['department', 'problems', '一些地方和部门信息公开的主动性不强。']],
  ['LNG-08', ['department', 'overview', '我局认真落实条例要求。2023年，我单位主动公开信息20条。']],
  ['PH-01', ['department', 'overview', '2023年共发布信息XXX条，其中XX条为政策解读。']],
  ['PH-01', ['department', 'overview', '组织培训__次，参训人员__人。']],
  ['PH-01', ['department', 'preamble', '如对本报告有疑问，请与××××办公室联系。']],
  ['PII-02', ['department', 'preamble', '联系人：张科长，电话：13912345678。']],
  ['PII-04', ['department', 'overview', '申请人刘志军向我局申请公开其宅基地审批材料，已依法答复。']],
  ['PII-04', ['department', 'overview', '居民张丽萍申请获取所住小区加装电梯审批文件。']],
  ['PII-04', ['department', 'overview', '其中1件申请公开云泽区和平路15号楼拆除审批材料。']],
];

describe('sentences as reports word them', () => {
  it.each(right.map((told) => ({ told, text: told[2] })))('nothing is said of $text', ({ told }) => {
    expect(findingsOn(told)).toEqual([]);
  });
  it.each(wrong.map(([rule, told]) => ({ rule, told, text: told[2] })))('$rule speaks of $text', ({ rule, told }) => {
    expect(findingsOn(told).map((finding) => finding.rule)).toContain(rule);
  });
});

describe('a text without end', () => {
  const hostile = [
    '2024年，我局收到。',
    '公开申请不予受理',
    '部分地区信息公开',
    '我局本单位',
    'X',
    '1',
    'a.b',
    '“《（',
    '公开公开',
    '&nbsp;',
    '，。，',
    '申请人李建国于',
    '　 ',
  ];
  it.each(hostile.map((text) => ({ text })))('is read through though it repeats $text', ({ text }) => {
    const report = reportWith({}, { overview: text.repeat(Math.ceil(60_000 / text.length)) });
    const start = performance.now();
    check(report, contextOf({ report, context: { purpose: 'file' } }));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
