import type { AgencyKind, Report } from '@/lib/report/report';
import { reportWith } from './reports';

/** A number that the prose quotes and that an identity holds: against the tables, or within its own list. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly kind: string;
}

export interface Generated {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly report: Report;
  readonly quoted: readonly Quoted[];
}

/** The same numbers in every run: x → 48271x mod 2³¹−1. */
export function dice(seed: number): (most: number) => number {
  let state = seed * 7919 + 17;
  return (most) => {
    state = (state * 48271) % 2147483647;
    return state % (most + 1);
  };
}

const columns = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganisation'];
const outcomeRows = [
  'granted',
  'partlyGranted',
  'refused.otherLaw',
  'refused.internalAffairs',
  'unavailable.notHeld',
  'unavailable.mustBeCreated',
  'declined.repeated',
];
const proceedings = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'];

/** Tables that hold: what comes in is what is handled and carried over, in every column. */
function cellsFor(format: string, roll: (most: number) => number): Record<string, string> {
  const cells: Record<string, string> = {};
  const last = format === '2019' ? 'otherHandling' : 'otherHandling.other';
  columns.forEach((column, index) => {
    const most = index === 0 ? 40 : index === 1 ? 12 : 3;
    let sum = 0;
    for (const row of [...outcomeRows, last]) {
      const count = roll(most) + (index === 0 ? 5 : 0);
      cells[`applications.${row}.${column}`] = String(count);
      sum += count;
    }
    const carriedOut = roll(3) + (index === 0 ? 2 : 0);
    const carriedIn = Math.min(roll(4) + (index === 0 ? 3 : 0), sum + carriedOut);
    cells[`applications.carriedOut.${column}`] = String(carriedOut);
    cells[`applications.carriedIn.${column}`] = String(carriedIn);
    cells[`applications.received.${column}`] = String(sum + carriedOut - carriedIn);
  });
  for (const proceeding of proceedings)
    for (const end of ['upheld', 'corrected', 'otherResult', 'pending'])
      cells[`remedies.${proceeding}.${end}`] = String(roll(9) + 1);
  cells['disclosure.licensing.decisions'] = String(300 + roll(900));
  cells['disclosure.penalties.decisions'] = String(50 + roll(200));
  cells['disclosure.coercion.decisions'] = String(5 + roll(30));
  if (format === '2021') {
    cells['disclosure.normativeDocuments.issued'] = String(3 + roll(9));
    cells['disclosure.normativeDocuments.repealed'] = String(1 + roll(3));
    cells['disclosure.normativeDocuments.inForce'] = String(30 + roll(20));
  }
  return cells;
}

type Values = Readonly<Record<string, number>>;

/** 〔received〕 stands for a number; ways of telling the same, one is taken for each. */
const ways: readonly (readonly string[])[] = [
  [
    '全{r}共收到政府信息公开申请〔received〕件，上年结转〔carriedIn〕件。',
    '{y}年，{we}新收政府信息公开申请〔received〕件，同时办理上年结转〔carriedIn〕件。',
    '全{r}各级机关受理信息公开申请〔received〕件，连同上年结转的〔carriedIn〕件一并办理。',
    '（二）依申请公开。全{r}新收申请〔received〕件；上年度结转〔carriedIn〕件。',
    '{we}全{r}接收公民、法人和其他组织提出的政府信息公开申请共〔received〕件，承接上年结转〔carriedIn〕件。',
  ],
  [
    '全{r}收到的政府信息公开申请中，自然人申请〔persons〕件、法人或其他组织申请〔organisations〕件。',
    '全{r}新收政府信息公开申请〔received〕件，其中自然人〔persons〕件，法人或者其他组织〔organisations〕件。',
    '按申请人划分，全{r}政府信息公开申请来自自然人的〔persons〕件，来自法人和其他组织的〔organisations〕件。',
  ],
  [
    '全{r}办结政府信息公开申请〔handled〕件，其中予以公开〔granted〕件、部分公开〔partly〕件、不予公开〔refused〕件、无法提供〔unavailable〕件、不予处理〔declined〕件、其他处理〔other〕件。',
    '全{r}共答复政府信息公开申请〔handled〕件：予以公开〔granted〕件，部分公开〔partly〕件，不予公开〔refused〕件，无法提供〔unavailable〕件，不予处理〔declined〕件，其他处理〔other〕件。',
    '从结果看，全{r}政府信息公开申请〔granted〕件予以公开，〔partly〕件部分公开，〔refused〕件不予公开，〔unavailable〕件无法提供，〔declined〕件不予处理，作其他处理〔other〕件。',
    '全{r}政府信息公开申请办理完毕〔handled〕件（予以公开〔granted〕件、部分公开〔partly〕件、不予公开〔refused〕件、无法提供〔unavailable〕件、不予处理〔declined〕件、其他处理〔other〕件）。',
  ],
  [
    '全{r}政府信息公开申请结转下年度办理〔carriedOut〕件。',
    '全{r}有〔carriedOut〕件政府信息公开申请顺延至下年度。',
    '全{r}政府信息公开申请转下年度继续办理〔carriedOut〕件。',
    '全{r}公开申请结转至{next}年〔carriedOut〕件。',
  ],
  [
    '全{r}因政府信息公开引起行政复议〔reviews〕件、行政诉讼〔suits〕件。',
    '全{r}涉及政府信息公开的行政复议案件〔reviews〕件，行政诉讼案件〔suits〕起。',
    '全{r}政府信息公开领域行政复议〔reviews〕宗，行政诉讼〔suits〕宗。',
    '全{r}发生信息公开类行政复议共〔reviews〕件；行政诉讼共〔suits〕件。',
  ],
  [
    '全{r}作出行政许可决定〔licences〕件、行政处罚决定〔penalties〕件。',
    '全{r}共办理行政许可〔licences〕件，作出行政处罚〔penalties〕件。',
    '{we}作出行政处罚决定〔penalties〕件，全{r}实施行政强制〔coercion〕起。',
  ],
  [
    '全{r}共主动公开政府信息〔posts〕条，其中网站〔site〕条、微信公众号〔channel〕条、公告栏〔board〕条。',
    '通过网站公开信息〔site〕条、公众号〔channel〕条、公告栏〔board〕条，合计公开信息〔posts〕条。',
    '累计发布信息总数〔posts〕条，概况类〔site〕条，动态类〔channel〕条，目录类〔board〕条。',
    '主动公开信息〔posts〕条（网站〔site〕条、政务微博〔channel〕条、其他渠道〔board〕条）。',
    '主动公开信息〔posts〕条，其中：网站〔site〕条；微信〔channel〕条；政府公报〔board〕条。',
  ],
  [
    '制作解读材料〔readings〕期，其中市级〔ofCity〕期、东区〔ofEast〕期、西区〔ofWest〕期。',
    '开展政策解读共〔readings〕次，包括文字解读类〔ofCity〕次、图片解读类〔ofEast〕次、视频解读类〔ofWest〕次。',
  ],
];

