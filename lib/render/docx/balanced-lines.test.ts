import { describe, expect, it } from 'vitest';
import { balancedLines, widthOf } from './balanced-lines';
import { generatedReports } from '@/lib/render/test/generated';
import { phrasesOf } from '@/lib/render/words';
import { formatOf } from '@/lib/render/outline';

describe('a long name in lines', () => {
  it.each([
    ['国家税务总局云泽市税务局澄湖经济技术开发区税务分局', ['国家税务总局云泽市税务局', '澄湖经济技术开发区税务分局']],
    [
      '云泽市澄湖区人民政府办公室（区政府外事办公室、区大数据中心）',
      ['云泽市澄湖区人民政府办公室', '（区政府外事办公室、区大数据中心）'],
    ],
    ['2023年临川市白鹭区水务局政府信息公开工作年度报告', ['2023年临川市白鹭区水务局', '政府信息公开工作年度报告']],
    ['临川市白鹭区水务局', ['临川市白鹭区水务局']],
  ])('is parted where its words allow: %s', (name, lines) => {
    expect(balancedLines(name, 20)).toEqual(lines);
  });

  it('keeps every character and fits, whatever the name', () => {
    const names = [
      ...new Set(generatedReports().flatMap(({ report }) => [report.agency, report.title])),
      'ABC Ltd. 2024年度 𠮷'.repeat(6),
      '（'.repeat(50),
      '',
    ];
    for (const name of names) {
      const lines = balancedLines(name, 20);
      expect(lines.join('')).toBe(name);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(20);
    }
  });
});

describe('a row label in phrases', () => {
  it('is the label when joined, and short enough for the narrowest column', () => {
    const reports = [generatedReports([1])[0], generatedReports([30])[0]].flatMap((one) =>
      one === undefined ? [] : [one.report],
    );
    const labels = new Set(reports.flatMap((report) => formatOf(report).cells.flatMap((cell) => cell.row.labels)));
    for (const label of labels) {
      expect(phrasesOf(label).join('')).toBe(label);
      expect(Math.max(0, ...phrasesOf(label).map(widthOf))).toBeLessThanOrEqual(9);
    }
  });
});
