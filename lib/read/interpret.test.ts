import { describe, expect, it } from 'vitest';
import { read } from './read';
import { isUnreadable } from './result';

async function readText(text: string) {
  const result = await read(new TextEncoder().encode(text));
  if (isUnreadable(result) || result.written === null) throw new Error(JSON.stringify(result));
  return { ...result, written: result.written };
}

const title = '云泽市澄湖区水务局2023年政府信息公开工作年度报告';
const six = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

/** A report with a text below each heading. */
function textOf({
  head = [title],
  headings = six,
  texts = ['全年公开信息12条。', '', '', '', '公开不够及时，下一步加强培训。', '无。'],
  foot = [] as string[],
} = {}): string {
  return [...head, ...headings.flatMap((heading, i) => [heading, ...(texts[i] ?? '').split('\n')]), ...foot].join('\n');
}

describe('a report among its surroundings', () => {
  it('has what stands between title and first heading as its preamble, a stray line too', async () => {
    const { report } = await readText(textOf({ head: [title, '告', '本报告依照条例编写。'] }));
    expect(report).toMatchObject({
      title,
      agency: '云泽市澄湖区水务局',
      year: 2023,
      preamble: '告\n本报告依照条例编写。',
    });
  });

  it('has no furniture of the page it was copied from', async () => {
    const head = [
      '首页 > 政务公开 > 政府信息公开年报',
      title,
      '来源：区水务局 发布时间：2024-01-18 10:23 浏览次数：120',
      '索引号：',
      '000014349/2024-00012',
      '字体：[大 中 小]',
      '【打印】【关闭】',
      '2024-01-18',
      '本报告依照条例编写。',
    ];
    const foot = [
      '云泽市澄湖区水务局',
      '2024年1月17日',
      '附件：澄湖区水务局年报.docx',
      '【打印本页】',
      '上一篇：澄湖区教育局2023年政府信息公开工作年度报告',
      '主办单位：澄湖区人民政府办公室',
      '备案号：云ICP备00000000号',
    ];
    const { report, written, unplaced } = await readText(textOf({ head, foot }));
    expect(report.preamble).toBe('本报告依照条例编写。');
    expect(report.sections.other).toBe('无。');
    expect(report.signature).toEqual({ agency: '云泽市澄湖区水务局', date: '2024-01-17' });
    expect(written.date).toBe('2024年1月17日');
    expect(unplaced).toEqual([]);
  });

  it('loses no list of enclosures that is a sentence, nor a date within the text', async () => {
    const texts = [
      '全年公开信息12条。\n2023年12月31日，专栏改版。',
      '',
      '',
      '',
      '公开不够及时，下一步加强培训。',
      '附件一所列事项均已办结。',
    ];
    const { report } = await readText(textOf({ texts }));
    expect(report.sections.overview).toBe(texts[0]);
    expect(report.sections.other).toBe(texts[5]);
    expect(report.signature).toEqual({ agency: '', date: null });
  });

  it('is told from its contents', async () => {
    const { report, written } = await readText(textOf({ head: [title, '目录', ...six, '本报告依照条例编写。'] }));
    expect(written.headings).toHaveLength(6);
    expect(report.sections.overview).toBe('全年公开信息12条。');
  });
});

describe('signatures', () => {
  it.each([
    [['云泽市澄湖区水务局', '2024年1月17日'], '云泽市澄湖区水务局', '2024-01-17'],
    [['云泽市澄湖区水务局    二〇二四年一月十七日'], '云泽市澄湖区水务局', '2024-01-17'],
    [['                2024 年 1 月 17 日'], '', '2024-01-17'],
    [['2024年1月17日', '云泽市澄湖区水务局'], '云泽市澄湖区水务局', '2024-01-17'],
    [['云泽市澄湖区', '水务局', '2024.1.17'], '云泽市澄湖区水务局', '2024-01-17'],
    [['澄湖区水务局（公章）', '2024-01-17'], '澄湖区水务局', '2024-01-17'],
    [['澄湖区水务局'], '澄湖区水务局', null],
    [['成文日期：2024-01-17'], '', null],
    [[], '', null],
  ])('%j', async (foot, agency, date) => {
    const { report } = await readText(textOf({ foot }));
    expect(report.signature).toEqual({ agency, date });
    expect(report.sections.other).toBe('无。');
  });

  it('may stand below the title', async () => {
    const { report } = await readText(textOf({ head: [title, '（2024年1月17日）', '本报告依照条例编写。'] }));
    expect(report).toMatchObject({ preamble: '本报告依照条例编写。', signature: { agency: '', date: '2024-01-17' } });
  });
});

