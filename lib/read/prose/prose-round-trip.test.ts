import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '@/lib/report/report';
import { titleOf } from '@/lib/statute/format';
import { sampleReport } from '@/lib/render/test/sample';
import { isUnreadable } from '@/lib/read/result';
import { read } from '@/lib/read/read';
import { asMarkdown, asText, textShapes, type Printing, type TextShape } from '@/lib/read/test/as-text';

const clauses = [
  '全年公开各类信息213条',
  '其中网站发布96条、公众号发布117条',
  '严格落实“三审三校”制度',
  '依据《中华人民共和国政府信息公开条例》',
  '同比增长12.5%',
  '新收申请9件（含上年结转1件）',
  '按时答复8件',
  '组织培训2期',
  '清理文件31件',
  '办理结果均已送达',
  '市、区两级联动推进',
  '设公开栏21处',
  '开通电话0999-1234567',
];
const leads = ['一是', '二是', '（一）主动公开。', '1.', '第一，', '', '', '', '针对2022年指出的不足，'];
const stop = fc.constantFrom('。', '；', '。');

function clausesOf(least: number) {
  return fc
    .array(fc.constantFrom(...clauses), { minLength: least, maxLength: least + 6 })
    .map((parts) => `2023年，${parts.join('，')}。`);
}

const sentence = fc
  .tuple(fc.constantFrom(...leads), fc.array(fc.constantFrom(...clauses), { minLength: 1, maxLength: 6 }), stop)
  .map(([lead, parts, end]) => `${lead}${parts.join('，')}${end}`);
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.join('').replace(/；$/, '。'));
const secondLevel = fc.constantFrom('（一）主动公开情况', '（二）依申请公开情况。', '（三）政府信息管理情况');
const prose = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: secondLevel }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((paragraphs) => paragraphs.join('\n'));
/** As long as a first section is, so that the width of a broken text shows. */
const opening = fc.array(clausesOf(8), { minLength: 3, maxLength: 6 }).map((paragraphs) => paragraphs.join('\n'));

const agencies = [
  '云泽市澄湖区水务局',
  '澄湖区人民政府',
  '云泽市澄湖区柳荫街道办事处',
  '云泽经济技术开发区管理委员会',
  '澄湖区发展和改革委员会（粮食局）',
];
const words = fc.record({
  agency: fc.constantFrom(...agencies),
  year: fc.integer({ min: 2019, max: 2029 }),
  preamble: fc.oneof(fc.constant(''), paragraph),
  overview: fc.tuple(opening, prose).map((parts) => parts.join('\n')),
  problems: prose,
  other: fc.oneof(fc.constant('无'), fc.constant('无。'), prose),
});
type Words = typeof words extends fc.Arbitrary<infer T> ? T : never;

const reportOf = ({ agency, year, preamble, overview, problems, other }: Words): Report => ({
  ...sampleReport(year),
  agency,
  title: titleOf(agency, year),
  preamble,
  sections: { overview, problems, other },
  signature: { agency, date: `${year + 1}-01-17` },
});

const printings: fc.Arbitrary<Printing> = fc
  .record({
    wrap: fc.oneof(fc.constant(null), fc.integer({ min: 30, max: 40 })),
    indent: fc.boolean(),
    spaced: fc.boolean(),
    eol: fc.constantFrom('\n' as const, '\r\n' as const),
    titleLines: fc.boolean(),
    pageEvery: fc.oneof(fc.constant(null), fc.integer({ min: 4, max: 9 })),
    signature: fc.boolean(),
  })
  // Of lines broken at a width, without indent or with a page between, nobody can tell where a paragraph begins.
  .map((printing) => ({
    ...printing,
    indent: printing.indent || (printing.wrap !== null && (!printing.spaced || printing.pageEvery !== null)),
    pageEvery: printing.wrap === null ? null : printing.pageEvery,
  }));

async function proseOf(text: string) {
  const result = await read(new TextEncoder().encode(text));
  if (isUnreadable(result)) throw new Error(result.error.message);
  const { report } = result;
  const { overview, problems, other } = report.sections;
  return {
    title: report.title,
    agency: report.agency,
    year: report.year,
    preamble: report.preamble,
    sections: { overview, problems, other },
    signature: report.signature,
  };
}

const expectedOf = (report: Report, signed: boolean) => ({
  title: report.title,
  agency: report.agency,
  year: report.year,
  preamble: report.preamble,
  sections: report.sections,
  signature: signed ? report.signature : { agency: '', date: null },
});

describe('what was written as text is read back', () => {
  it.each(textShapes)('title, prose and signature around tables as %s', async (shape: TextShape) => {
    await fc.assert(
      fc.asyncProperty(words, printings, async (said, printing) => {
        const report = reportOf(said);
        expect({ ...(await proseOf(asText(report, shape, printing))), printing }).toEqual({
          ...expectedOf(report, printing.signature),
          printing,
        });
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('an item that opens a page goes on with its paragraph where all last lines are long and paragraphs are indented', async () => {
    const report = reportOf({
      agency: '澄湖区人民政府',
      year: 2025,
      preamble: '',
      overview: [
        '2023年，全年公开各类信息213条，办理结果均已送达，按时答复8件，其中网站发布96条、公众号发布117条，开通电话0999-1234567，办理结果均已送达，办理结果均已送达，新收申请9件（含上年结转1件），其中网站发布96条、公众号发布117条，其中网站发布96条、公众号发布117条，设公开栏21处，按时答复8件。',
        '2023年，同比增长12.5%，新收申请9件（含上年结转1件），清理文件31件，清理文件31件，严格落实“三审三校”制度，市、区两级联动推进，同比增长12.5%，严格落实“三审三校”制度，按时答复8件。',
      ].join('\n'),
      problems:
        '二是依据《中华人民共和国政府信息公开条例》，全年公开各类信息213条，办理结果均已送达，清理文件31件，同比增长12.5%；组织培训2期，办理结果均已送达，按时答复8件，办理结果均已送达。',
      other:
        '按时答复8件，清理文件31件，新收申请9件（含上年结转1件）。一是新收申请9件（含上年结转1件），严格落实“三审三校”制度，清理文件31件；第一，新收申请9件（含上年结转1件），组织培训2期，清理文件31件。',
    });
    for (const pageEvery of [3, 4, 5, 6, 7, 8, 9]) {
      const printing: Printing = {
        wrap: 36,
        indent: true,
        spaced: true,
        eol: '\n',
        titleLines: true,
        pageEvery,
        signature: true,
      };
      expect({ ...(await proseOf(asText(report, 'shifted', printing))), pageEvery }).toEqual({
        ...expectedOf(report, true),
        pageEvery,
      });
    }
  });

  it.each(['pipe', 'html'] as const)('from Markdown with %s tables', async (tables) => {
    await fc.assert(
      fc.asyncProperty(words, async (said) => {
        const report = reportOf(said);
        expect(await proseOf(asMarkdown(report, tables))).toEqual(expectedOf(report, true));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
