import { titleOf } from '@/lib/statute/format';
import { formatFor } from '@/lib/statute/formats';
import { totalsOf } from '@/lib/report/totals';
import type { Report } from '@/lib/report/report';

/** A report of an invented agency: few applications, every section written. */
export function sampleReport(year = 2024): Report {
  const format = formatFor(year);
  if (format === undefined) throw new Error(`no format for ${year}`);
  const agency = '临川市白鹭区水务局';
  const cells: Record<string, string | null> = {};
  for (const cell of format.cells) cells[cell.id] = cell.isTotal ? null : '0';
  Object.assign(cells, {
    'disclosure.normativeDocuments.inForce': '7',
    'disclosure.licensing.decisions': '1286',
    'disclosure.penalties.decisions': '43',
    'disclosure.fees.amount': '318.65',
    'applications.received.naturalPerson': '12',
    'applications.received.business': '3',
    'applications.carriedIn.naturalPerson': '1',
    'applications.granted.naturalPerson': '9',
    'applications.granted.business': '2',
    'applications.partlyGranted.naturalPerson': '1',
    'applications.unavailable.notHeld.naturalPerson': '2',
    'applications.unavailable.notHeld.business': '1',
    'applications.carriedOut.naturalPerson': '1',
    'remedies.reconsideration.upheld': '1',
  });
  for (const id of Object.keys(cells)) if (format.cell(id) === undefined) delete cells[id];
  Object.assign(cells, totalsOf(format, cells));
  return {
    format: format.id,
    year,
    agency,
    title: titleOf(agency, year),
    preamble: `本报告依照《中华人民共和国政府信息公开条例》和统一格式编写，由总体情况等六个部分组成。数据自${year}年1月1日起，至${year}年12月31日止。对本报告有疑问的，请联系白鹭区水务局办公室，地址为临川市白鹭区沿河东路18号。`,
    sections: {
      overview: [
        '（一）主动公开情况',
        `围绕供水保障、防汛抗旱和河湖管护，全年在门户网站发布信息412条，其中工作动态236条、水质公报52条、项目信息124条；发布政策解读6篇，回应来信来电87件。`,
        '（二）依申请公开情况',
        '本年新收申请15件，其中自然人12件、商业企业3件，上年结转1件；办结15件，结转下年度1件，均在法定期限内答复。',
        '（三）政府信息管理情况',
        '实行拟文时同步定密、同步定公开属性，全年清理规范性文件2次，现行有效7件，废止和失效的均已在网页上标明。',
        '（四）平台建设情况',
        '门户网站水务专栏重新分类，增设“停水通知”和“水价查询”两个入口；镇街供水站设公开栏21处。',
        '（五）监督保障情况',
        '局长办公会听取专题汇报3次，组织业务培训2期，参训64人次；社会评议未收到负面意见，无责任追究情形。',
      ].join('\n'),
      problems:
        '一是部分项目信息发布偏晚，验收以后才补发；二是答复文书的说理还不够细。下一步，由建设科在项目开工、完工后5个工作日内推送信息，由法规科编写答复范例并逐件复核，于2025年9月底前完成。',
      other: '本年度没有收取政府信息公开信息处理费。没有其他需要报告的事项。',
    },
    cells,
    signature: { agency, date: `${year + 1}-01-17` },
  };
}
