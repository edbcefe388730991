import type { AgencyKind } from '../../report/report';
import { paraphrases } from './paraphrase';
import { reportWith, type Try } from './reports';

const base = reportWith().sections.overview ?? '';
const own = '云泽市应急管理局';
const said = (words: string, agency = own, kind: AgencyKind = 'department'): Try => ({ report: reportWith({}, { overview: `${base}\n${words}` }, { agency }), context: { kind } });
const opened = (preamble: string, agency = own): Try => ({ report: reportWith({}, {}, { agency, preamble: `${preamble}统计期限自2023年1月1日起至2023年12月31日止。` }) });
const town = '澄湖区柳溪镇人民政府';
const street = '澄湖区运河街道办事处';
const committee = '云泽市发展和改革委员会';

paraphrases('AGY-02', {
  fires: [
    said('我局逐项办理政府信息公开申请。', town, 'town'), said('本局及时更新栏目。', town, 'town'), said('今年以来，我局高度重视。', street, 'town'), said('我镇召开专题会议。'), said('我街道组织培训。'), said('我委及时答复申请人。'),
    said('我厅严格审核。'), said('我镇设立查阅点。', street, 'town'), said('我街道设立查阅点。', town, 'town'), said('我乡公开惠农资金。', '澄湖区柳溪镇人民政府', 'town'), said('我局公开价格目录。', committee), said('我院开展普法。'),
    said('我校公开招生信息。'), said('我中心受理申请。'), said('我县大力推进公开。', '云泽市澄湖区教育局'), said('我区大力推进公开。', '云泽市澄湖县教育局'), said('我局及时答复。', '云泽市澄湖区人民政府', 'government'),
    opened('本报告由云泽市教育局根据《中华人民共和国政府信息公开条例》编制。'), opened('根据条例，汇总2023年度云泽市民政局的政府信息公开工作情况编制而成。'), said('本镇实行村务公开。', '云泽市民政局'), said('本委依法公开。'), said('我支队公布事故处理流程。', '云泽市教育局'),
  ],
  silent: [
    said('我局逐项办理政府信息公开申请。'), said('本局及时更新栏目。'), said('我镇召开专题会议。', town, 'town'), said('我街道组织培训。', street, 'town'), said('我委及时答复申请人。', committee), said('我单位及时答复。', town, 'town'), said('本机关不掌握相关信息。'),
    said('我市持续推进政务公开，我区同步落实。', '云泽市澄湖区教育局'), said('我县持续推进政务公开。', '云泽市澄湖县教育局'), said('我县持续推进政务公开。', '柳溪镇人民政府', 'town'), said('我区各街道设立查阅点。', street, 'town'), said('坚持自我加压，自我局限得到改变。'),
    said('我委托第三方评估。'), said('我部门及时办理。'), said('我省出台办法，我市制定细则。'), said('本部门、本单位逐项核对。'), said('区教育局、区民政局分别公开。', '云泽市澄湖区人民政府', 'government'), said('我区共受理申请8件。', '云泽市澄湖区人民政府', 'government'),
    opened('本报告由云泽市应急管理局办公室根据《中华人民共和国政府信息公开条例》编制。'), opened('本报告由应急管理局编制。'), opened('根据条例编制。如有疑问，请与云泽市政务公开办公室联系。'), said('我中心受理申请。', '云泽市政务服务中心'), said('我支队公布流程。', '云泽市公安局交通管理支队'),
    said('我区建立公开目录。', '宁夏回族自治区云泽县教育局'), said('本区域内企业信息及时公开。', '云泽市澄湖县教育局'),
  ],
});

paraphrases('AGY-03', {
  fires: [
    said('云择市应急管理局逐项办理。'), said('云泽市应急管埋局逐项办理。'), said('2023年，云译市应急管理局认真落实条例。'), opened('本报告由云译市应急管理局根据条例编制。'), said('澄潮区柳溪镇人民政府设立查阅点。', town, 'town'), said('澄湖区柳汐镇人民政府设立查阅点。', '云泽市澄湖区柳溪镇人民政府', 'town'),
    said('柳渓镇人民政府设立查阅点。', town, 'town'), said('依托澄胡县政府门户网站发布信息。', '云泽市澄湖县教育局'), said('澄潮区人民政府高度重视。', '云泽市澄湖区人民政府', 'government'), said('云泽市澄潮区教育局逐项办理。', '云泽市澄湖区教育局'), said('依托云择市政府网站公开。'), said('沐水县政府门户网站开设专栏。', '沭水县应急管理局'),
    said('沭水县政府门户网站开设专栏。', '沐水县应急管理局'), said('2023年，沐水县应急管理局主动公开信息。', '沭水县应急管理局'), said('运何街道办事处逐月检查。', street, 'town'), said('云泽币应急管理局逐项办理。'), said('云泽市市场监督管埋局公布抽检结果。', '云泽市市场监督管理局'), said('云泽市文化和旅游周公布名录。', '云泽市文化和旅游局'),
    said('登录云绎市政府门户网站查询。'), said('云泽市澄糊区政府及时公布。', '云泽市澄湖区人民政府', 'government'), said('泽云市澄湖区柳奚镇人民政府公开。柳奚镇人民政府设立专栏。', town, 'town'),
  ],
  silent: [
    said('云泽市应急管理局逐项办理。'), said('应急管理局逐项办理。'), said('云泽市体育局牵头。', '云泽市教育局'), said('云泽市水利局牵头。', '云泽市水务局'), said('云泽市财政局核拨经费。', '云泽市民政局'), said('赴云海市应急管理局学习。'), said('与云阳市应急管理局联合演练。'),
    said('城西区教育局同步公开。', '城东区教育局'), said('新城区人民政府网站发布。', '老城区人民政府', 'government'), said('云泽县应急管理局划入本局。'), said('云泽市第二中学公开收费。', '云泽市第一中学'), said('泗水县、沂水县分别公开47件、12件。', '沭水县人民政府', 'government'),
    said('云泽省应急管理厅通报表扬。'), said('市应急管理局逐项办理。'), said('云泽市林业局同步公开。', '云泽市农业局'), said('由云海市应急管理局转来申请1件。'), said('云泽市人民政府网站发布。'), said('云泽市应急指挥中心发布预警。'), said('全市应急管理局系统统一公开。'),
    said('对照国家应急管理局要求。'), said('区应急管理局、市应急管理局分工公开。'), said('澄湖区柳溪镇人民政府设立查阅点。', town, 'town'), said('澄湖区运河街道办事处逐月检查。', street, 'town'),
  ],
});
