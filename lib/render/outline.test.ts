import { describe, expect, it } from 'vitest';
import { formats } from '@/lib/statute/formats';
import { columnHeaders } from '@/lib/statute/headers';
import { csvOf } from './csv';
import { gridOf } from './grid';
import { jsonOf } from './json';
import { outlineOf, printedDate } from './outline';
import { asideOf, wordsOf } from './words';
import { sampleReport } from '@/lib/render/test/sample';

const tables = formats.flatMap((format) =>
  Object.values(format.tables).map((table) => ({ name: `${format.id} ${table.name}`, format, table })),
);

describe.each(tables)('the grid of $name', ({ format, table }) => {
  const grid = gridOf(table, {});

  it('is a rectangle without holes or overlaps', () => {
    const taken = new Set<string>();
    grid.rows.forEach((row, top) => {
      for (const cell of row.cells) {
        for (let down = 0; down < cell.rowSpan; down += 1) {
          for (let right = 0; right < cell.colSpan; right += 1) {
            const place = `${top + down},${cell.column + right}`;
            expect(taken.has(place)).toBe(false);
            taken.add(place);
          }
        }
      }
    });
    expect(taken.size).toBe(grid.rows.length * grid.width);
  });

  it('holds every cell of the format once, in printed order', () => {
    const ids = grid.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.is === 'figure' ? [cell.id] : [])));
    expect(ids).toEqual(format.cells.filter((cell) => cell.table === table.id).map((cell) => cell.id));
  });

  it('breaks header labels between words only', () => {
    const labels = table.blocks.flatMap((block) =>
      columnHeaders(block)
        .flat()
        .map((cell) => cell.label),
    );
    for (const label of labels) {
      const words = wordsOf(label);
      expect(words.join('')).toBe(label);
      expect(words.filter((word) => word.length === 1)).toEqual([]);
    }
  });
});

describe('the outline', () => {
  it('sets the agency on a line of its own, and derives a title that is missing', () => {
    expect(outlineOf(sampleReport()).title).toEqual(['临川市白鹭区水务局', '2024年政府信息公开工作年度报告']);
    expect(outlineOf({ ...sampleReport(), title: '' }).title).toEqual([
      '临川市白鹭区水务局',
      '2024年政府信息公开工作年度报告',
    ]);
    expect(outlineOf({ ...sampleReport(), title: '关于年度报告的说明' }).title).toEqual(['关于年度报告的说明']);
  });

  it('tells second-level headings from paragraphs and drops empty lines and hand-made indents', () => {
    const report = { ...sampleReport(), sections: { overview: '（一）主动公开情况\n\n　　全年发布12条。\n  ' } };
    expect(outlineOf(report).sections[0]?.passages).toEqual([
      { is: 'heading', text: '（一）主动公开情况' },
      { is: 'paragraph', text: '全年发布12条。' },
    ]);
  });

  it('signs as GB/T 9704 says: the agency two characters in, the date two further right than its first character', () => {
    const signed = (agency: string, date: string | null) =>
      outlineOf({ ...sampleReport(), signature: { agency, date } }).signature;
    // 12 characters, and 6.5 for 2025年1月17日.
    expect(signed('临川市白鹭区人民政府办公室', '2025-01-17')).toMatchObject({
      date: '2025年1月17日',
      agencyIndent: 2,
      dateIndent: 6.5,
    });
    expect(signed('区水务局', '2025-01-17')).toMatchObject({ agencyIndent: 6.5, dateIndent: 2 });
    expect(signed('区水务局', null)).toMatchObject({ date: null, agencyIndent: 2 });
  });

  it('prints a day in Arabic digits without leading zeros, and leaves what is no day', () => {
    expect(printedDate('2024-01-07')).toBe('2024年1月7日');
    expect(printedDate('二〇二四年一月')).toBe('二〇二四年一月');
  });

  it('parts a label from the words in brackets at its end', () => {
    expect(asideOf('（二）部分公开（区分处理的，只计这一情形，不计其他情形）')).toEqual({
      name: '（二）部分公开',
      aside: '（区分处理的，只计这一情形，不计其他情形）',
    });
    expect(asideOf('（一）予以公开')).toEqual({ name: '（一）予以公开', aside: '' });
  });
});

describe('the data files', () => {
  it('JSON keeps keys and cells in one order whatever order they came in', () => {
    const report = sampleReport();
    const shuffled = {
      ...report,
      cells: Object.fromEntries(Object.entries(report.cells).reverse()),
      sections: {
        other: report.sections.other,
        problems: report.sections.problems,
        overview: report.sections.overview,
      },
    };
    expect(jsonOf(shuffled)).toBe(jsonOf(report));
    const keys = Object.keys(JSON.parse(jsonOf(report)) as object);
    expect(keys).toEqual(['format', 'year', 'agency', 'title', 'preamble', 'sections', 'cells', 'signature']);
  });

  it('JSON says null for a cell that the report lacks', () => {
    const report = sampleReport();
    delete report.cells['applications.received.business'];
    expect(JSON.parse(jsonOf(report))).toMatchObject({
      cells: { 'applications.received.business': null, 'applications.received.research': '0' },
    });
  });

  it('CSV begins with a byte order mark, quotes what it must, and starts no formula', () => {
    const report = sampleReport();
    report.cells['disclosure.licensing.decisions'] = '=1+1';
    report.cells['disclosure.penalties.decisions'] = '-3';
    report.cells['disclosure.fees.amount'] = '1,286"元';
    const lines = csvOf(report).split('\r\n');
    expect(lines[0]).toBe('\ufefftable,row,column,labels,value');
    expect(lines).toContain(
      "disclosure,licensing,decisions,表二 / 第二十条第（五）项 / 行政许可 / 本年处理决定数量,'=1+1",
    );
    expect(lines).toContain(
      'disclosure,penalties,decisions,表二 / 第二十条第（六）项 / 行政处罚 / 本年处理决定数量,-3',
    );
    expect(lines.find((line) => line.startsWith('disclosure,fees'))).toMatch(/,"1,286""元"$/);
    expect(lines).toHaveLength(202);
  });
});