describe('headings and sections', () => {
  it('another series within a section begins none', async () => {
    const texts = [
      '一、主动公开情况\n公开12条。\n二、依申请公开情况\n收到1件。',
      '',
      '',
      '',
      '一、存在的问题\n公开不够及时。\n二、改进措施\n加强培训。',
      '无。',
    ];
    const { report, written } = await readText(textOf({ texts }));
    expect(report.sections.overview).toBe(texts[0]);
    expect(report.sections.problems).toBe(texts[4]);
    expect(written.headings.map(({ section }) => section)).toEqual([
      'overview',
      null,
      null,
      'disclosure',
      'applications',
      'remedies',
      'problems',
      null,
      null,
      'other',
    ]);
  });

  it('are found with other words and numbers, and as they stand', async () => {
    const headings = [
      '第一部分 概述',
      '二．主动公开情况',
      ' 三、依申请公开政府信息办理情况',
      '四 政府信息公开行政复议、行政诉讼情况',
      '五、当前存在的不足和下一步打算',
      '其他需要报告的事项',
    ];
    const { written } = await readText(textOf({ headings }));
    expect(written.headings.map(({ section }) => section)).toEqual([
      'overview',
      'disclosure',
      'applications',
      'remedies',
      'problems',
      'other',
    ]);
    expect(written.headings.map(({ text }) => text)).toEqual(headings.map((heading) => heading.trim()));
  });

  it('stand where they stand, also out of order and twice', async () => {
    const headings = [six[0], six[1], six[3], six[2], six[4], six[4], six[5]].map(String);
    const { written } = await readText(
      textOf({ headings, texts: ['公开12条。', '', '', '', '问题一。', '问题二。', '无。'] }),
    );
    expect(written.headings.map(({ section }) => section)).toEqual([
      'overview',
      'disclosure',
      'remedies',
      'applications',
      'problems',
      'problems',
      'other',
    ]);
  });

  it('may be missing', async () => {
    const { report } = await readText(
      textOf({ headings: [six[0], six[4], six[5]].map(String), texts: ['公开12条。', '不够及时。', '无。'] }),
    );
    expect(Object.keys(report.sections)).toEqual(['overview', 'problems', 'other']);
  });

  it('share their line with the text', async () => {
    const headings = [...six.slice(0, 5), '六、其他需要报告的事项：无。'];
    const { report, written } = await readText(textOf({ headings, texts: ['公开12条。', '', '', '', '不够及时。'] }));
    expect(report.sections.other).toBe('无。');
    expect(written.headings.at(-1)).toEqual({ section: 'other', text: '六、其他需要报告的事项' });
  });
});

describe('the year', () => {
  const untitled = { head: ['本报告依照条例编写。数据期限自2022年1月1日起至2022年12月31日止。'] };
  it.each([
    ['of the title', { ...untitled, head: [title, ...untitled.head] }, 2023],
    ['else of the period', untitled, 2022],
    ['else of the year before the signature', { head: [], foot: ['2022年1月20日'] }, 2021],
    [
      'else that section one speaks of most',
      { head: [], texts: ['2020年，公开信息12条。2020年收到申请1件，2019年结转。', '', '', '', '不够及时。', '无。'] },
      2020,
    ],
  ])('is that %s', async (_, parts, year) => {
    expect((await readText(textOf(parts))).report.year).toBe(year);
  });

  it('without a title is no guess at the agency either', async () => {
    expect((await readText(textOf(untitled))).report).toMatchObject({ title: '', agency: '' });
    expect((await readText(textOf({ ...untitled, foot: ['澄湖区水务局', '2023年1月20日'] }))).report).toMatchObject({
      title: '',
      agency: '澄湖区水务局',
    });
  });
});

describe('text', () => {
  it('is kept as written, but for indents, layout and remains of a converter', async () => {
    const texts = [
      '　　全年 公开信息（12条）。 \n\t[bookmark: _GoBack]收到1件​。',
      '',
      '',
      '',
      'HYPERLINK "http://example.test/a b" 不够及时。',
      '无',
    ];
    const { report, written } = await readText(textOf({ texts }));
    expect(report.sections).toMatchObject({
      overview: '全年 公开信息（12条）。\n收到1件。',
      problems: '不够及时。',
      other: '无',
    });
    expect(written.residue).toEqual([
      { place: 'overview', text: '[bookmark: _GoBack]' },
      { place: 'overview', text: '\u200b' },
      { place: 'problems', text: 'HYPERLINK "http://example.test/a b"' },
    ]);
  });

  it('of a note beside a table stands in its section', async () => {
    const texts = ['公开12条。', '（单位：件）\n注：本表含下属单位。', '', '', '不够及时。', '无。'];
    expect((await readText(textOf({ texts }))).report.sections.disclosure).toBe('注：本表含下属单位。');
  });
});

describe('what is no report', () => {
  it.each([
    '一段与年度报告无关的文字。',
    '一、总体情况\n完成粮食收购三万吨。\n二、存在问题\n仓容不足。',
    '2023,12\n2024,15',
    '关于做好2023年政府信息公开工作年度报告编制工作的通知\n各单位：请于1月10日前报送。',
  ])('%s', async (text) => {
    expect(await read(new TextEncoder().encode(text))).toMatchObject({ error: { code: 'not-a-report' } });
  });

  it('is not a fragment: prose alone, or a title', async () => {
    expect((await readText('一、总体情况\n全年主动公开政府信息12条。')).report.sections).toEqual({
      overview: '全年主动公开政府信息12条。',
    });
    expect((await readText(title)).report.title).toBe(title);
  });
});
