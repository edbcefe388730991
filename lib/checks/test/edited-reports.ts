import type { Report } from '@/lib/report/report';
import type { SectionId } from '@/lib/statute/format';
import { reportWith } from './reports';

/** Sentences in which rules of many kinds find something, and their like that is in order. */
const sentences = [
  '2023年，我局共收到政府信息公开申请8件，其中自然人申请7件、法人或其他组织申请2件。',
  '全年办结9件，按结果分为予以公开5件、部分公开1件、不予公开1件；未到期的2件结转下年度。',
  '全年主动公开信息394条。',
  '其中，网站230条、公众号136条、公告栏28条。',
  '按渠道分，网上3件，当面4件，信函1件。',
  '未收到依申请公开政府信息的申请。',
  '行政许可30件、行政处罚12件的结果均已公示。',
  '发生行政复议3件，行政诉讼1件，均维持。',
  '同比增长12.5%，较上年增加3件，占37.5%。',
  '制发行政规范性文件2件，废止1件，现行有效14件。',
  '共收取信息处理费300元，涉及2件。',
  '其中，甲单位1件，收取120元；乙单位1件，收取190元。',
  '培训XX场，参加人数约123人次。',
  '工作的的落实，资金资金到位，既使如此。',
  '联系人王小明，电话13800138000，邮箱wxm@163.com。',
  '去年的问题今年已整改，2022年的工作还有不足，',
  '本单位、我委和本局均已公布《条例》',
  '一是公开不及时；三是解读不够。',
  '云泽币应急管理局负责日常工作。',
  '同比增长的，网站5条、公众号3条，合计9条！',
  '（一）主动公开情况',
  '（三）依申请公开情况',
  '二、其他',
  '通过网站发布230条。',
  '网站发布231条，独立用户900个，总访问量800次。',
];

const places: readonly SectionId[] = ['overview', 'applications', 'remedies', 'problems', 'other'];

/** Whole numbers below `bound`, always the same for a seed. */
function numbersFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * bound);
  };
}

/**
 * A report as it is edited: figures typed over, sentences written, struck out, doubled and moved, paragraphs joined and
 * parted, cells filled.
 */
export function* editedReports(seed: number, edits: number): Generator<Report> {
  const next = numbersFrom(seed);
  const sentence = (): string => sentences[next(sentences.length)] ?? '';
  let report = reportWith(
    {},
    { overview: Array.from({ length: 12 }, sentence).join('\n'), problems: sentence(), other: '无' },
  );
  for (let edit = 0; edit < edits; edit += 1) {
    const place = places[next(places.length)] ?? 'overview';
    const text = report.sections[place] ?? '';
    const pieces = text.split(/(?<=[。\n])/);
    const at = next(pieces.length);
    const piece = pieces[at] ?? '';
    const changes: readonly (() => string)[] = [
      () => text.replace(/\d+/g, (digits) => (next(3) === 0 ? String(next(20)) : digits)),
      () =>
        text.replace(
          piece,
          piece.replace(/\d+/, () => String(next(300))),
        ),
      () => pieces.toSpliced(at, 0, sentence()).join(''),
      () => pieces.toSpliced(at, 0, `${sentence()}\n`).join(''),
      () => pieces.toSpliced(at, 1).join(''),
      () => pieces.toSpliced(at, 0, piece).join(''),
      () => [...pieces.slice(at), ...pieces.slice(0, at)].join(''),
      () => text.replace('\n', ''),
      () => text.replace('。', '。\n'),
      () => text.replace('，', '！'),
    ];
    const [kind, cell] = [next(12), Object.keys(report.cells)[next(200)] ?? ''];
    if (kind >= 10) report = { ...report, cells: { ...report.cells, [cell]: next(6) === 0 ? null : String(next(9)) } };
    else report = { ...report, sections: { ...report.sections, [place]: changes[kind]?.() ?? text } };
    yield report;
  }
}