function valuesOf(report: Report, roll: (most: number) => number): Values {
  const n = (id: string): number => Number(report.cells[id] ?? 0);
  const outcome = (id: string): number =>
    Object.keys(report.cells)
      .filter((cell) => cell.startsWith(`applications.${id}`) && cell.endsWith('.total'))
      .reduce((sum, cell) => sum + n(cell), 0);
  const [site, channel, board, ofCity, ofEast, ofWest] = [
    150 + roll(300),
    90 + roll(200),
    20 + roll(60),
    11 + roll(20),
    7 + roll(9),
    5 + roll(6),
  ];
  const row = (id: string): number => n(`applications.${id}.total`);
  return {
    received: row('received'),
    carriedIn: row('carriedIn'),
    handled: row('handled'),
    carriedOut: row('carriedOut'),
    persons: n('applications.received.naturalPerson'),
    organisations: row('received') - n('applications.received.naturalPerson'),
    granted: row('granted'),
    partly: row('partlyGranted'),
    refused: outcome('refused.'),
    unavailable: outcome('unavailable.'),
    declined: outcome('declined.'),
    other: outcome('otherHandling'),
    reviews: n('remedies.reconsideration.total'),
    suits: n('remedies.litigationDirect.total') + n('remedies.litigationAfterReconsideration.total'),
    licences: n('disclosure.licensing.decisions'),
    penalties: n('disclosure.penalties.decisions'),
    coercion: n('disclosure.coercion.decisions'),
    site,
    channel,
    board,
    posts: site + channel + board,
    ofCity,
    ofEast,
    ofWest,
    readings: ofCity + ofEast + ofWest,
  };
}

const agencies: readonly (readonly [AgencyKind, string, string, string])[] = [
  ['department', '云泽市澄湖区应急管理局', '我局', '局'],
  ['government', '云泽市澄湖区人民政府', '我区', '区'],
  ['town', '云泽市澄湖区柳溪镇人民政府', '我镇', '镇'],
];

/** A report with rich prose that quotes its own tables; `seed` picks kind, format, numbers and phrasings. */
export function generatedReport(seed: number): Generated {
  const roll = dice(seed);
  const [kind, agency, we, r] = agencies[seed % 3] ?? ['department', '', '', ''];
  const format = seed % 4 === 3 ? '2019' : '2021';
  const year = format === '2019' ? 2020 : 2023;
  const cells = cellsFor(format, roll);
  const bare = reportWith(cells, {}, { format, year, agency });
  const values = valuesOf(bare, roll);
  const quoted: Quoted[] = [];
  let overview = '';
  for (const some of ways) {
    const way = (some[(seed + roll(7)) % some.length] ?? '')
      .replaceAll('{we}', we)
      .replaceAll('{r}', r)
      .replaceAll('{y}', String(year))
      .replaceAll('{next}', String(year + 1));
    for (const piece of way.split(/(?=〔)|(?<=〕)/)) {
      const name = /^〔(.+)〕$/.exec(piece)?.[1];
      const text = name === undefined ? piece : String(values[name]);
      if (name !== undefined)
        quoted.push({
          start: overview.length,
          end: overview.length + text.length,
          value: values[name] ?? 0,
          kind: name,
        });
      overview += text;
    }
    overview += '\n';
  }
  overview += '公开工作纳入考核，开展社会评议，没有责任追究情形。';
  return {
    name: `${kind} ${format} #${seed}`,
    kind,
    report: reportWith(cells, { overview }, { format, year, agency }),
    quoted,
  };
}
