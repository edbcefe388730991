import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import type { Report } from '@/lib/report/report';
import { docxOf } from './docx';
import { gridFaults, part, tablesOf } from '@/lib/render/test/docx-tables';
import { sampleReport } from '@/lib/render/test/sample';

const paragraphs = (xml: string): { style: string; text: string }[] =>
  [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '',
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''),
  }));

/** Long figures, notes, rows unknown to the format, a long name: what makes a layout give way. */
function crowded(): Report {
  const report = sampleReport();
  const agency = '临川市白鹭区综合行政执法和城市精细化管理服务保障局';
  const cells = Object.fromEntries(
    Object.entries(report.cells).map(([id, value], index) => [
      id,
      id.endsWith('total') ? '1234567' : index % 3 === 0 ? '12345' : value,
    ]),
  );
  return {
    ...report,
    agency,
    title: `${agency}2024年政府信息公开工作年度报告`,
    cells: { ...cells, 'disclosure.fees.amount': '1234567.891', 'applications.received.business': null },
    sections: { ...report.sections, applications: '注：表中数据含所属供水站。' },
    notes: { 'disclosure.fees.amount': '含水资源费' },
    extra: [{ table: 'disclosure', label: '政府采购', value: '3' }],
    signature: { agency, date: null },
  };
}

describe('the .docx', () => {
  it.each([
    ['an ordinary report', sampleReport()],
    ['a crowded one', crowded()],
    ['one without prose', { ...sampleReport(2020), title: '', preamble: '', sections: {} }],
  ])(
    'is valid Open XML and keeps its grid: %s',
    async (_, report) => {
      const docx = await docxOf(report);
      expect(await validate(docx, 'docx')).toEqual([]);
      const tables = tablesOf(docx);
      expect(tables).toHaveLength(3);
      expect(tables.flatMap(gridFaults)).toEqual([]);
      expect(tables.map((table) => table.grid.reduce((sum, width) => sum + width, 0))).toEqual([8845, 8845, 8845]);
      expect(tables.map((table) => table.rows.filter((row) => row.header).length)).toEqual([2, 3, 3]);
    },
    60_000,
  );

  it('has real headings, in the order of the six sections, and second levels below them', async () => {
    const text = paragraphs(part(await docxOf(sampleReport()), 'word/document.xml'));
    expect(text[0]).toEqual({ style: 'Title', text: '临川市白鹭区水务局2024年政府信息公开工作年度报告' });
    expect(text.filter(({ style }) => style === 'Heading1').map(({ text: heading }) => heading.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    expect(text.filter(({ style }) => style === 'Heading2')).toHaveLength(5);
    expect(text.filter(({ style }) => style.startsWith('Signed')).map((line) => line.text)).toEqual([
      '临川市白鹭区水务局',
      '2025年1月17日',
    ]);
    expect(text.filter(({ style, text: words }) => style === '' && words !== '')).toEqual([]);
  });

  it('has the page of GB/T 9704: A4, its margins, page numbers on the outer side', async () => {
    const docx = await docxOf(sampleReport());
    const body = part(docx, 'word/document.xml');
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(part(docx, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = [part(docx, 'word/footer1.xml'), part(docx, 'word/footer2.xml')];
    const side = (style: string | undefined) =>
      new RegExp(`w:styleId="${style}".*?<w:jc w:val="(\\w+)"`, 's').exec(part(docx, 'word/styles.xml'))?.[1];
    expect(footers.map((footer) => side(/<w:pStyle w:val="(\w+)"/.exec(footer)?.[1])).sort()).toEqual([
      'left',
      'right',
    ]);
    for (const footer of footers) expect(footer.replace(/<[^>]+>/g, '')).toBe('— PAGE —');
    const styles = part(docx, 'word/styles.xml');
    for (const font of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体'])
      expect(styles).toContain(`w:eastAsia="${font}"`);
  });

  it('drops characters that XML cannot hold and keeps all that it can', async () => {
    const report = { ...sampleReport(), preamble: '甲\u0000乙\u000b丙\ud800丁<b>&amp;"戊"\ufffe𠮷' };
    const text = paragraphs(part(await docxOf(report), 'word/document.xml'));
    expect(text[1]?.text).toBe('甲乙丙丁&lt;b&gt;&amp;amp;&quot;戊&quot;𠮷');
  });

  it('gives a long figure a smaller size rather than two lines', async () => {
    const size = async (report: Report) =>
      /w:styleId="Figure3".*?<w:sz w:val="(\d+)"/s.exec(part(await docxOf(report), 'word/styles.xml'))?.[1];
    expect(await size(sampleReport())).toBe('21');
    expect(Number(await size(crowded()))).toBeLessThan(21);
  });
});
